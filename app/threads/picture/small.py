"""The plaat as a small picture without letters: a disc for each theme, the rode draden woven through them."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.threads.picture.layout import size_of

WIDTH, HEIGHT = 1_000, 150
HEIGHTS = (46, 104, 75)
MARGIN = 40
APART = 7
MOST_TOPICS = 20
MOST_STRANDS = 6


@dataclass(frozen=True, slots=True)
class Disc:
    """A theme; sizes are those of the plaat."""

    x: int
    y: int
    size: int


@dataclass(frozen=True, slots=True)
class Weave:
    """The picture; `strands` are paths as SVG writes them, `threads` how many rode draden there are."""

    discs: tuple[Disc, ...]
    strands: tuple[str, ...]
    threads: int


def weave(topics: Sequence[tuple[int, int]], threads: Sequence[Collection[int]]) -> Weave:
    """`topics`: id and number of bouwstenen, in order; `threads`: the themes that each goes through."""
    shown = topics[:MOST_TOPICS]
    fullest = max((number for _, number in shown), default=0)
    step = (WIDTH - 2 * MARGIN) / max(1, len(shown) - 1)
    discs = tuple(
        Disc(round(MARGIN + place * step), HEIGHTS[place % len(HEIGHTS)], size_of(number, fullest))
        for place, (_, number) in enumerate(shown)
    )
    places = {topic_id: disc for (topic_id, _), disc in zip(shown, discs, strict=True)}
    lines = ([places[one] for one in places if one in on] for on in threads[:MOST_STRANDS])
    return Weave(discs, tuple(_strands(lines)), len(threads))


def _strands(lines: Iterable[list[Disc]]) -> Iterator[str]:
    """From edge to edge; each a little below the one before, so that all are seen."""
    for place, discs in enumerate(lines):
        aside = APART * (place - MOST_STRANDS // 2)
        middle = HEIGHT // 2 + aside
        points = [(0, middle), *((disc.x, disc.y + aside // 2) for disc in discs), (WIDTH, middle)]
        yield f"M0 {middle}" + "".join(_curve(begin, end) for begin, end in pairwise(points))


def _curve(begin: tuple[int, int], end: tuple[int, int]) -> str:
    (x, y), (to_x, to_y) = begin, end
    half = (x + to_x) // 2
    return f"C{half} {y} {half} {to_y} {to_x} {to_y}"
