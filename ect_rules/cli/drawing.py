"""A timeline as a picture in SVG."""

from __future__ import annotations

from datetime import date, timedelta
from html import escape

from google.type.date_pb2 import Date

WIDTH, LEFT, ROW, TOP = 960, 20, 34, 60
OPEN_ENDED = timedelta(180)
_GREEN, _GREY, _ORANGE = "#00703c", "#505a5f", "#f47738"
_COLOURS = {
    "complete": _GREEN,
    "eligible": _GREEN,
    "keep": _GREEN,
    "due": _GREEN,
    "replacement": _GREEN,
    "ordinary": _GREEN,
    "not required": _GREY,
    "not mentoring": _GREY,
    "incomplete": _ORANGE,
    "not yet eligible": _ORANGE,
    "needs review": _ORANGE,
    "review": _ORANGE,
    "not yet due": _ORANGE,
    "not settled": _ORANGE,
    "replacing": _ORANGE,
    "unfunded": _ORANGE,
    "leaving": _ORANGE,
    "cannot tell": _ORANGE,
}
_OTHER = "#d4351c"


def drawing(title: str, bars: list[tuple[Date, Date | None, str, str]]) -> str:
    """An SVG document: a bar for each stretch of days, with its first day, status and reason.

    `bars`: first day, last day or None for no limit, status and reason, in order; at least one.
    """
    first = _day(bars[0][0])
    ends = [_day(last) for _, last, _, _ in bars if last is not None]
    open_end = max([_day(start) for start, *_ in bars]) + OPEN_ENDED
    end = open_end if bars[-1][1] is None else max(ends)
    days = max((end - first).days + 1, 1)
    scale = (WIDTH - 2 * LEFT) / days
    height = TOP + ROW * 2 * len(bars)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}">',
        "<style>text { font: 14px sans-serif } .title { font: bold 20px sans-serif }</style>",
        f"<title>{escape(title)}</title>",
        f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>',
        f'<text x="{LEFT}" y="32" class="title">{escape(title)}</text>',
    ]
    for number, (start, last, status, words) in enumerate(bars):
        x = LEFT + (_day(start) - first).days * scale
        until = end if last is None else _day(last)
        wide = max(((until - _day(start)).days + 1) * scale, 2)
        y = TOP + ROW * 2 * number
        to = "" if last is None else f" to {_day(last):%-d %b %Y}"
        label = f"{_day(start):%-d %b %Y}{to or ' on'}: {status}. {words}"
        colour = _COLOURS.get(status, _OTHER)
        parts.append(
            f'<text x="{LEFT}" y="{y + 14}">{escape(label)}</text>'
            f'<rect x="{x:.1f}" y="{y + 22}" width="{wide:.1f}" height="{ROW - 12}" '
            f'fill="{colour}"/>'
        )
    return "\n".join([*parts, "</svg>", ""])


def _day(message: Date) -> date:
    return date(message.year, message.month, message.day)
