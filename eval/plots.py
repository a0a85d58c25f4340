"""Plots as SVG text: bars by kind, curves by depth. They carry their own paper, so that they read in light and dark."""

from collections.abc import Sequence
from html import escape

COLOURS = ("#1d5f8a", "#b85f1c", "#3f7a2c", "#8a4f7d", "#666666", "#8a7000")  # told apart in grey as well
INK = "#444"  # on white, 9.7 to 1
WIDTH = 760
ROW = 20
LEFT = 130


def bars(title: str, rows: Sequence[tuple[str, Sequence[float]]], series: Sequence[str]) -> str:
    """Return horizontal bars from 0 to 1: one group a row, one bar a series."""
    span = WIDTH - LEFT - 60
    parts: list[str] = []
    top = 34 + 16 * len(series)
    for label, values in rows:
        parts.append(_text(LEFT - 8, top + ROW * len(values) / 2 + 4, label, "end"))
        for number, value in enumerate(values):
            width = max(0.0, min(1.0, value)) * span
            y = top + number * ROW
            parts.append(
                f'<rect x="{LEFT}" y="{y + 2}" width="{width:.1f}" height="{ROW - 5}" fill="{_colour(number)}"/>'
            )
            parts.append(_text(LEFT + width + 5, y + 14, f"{value:.2f}", "start"))
        top += ROW * len(values) + 8
    return _svg(title, [*_legend(series), *parts], top + 8)


def curves(
    title: str, across: Sequence[float], rows: Sequence[tuple[str, Sequence[float]]], xlabel: str, even: bool = False
) -> str:
    """Return lines from 0 to 1 over the same points, at equal distances where ``even``."""
    height, bottom = 300, 40
    span, rise = WIDTH - LEFT - 30, height - 60
    top = 30 + 16 * len(rows)
    low, high = (across[0], across[-1]) if across else (0.0, 1.0)

    def x(number: int) -> float:
        share = number / max(1, len(across) - 1) if even else (across[number] - low) / ((high - low) or 1.0)
        return LEFT + share * span

    def y(value: float) -> float:
        return top + rise * (1 - max(0.0, min(1.0, value)))

    parts = []
    for tick in (0.0, 0.25, 0.5, 0.75, 1.0):
        parts.append(f'<line x1="{LEFT}" y1="{y(tick):.1f}" x2="{LEFT + span}" y2="{y(tick):.1f}" stroke="#ccc"/>')
        parts.append(_text(LEFT - 8, y(tick) + 4, f"{tick:.2f}", "end"))
    for number, point in enumerate(across):
        parts.append(_text(x(number), top + rise + 18, f"{round(point, 2):g}", "middle"))
    parts.append(_text(LEFT + span / 2, top + rise + 36, xlabel, "middle"))
    for number, (_, values) in enumerate(rows):
        points = " ".join(f"{x(place):.1f},{y(value):.1f}" for place, value in enumerate(values))
        parts.append(f'<polyline points="{points}" fill="none" stroke="{_colour(number)}" stroke-width="2.5"/>')
    return _svg(title, [*_legend([name for name, _ in rows]), *parts], top + rise + bottom + 4)


def _legend(series: Sequence[str]) -> list[str]:
    parts = []
    for number, name in enumerate(series):
        y = 24 + 16 * number
        parts.append(f'<rect x="{LEFT}" y="{y}" width="11" height="11" fill="{_colour(number)}"/>')
        parts.append(_text(LEFT + 17, y + 10, name, "start"))
    return parts


def _colour(number: int) -> str:
    return COLOURS[number % len(COLOURS)]


def _text(x: float, y: float, words: str, anchor: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(words)}</text>'


def _svg(title: str, parts: Sequence[str], height: float) -> str:
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:.0f}" width="{WIDTH}" role="img" '
        f'aria-label="{escape(title, quote=True)}" font-family="sans-serif" font-size="12" fill="{INK}">'
    )
    paper = f'<rect width="{WIDTH}" height="{height:.0f}" fill="#fff"/>'
    return "\n".join((head, paper, _text(LEFT, 14, title, "start"), *parts, "</svg>")) + "\n"
