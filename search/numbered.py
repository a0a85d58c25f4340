"""The numbers by which a question names a place: of a minute, a paragraph, an item of an agenda, a decision."""

import re

MINUTE = re.compile(
    r"\b(?:minutes?|min\.?|mins\.?)\s*(?:(?:number|num|no|ref)\.?\s*|#\s*)?"
    r"(?P<number>(?:(?!pp?\.)[A-Z]{1,5}[./-])?(?:[A-Z]{0,2}\d[\w./-]*\w|\d))(?![\w/])",
    re.IGNORECASE,
)
DURATION = re.compile(r"\b\d+\s*(?:minutes?|mins?)\b", re.IGNORECASE)
PARAGRAPH = re.compile(
    r"\b(?:(?:paragraphs?|paras?\.?)\s*(?:number\s*|no\.?\s*)?(?P<number>\d+(?:\.\d+)*[a-z]?)|"
    r"(?:sections?|sect?\.|clauses?)\s*(?P<section>\d+(?:\.\d+)+[a-z]?))\b|¶\s*(?P<sign>[\d.]+\d)",
    re.IGNORECASE,
)
ITEM = re.compile(
    r"\b(?:agenda\s+)?items?\s*(?:number\s*|no\.?\s*)?(?P<number>\d{1,3}[a-z]?)\b(?![./]\d)", re.IGNORECASE
)
REFERENCE = re.compile(
    r"(?<![\w/.])(?!(?:19|20)\d\d/(?:19|20)\d\d(?!\d)|(?:0?[1-9]|1[0-2])/(?:19|20)\d\d(?![\d/]))(?:[A-Z]{1,4}[/-])?\d{2,4}/\d{4,6}(?:/[A-Z]{1,5})?(?![\w/])|(?<![\w/.])[A-Z]{1,3}\d{4}[-/]\d{2,4}(?![\w/])"
)
