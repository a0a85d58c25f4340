"""The report of a run: tables and plots, beside the baseline where there is one, as Markdown and as one HTML page."""

from pathlib import Path

from eval import report_tables as tables
from eval.evaluate import QuestionSet
from eval.markup import Block, Heading, Line, Picture, to_html, to_markdown
from eval.measures import unjudged_share
from eval.report_plots import pictures
from eval.scored import Scored


def write_report(questions: QuestionSet, scored: Scored, baseline: Scored | None, folder: Path) -> Path:
    """Write ``report.md``, ``report.html`` and the plots into the folder; return the Markdown file."""
    folder.mkdir(parents=True, exist_ok=True)
    blocks = report(questions, scored, baseline)
    for block in blocks:
        if isinstance(block, Picture):
            (folder / block.name).write_text(block.svg, encoding="utf-8")
    (folder / "report.html").write_text(to_html(f"Evaluation: {scored.run.name}", blocks), encoding="utf-8")
    (folder / "report.md").write_text(to_markdown(blocks), encoding="utf-8")
    return folder / "report.md"


def report(questions: QuestionSet, scored: Scored, baseline: Scored | None) -> list[Block]:
    """Return the report's parts in order."""
    made = scored.run.made
    unjudged = unjudged_share(questions.topics, questions.judgments, scored.run.pages)
    blocks: list[Block] = [
        Heading(1, f"Evaluation of {made.system} at {made.commit} on the set “{made.set_name}”"),
        Line(f"{len(questions.topics)} questions over {made.papers} papers. {made.note}".strip()),
        Line(f"Of the first ten pages, {unjudged:.0%} were never judged; they count as wrong."),
        Line("Beside each mean stands its 95 % bootstrap interval."),
        Heading(2, "Pages found"),
        tables.overall(questions, scored.page, "Pages found, by split"),
        Heading(2, "Minutes found"),
        tables.overall(questions, scored.minute, "Minutes found, by split"),
        Heading(2, "Pages found, by kind of question"),
        tables.by_kind(questions, scored.page, "Pages found, by kind of question and split"),
        *pictures(questions, [scored] if baseline is None else [scored, baseline]),
    ]
    if scored.answers:
        blocks += [Heading(2, "Answers"), tables.answers(questions, scored)]
        blocks += [Heading(2, "Answers, by kind of question"), tables.answers_by_kind(questions, scored)]
    if baseline is not None:
        blocks.append(Heading(2, f"Beside the baseline, {baseline.run.name}"))
        blocks += tables.beside(questions, scored, baseline)
    if scored.run.times:
        blocks += [Heading(2, "Time"), tables.times(scored.run)]
    return [*blocks, Heading(2, "Worst misses"), tables.misses(questions, scored)]
