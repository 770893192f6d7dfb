"""Where in the stored HTML of a page the element ends that holds a block; the HTML itself is not touched."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from app.text.rendered import Segment

# The sanitiser writes quotes around every value, and a value may hold angle brackets.
_TAG = re.compile(r"""<(/?)([a-z][a-z0-9]*)(?:[^>"']|"[^"]*"|'[^']*')*>""")
_WITHOUT_END = frozenset({"br", "hr", "img"})
_OPENING = re.compile(r"(?:<[^/][^>]*>|\s)*")
_TELLING = 20
"""So many letters are enough to find a block by when the rest of it looks different on the page."""
_SOURCE_MARK = '<span class="source-mark"'
_NOTES = '<section class="footnotes"'


def block_ends(html: str, segments: Sequence[Segment]) -> dict[int, int]:
    """For each block: the place in the HTML right after the outermost element that holds it.

    Blocks are found by what they look like apart, one after the other. What cannot be found is left out: a
    picture without words, and what somebody typed as HTML that stands in no element.
    """
    ends = list(_outermost_ends(html))
    notes = html.rfind(_NOTES)
    found: dict[int, int] = {}
    done = 0
    for index, segment in enumerate(segments):
        start = _find(html, _inner(segment.html), done)
        following = bisect_right(ends, start)
        if start < 0 or following == len(ends):
            continue
        found[index] = ends[following]
        if notes < 0 or start < notes:  # a note stands at the end, wherever it was written
            done = start + 1
    return found


def _find(html: str, words: str, start: int) -> int:
    """Where these words are, with all their markup.

    The number of a note or a bouwsteen in them is something to press on the page only.
    """
    place = html.find(words, start) if words else -1
    for sign in (_SOURCE_MARK, "<"):
        beginning = words.partition(sign)[0]
        if place < 0 and len(beginning) >= _TELLING:
            place = html.find(beginning, start)
    return place


def _inner(html: str) -> str:
    """The HTML of a block without the elements around it, which differ between the page and apart."""
    opening = _OPENING.match(html)
    inner = html[opening.end() :].rstrip() if opening else html
    while (end := inner.rfind("</")) >= 0 and inner.find(">", end) == len(inner) - 1:
        inner = inner[:end].rstrip()
    return inner


def _outermost_ends(html: str) -> Iterator[int]:
    depth = 0
    for tag in _TAG.finditer(html):
        closes, name = tag.groups()
        depth += 0 if name in _WITHOUT_END else -1 if closes else 1
        if depth == 0:
            yield tag.end()
