"""What of a saved web page is the page itself: not the site around it, and nothing that is hidden on screen."""

import codecs
import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

MOST_CHROME = 0.25  # of a page's letters: what is named like a menu and holds more is the page itself
LEAST_MAIN = 0.3  # of a page's words that its main part must hold to be believed
MENU_WORDS = 4  # of a link, on average
MOST_STYLE = 200_000  # letters of rules of style that are looked through
MOST_RULES = 500  # selectors that hide something
MOST_SAID = 1_000  # letters of an attribute that are looked at

NEVER = frozenset((
    "script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "canvas", "audio", "video",
    "button", "select", "textarea", "input", "nav", "head", "title", "link", "meta", "map", "datalist", "applet",
    "frameset", "math", "-comment", "!doctype",
))  # fmt: skip
"""Elements that hold no words of a page."""

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w:.-]{2,40})", re.IGNORECASE)
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_MAIN = ("main", "[role=main]", "article", "#main-content", "#content")
_FRAMES = frozenset(("div", "section", "ul", "ol", "aside", "header", "footer", "form", "a", "search"))
_ROLES = frozenset((
    "navigation", "banner", "contentinfo", "search", "complementary", "dialog", "alertdialog", "menu", "menubar",
    "toolbar",
))  # fmt: skip
_CHROME = re.compile(
    r"(?:^|[-_ ])(?:cookies?|consent|gdpr|breadcrumbs?|skip|share|sharing|social|menu|nav|navbar|navigation|sidebar|"
    r"pagination|toolbar|masthead|backtotop|back-to-top|site-?header|site-?footer|page-?footer|popup|modal)(?:$|[-_ ])",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)", re.IGNORECASE)
_BLACK = r"\s*:\s*(?:black|#000(?:000)?|rgba?\(\s*0\s*,\s*0\s*,\s*0(?:\s*,\s*1(?:\.0+)?)?\s*\))(?![\w#])"
_ON_BLACK = re.compile(rf"(?<![-\w])background(?:-color)?{_BLACK}", re.IGNORECASE)
_IN_BLACK = re.compile(rf"(?<![-\w])color{_BLACK}", re.IGNORECASE)
_RULE = re.compile(r"([^{}@;]{1,300})\{([^{}]{0,2000})\}")
_AT_RULE = re.compile(r"@[^{};@]{0,200}\{(?:[^{}@]|\{[^{}@]*\})*\}")


def decoded(data: bytes) -> str:
    """Return the text of a page as browsers read it: by its mark, what it declares, else UTF-8, else Windows-1252."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    declared = _CHARSET.search(data[:4096])
    encodings = [declared[1].decode("ascii", "replace")] if declared else []
    for encoding in (*encodings, "utf-8"):
        try:
            known = codecs.lookup(encoding).name
            return data.decode("cp1252" if known in {"iso8859-1", "ascii"} else known)
        except (LookupError, UnicodeDecodeError):
            continue
    return data.decode("cp1252", "replace")


def main_part(tree: LexborHTMLParser, body: LexborNode) -> LexborNode:
    """Return the part of a page that it marks as its own, or all of it."""
    whole = len(body.text().split())
    for selector in _MAIN:
        found = tree.css(selector)
        if len(found) == 1 and len(found[0].text().split()) >= LEAST_MAIN * whole:
            return found[0]
    return body


def hidden_by_rules(tree: LexborHTMLParser) -> frozenset[int]:
    """Return the elements, by ``mem_id``, that the page's own rules of style hide on screen."""
    style = " ".join(one.text() for one in tree.css("style"))[:MOST_STYLE]
    first, *others = style.split("/*")
    uncommented = " ".join((first, *(one.partition("*/")[2] for one in others)))
    hiding = [
        selector.strip()
        for selectors, rules in _RULE.findall(_AT_RULE.sub(" ", uncommented))
        if _hides(rules)
        for selector in selectors.split(",")
    ]
    return frozenset(found for selector in hiding[:MOST_RULES] for found in _selected(tree, selector))


def _selected(tree: LexborHTMLParser, selector: str) -> Iterator[int]:
    try:
        yield from (node.mem_id for node in tree.css(selector))
    except SelectolaxError:  # no selector, or one newer than the parser
        return


def is_hidden(node: LexborNode) -> bool:
    """Say whether an element itself says that it is not shown."""
    said = node.attributes
    return (
        "hidden" in said
        or (node.tag == "dialog" and "open" not in said)
        or _hides((said.get("style") or "")[:MOST_SAID])
    )


def _hides(rules: str) -> bool:
    """Say whether rules of style hide an element, or set its words in black on black."""
    blacked_out = _ON_BLACK.search(rules) is not None and _IN_BLACK.search(rules) is not None
    return blacked_out or _HIDDEN.search(rules) is not None


def is_around(node: LexborNode, letters: int, *, within: bool) -> bool:
    """Say whether an element belongs to the site; ``letters`` are those of the body, ``within`` is its main part."""
    said = node.attributes
    if (said.get("role") or "").lower() in _ROLES and len(node.text()) < letters / 2:
        return True
    names = f"{said.get('class') or ''} {said.get('id') or ''}"[:MOST_SAID]
    if node.tag in _FRAMES and _CHROME.search(names) and len(node.text()) < MOST_CHROME * letters:
        return True
    return not within and node.tag in {"header", "footer", "aside", "ul"} and _is_links(node)


def _is_links(node: LexborNode) -> bool:
    """Say whether most of what an element says stands in links as short as those of a menu: an agenda's are longer."""
    links = [link.text().split() for link in node.css("a")]
    words = sum(map(len, links))
    return bool(links) and words > 0.6 * len(node.text().split()) and words <= MENU_WORDS * len(links)
