"""The stored text of a page with places for links in headings and under blocks; the HTML is not touched."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import groupby
from operator import itemgetter
from typing import Any

from markupsafe import Markup

from app.pages.block_places import block_ends
from app.pages.preparation import rendering_to_show
from app.pages.queries import ReadPage
from app.pages.texts import revision_text
from app.text.blocks import BlockKind
from app.text.rendered import Segment

# Only our own headings have an id: the sanitiser takes it from whatever a person typed.
_HEADING = re.compile(r'<h([2-6]) id="([^"]*)">.*?(?=</h\1>)', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of stored HTML that ends inside a heading, which has an anchor, or after `blocks`.

    The last ends with the text and has neither.
    """

    html: Markup
    anchor: str = ""
    title: str = ""
    blocks: tuple[int, ...] = ()


def with_text(page: ReadPage) -> ReadPage:
    """The page itself; one whose rendering was thrown away is rendered for this reader."""
    text = None if page.html is not None else revision_text(page.revision_id)
    if text is None:
        return page
    rendered = rendering_to_show(text)
    return replace(page, html=rendered.html, headings=tuple(map(asdict, rendered.headings)))


def pieces(
    html: str, headings: Iterable[Mapping[str, Any]], segments: Sequence[Segment] = ()
) -> tuple[Piece, ...]:
    """Cut stored HTML inside each of the page's own headings, and after each element that holds blocks.

    The headings and segments are those that were stored beside it.
    """
    titles = {heading["anchor"]: heading["text"] for heading in headings}
    cuts = [
        (match.end(), Piece(Markup(""), match.group(2), titles[match.group(2)]))
        for match in _HEADING.finditer(html)
        if titles.get(match.group(2))
    ]
    cuts += [(place, Piece(Markup(""), blocks=blocks)) for place, blocks in _under_blocks(html, segments)]
    found: list[Piece] = []
    start = 0
    for place, piece in sorted(cuts, key=itemgetter(0)):
        # The parts of what bleach made safe, in the same order and whole.
        found.append(replace(piece, html=Markup(html[start:place])))  # noqa: S704
        start = place
    return (*found, Piece(Markup(html[start:])))  # noqa: S704 - see above


def _under_blocks(html: str, segments: Sequence[Segment]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Where there is room for what is said about blocks; a heading has it under the block that follows."""
    ends = block_ends(html, segments) if segments else {}
    waiting: list[int] = []
    for place, group in groupby(ends, key=ends.__getitem__):
        waiting += group
        if segments[waiting[-1]].kind is not BlockKind.HEADING:
            yield place, tuple(waiting)
            waiting = []
