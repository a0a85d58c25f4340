"""Measure full-text search with filters: FTS5 with a mask, tags or a join, and tantivy (``pip install tantivy``).

``python docs/decisions/0001_words.py ../shared/papers 25000 100000`` writes a row for each way and size. Passages are
90 words of real papers; beyond what those hold, halves of two are joined. Run it from the project's root.
"""

import argparse
import random
import sqlite3
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from time import perf_counter

import pypdfium2
import tantivy

from index.limits import Columns, Placed
from index.types import Filter
from index.words import expression, terms

LENGTH = 90  # words of a passage
BODIES = tuple(f"committee {letter}" for letter in "abcdefghijkl")
KINDS = ("decision", "discussion", "report", "table")
FIRST, LAST = date(2015, 1, 1), date(2024, 12, 31)
LIMIT = 100
QUESTIONS = 150
COMMON = frozenset(
    {"the", "of", "and", "to", "in", "a", "for", "that", "be", "is", "on", "by", "as", "with", "this", "are"}
)
TOKENS = "tokenize = \"ascii tokenchars '/.%-'\""

Ask = Callable[[str, Filter], int]


def real_passages(folder: Path) -> Iterator[str]:
    """Yield stretches of words of all papers in a folder."""
    for path in sorted(folder.rglob("*.pdf")):
        document = pypdfium2.PdfDocument(path)
        for page in document:
            words = page.get_textpage().get_text_bounded().split()
            yield from (" ".join(words[at : at + LENGTH]) for at in range(0, len(words), LENGTH))
        document.close()


def masked(folder: Path, placed: Sequence[Placed], texts: Sequence[str]) -> Ask:
    """Index the text alone and let the database ask a mask that stands in memory, as the library does."""
    connection = sqlite3.connect(folder / "mask.sqlite")
    connection.execute(f"CREATE VIRTUAL TABLE words USING fts5 (text, {TOKENS})")
    connection.executemany("INSERT INTO words (rowid, text) VALUES (?, ?)", enumerate(texts))
    connection.commit()
    columns = Columns.of(placed)

    def ask(text: str, where: Filter) -> int:
        inside = "" if where == Filter() else "AND inside(rowid)"
        connection.create_function("inside", 1, columns.flags(where).__getitem__)
        statement = f"SELECT rowid, bm25(words) AS score FROM words WHERE words MATCH ? {inside} ORDER BY score"  # noqa: S608  # our own words
        return len(connection.execute(statement, (expression(text.split()),)).fetchmany(LIMIT))

    return ask


def tagged(folder: Path, placed: Sequence[Placed], texts: Sequence[str]) -> Ask:
    """Index tags beside the text: kind, body, and year, month and day."""
    connection = sqlite3.connect(folder / "tags.sqlite")
    connection.execute(f"CREATE VIRTUAL TABLE words USING fts5 (text, tags, {TOKENS})")
    tags = (
        f"k{one.kind} b{one.body.replace(' ', '')} y{one.held_on[:4]} m{one.held_on[:7]} d{one.held_on}"
        for one in placed
    )
    rows = ((row, text, tag) for row, (text, tag) in enumerate(zip(texts, tags, strict=True)))
    connection.executemany("INSERT INTO words (rowid, text, tags) VALUES (?, ?, ?)", rows)
    connection.commit()

    def ask(text: str, where: Filter) -> int:
        groups = [[f"k{kind}" for kind in where.kinds], [f"b{body.replace(' ', '')}" for body in where.bodies]]
        if where.since:
            groups.append([f'"{stretch}"' for stretch in cover(where.since, where.until or LAST)])
        match = " AND ".join(f"tags : ({' OR '.join(group)})" for group in groups if group)
        match = " AND ".join(filter(None, [match, f"text : ({expression(text.split())})"]))
        ranked = connection.execute(
            "SELECT rowid, rank FROM words WHERE words MATCH ? AND rank MATCH 'bm25(1.0, 0.0)' ORDER BY rank", (match,)
        )
        return len(ranked.fetchmany(LIMIT))

    return ask


def cover(since: date, until: date) -> Iterator[str]:
    """Yield the fewest years, months and days that make up a range."""
    day = since
    while day <= until:
        next_year, next_month = date(day.year + 1, 1, 1), (day.replace(day=1) + timedelta(days=31)).replace(day=1)
        if day == date(day.year, 1, 1) and next_year - timedelta(days=1) <= until:
            yield f"y{day:%Y}"
            day = next_year
        elif day.day == 1 and next_month - timedelta(days=1) <= until:
            yield f"m{day:%Y-%m}"
            day = next_month
        else:
            yield f"d{day}"
            day += timedelta(days=1)


def joined(folder: Path, placed: Sequence[Placed], texts: Sequence[str]) -> Ask:
    """Index the text alone and join a table of what filters ask."""
    connection = sqlite3.connect(folder / "join.sqlite")
    connection.execute(f"CREATE VIRTUAL TABLE words USING fts5 (text, {TOKENS})")
    connection.execute("CREATE TABLE passages (key INTEGER PRIMARY KEY, kind TEXT, body TEXT, held_on TEXT)")
    connection.executemany("INSERT INTO words (rowid, text) VALUES (?, ?)", enumerate(texts))
    rows = ((one.key, one.kind, one.body, one.held_on) for one in placed)
    connection.executemany("INSERT INTO passages VALUES (?, ?, ?, ?)", rows)
    connection.commit()

    def ask(text: str, where: Filter) -> int:
        parts, values = ["words MATCH ?"], [expression(text.split())]
        for column, wanted in (("body", where.bodies), ("kind", where.kinds)):
            if wanted:
                parts.append(f"{column} IN ({', '.join('?' * len(wanted))})")
                values += wanted
        if where.since:
            parts.append("held_on BETWEEN ? AND ?")
            values += (where.since.isoformat(), (where.until or LAST).isoformat())
        both = "words JOIN passages ON key = words.rowid"
        statement = f"SELECT key, bm25(words) AS score FROM {both} WHERE {' AND '.join(parts)}"  # noqa: S608  # as above
        return len(connection.execute(f"{statement} ORDER BY score LIMIT {LIMIT}", values).fetchall())

    return ask


def other_engine(folder: Path, placed: Sequence[Placed], texts: Sequence[str]) -> Ask:
    """Index with tantivy, in files of its own."""
    builder = tantivy.SchemaBuilder().add_text_field("text", tokenizer_name="whitespace")
    for field in ("kind", "body"):
        builder.add_text_field(field, tokenizer_name="raw")
    builder.add_integer_field("day", indexed=True, fast=True)
    schema = builder.add_integer_field("row", stored=True).build()
    (folder / "tantivy").mkdir()
    index = tantivy.Index(schema, path=str(folder / "tantivy"))
    writer = index.writer(200_000_000, 1)
    for one, text in zip(placed, texts, strict=True):
        day = date.fromisoformat(one.held_on).toordinal()
        writer.add_document(tantivy.Document(text=text, kind=one.kind, body=one.body, day=day, row=one.key))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher, query, must, should = index.searcher(), tantivy.Query, tantivy.Occur.Must, tantivy.Occur.Should

    def ask(text: str, where: Filter) -> int:
        words = [(should, query.term_query(schema, "text", one)) for one in text.split()]
        limits = []
        if where.kinds:
            limits.append(query.term_set_query(schema, "kind", list(where.kinds)))
        if where.bodies:
            limits.append(query.term_set_query(schema, "body", list(where.bodies)))
        if where.since:
            days = where.since.toordinal(), (where.until or LAST).toordinal()
            limits.append(query.range_query(schema, "day", tantivy.FieldType.Integer, *days))
        parts = [(must, query.boolean_query(words)), *((must, query.const_score_query(one, 0.0)) for one in limits)]
        hits = searcher.search(query.boolean_query(parts), LIMIT).hits
        return len([searcher.doc(address)["row"] for _, address in hits])

    return ask


def timed(ask: Ask, asked: Sequence[tuple[str, Filter]]) -> str:
    """Return median and 95th percentile of asking, in milliseconds."""
    took = []
    for text, where in asked:
        began = perf_counter()
        ask(text, where)
        took.append(1000 * (perf_counter() - began))
    return f"{statistics.median(took):6.1f} {statistics.quantiles(took, n=20)[-1]:6.1f}"


def main() -> None:
    """Build each way at each size and write what it takes."""
    parser = argparse.ArgumentParser()
    parser.add_argument("papers", type=Path)
    parser.add_argument("sizes", type=int, nargs="+")
    given = parser.parse_args()
    chance = random.Random(7)  # noqa: S311  # the same questions each time
    real = [" ".join(terms(text)) for text in real_passages(given.papers)]
    sys.stdout.write(f"{len(real)} real passages\n")
    for size in given.sizes:
        texts = real[:size]
        while len(texts) < size:
            one, other = chance.sample(real, 2)
            texts.append(one[: len(one) // 2].rpartition(" ")[0] + other[len(other) // 2 :])
        placed = [
            Placed(
                f"{row:016x}", row, chance.choice(KINDS), None, chance.choice(BODIES),
                (FIRST + timedelta(chance.randrange(3650))).isoformat(), "", row, None, None,
            )
            for row in range(size)
        ]  # fmt: skip
        held = [sorted(set(text.split()) - COMMON) for text in chance.sample(texts, QUESTIONS)]
        plain = [" ".join(chance.sample(one, 3)) for one in held if len(one) > 3]
        wide = Filter(kinds=("decision", "report"), since=date(2016, 1, 20))
        narrow = Filter(bodies=("committee c",), kinds=("decision",), since=date(2020, 3, 5), until=date(2021, 8, 9))
        for make in (masked, tagged, joined, other_engine):
            with tempfile.TemporaryDirectory() as folder:
                began = perf_counter()
                ask = make(Path(folder), placed, texts)
                built = perf_counter() - began
                took = " | ".join(timed(ask, [(text, where) for text in plain]) for where in (Filter(), wide, narrow))
                sys.stdout.write(f"{size:7} {make.__name__:12} built in {built:5.1f} s | {took}\n")


if __name__ == "__main__":
    main()
