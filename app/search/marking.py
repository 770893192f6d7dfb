"""Showing where a hit is: the words that were found, marked, in a title or in a short piece of the text.

Everything that comes from a text is escaped here; the marks are the only HTML.
"""

from bisect import bisect_right
from collections.abc import Iterable

from markupsafe import Markup, escape

from app.search.analysis import fold
from app.search.occurrences import Finder, Span
from app.search.query import Term

SNIPPET_LENGTH = 240
LEAD_IN = 60
OPEN, CLOSE = Markup("<mark>"), Markup("</mark>")
GAP = "…"
BETWEEN_BLOCKS = " · "
LOOSE_DOT = BETWEEN_BLOCKS.rstrip()


class Marker:
    """Marks the words of one question."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._finder = Finder(terms)

    def mark(self, text: str) -> Markup:
        """The whole text with its hits marked."""
        return _marked(text, self._finder.spans(text))

    def snippet(self, text: str) -> Markup | None:
        """The piece of the text that shows most of what was asked; None when it shows nothing of it."""
        text = BETWEEN_BLOCKS.join(line for line in text.splitlines() if line)
        spans = self._finder.spans(text)
        if not spans:
            return None
        start, end = _window(text, spans)
        inside = [(first - start, last - start) for first, last in spans if start <= first and last <= end]
        before = GAP + " " if start else ""
        after = " " + GAP if end < len(text) else ""
        return escape(before) + _marked(text[start:end], inside) + escape(after)


def opening(text: str) -> str:
    """The beginning of a text, cut between words."""
    if len(text) <= SNIPPET_LENGTH:
        return text
    return text[: text.rfind(" ", 0, SNIPPET_LENGTH) + 1].rstrip() + " " + GAP


def _window(text: str, spans: list[Span]) -> Span:
    """The stretch with the most different words that were asked, begun at a block or between words."""
    starts = [first for first, _ in spans]
    words = [fold(text[first:last]) for first, last in spans]
    ends = [bisect_right(starts, first + SNIPPET_LENGTH - LEAD_IN) for first in starts]
    best = max(range(len(spans)), key=lambda i: (len(set(words[i : ends[i]])), -i))
    hit = spans[best][0]
    block = text.rfind(BETWEEN_BLOCKS, 0, hit)
    block = block + len(BETWEEN_BLOCKS) if block >= 0 else 0
    start = block if hit - block <= LEAD_IN else text.find(" ", hit - LEAD_IN, hit) + 1 or hit
    end = max(start + SNIPPET_LENGTH, spans[best][1])
    if end >= len(text):
        return start, len(text)
    end = max(text.rfind(" ", start, end), spans[best][1])
    return start, end - len(LOOSE_DOT) if text.endswith(LOOSE_DOT, start, end) else end


def _marked(text: str, spans: list[Span]) -> Markup:
    parts: list[Markup] = []
    position = 0
    for first, last in spans:
        parts += (escape(text[position:first]), OPEN, escape(text[first:last]), CLOSE)
        position = last
    return Markup("").join((*parts, escape(text[position:])))
