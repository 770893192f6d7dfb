"""Where everything on the plaat stands. Across in hundredths of the width, down in pixels.

So letters keep their size on any screen: a phone shows the ways closer together, nothing smaller. The sizes
are chosen for a width of 343 pixels: a phone of 375 with its margins.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.threads.picture.grid import Cell, Grid, Place, Way

PLACE_X = 4.5
FIRST_X, LAST_X = 12.5, 95.5
HEAD_Y = 22
TOP = 58
HEADING_HEIGHT = 44
ROW_HEIGHT = 52
LINE_Y = 36
BOTTOM = 12
RADII = (3.5, 5.5, 7.5, 9.5, 11.5)
LONGEST_NAME = 30


@dataclass(frozen=True, slots=True)
class Stop:
    """Where a way crosses a place: a disc, of one of five sizes (1 to 5)."""

    x: float
    y: int
    size: int
    cell: Cell
    place: Place

    @property
    def radius(self) -> float:
        """In pixels, on a phone."""
        return RADII[self.size - 1]


@dataclass(frozen=True, slots=True)
class DrawnWay:
    """A way from its head down to `bottom`: the lowest place it touches, or the head itself."""

    way: Way
    x: float
    bottom: int
    stops: tuple[Stop, ...]


@dataclass(frozen=True, slots=True)
class DrawnPlace:
    """A place: its name above a line, with a disc for all that lies there."""

    place: Place
    name: str
    y: int
    size: int

    @property
    def line_y(self) -> int:
        """The height of the line and of the middle of every disc on it."""
        return self.y + LINE_Y

    @property
    def radius(self) -> float:
        """In pixels, on a phone."""
        return RADII[self.size - 1] if self.size else 0


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything with its place; `threads_y` is where the rode draden begin, None when there are none."""

    height: int
    topics: tuple[DrawnPlace, ...]
    threads: tuple[DrawnPlace, ...]
    threads_y: int | None
    ways: tuple[DrawnWay, ...]


def draw(grid: Grid) -> Picture:
    """Give everything its place; the same grid gives the same picture."""
    topics = tuple(_rows(grid.topics, TOP + HEADING_HEIGHT, grid.fullest))
    below = TOP + HEADING_HEIGHT + ROW_HEIGHT * len(topics)
    threads_y = below if grid.threads else None
    threads = tuple(_rows(grid.threads, below + HEADING_HEIGHT, grid.fullest))
    height = below + (HEADING_HEIGHT + ROW_HEIGHT * len(threads) if threads else 0) + BOTTOM
    return Picture(height, topics, threads, threads_y, tuple(_ways(grid, topics + threads)))


def size_of(number: int, fullest: int) -> int:
    """One of five sizes, so that the area of a disc grows about as the number does; 0 for nothing."""
    if not number:
        return 0
    if number > fullest:
        return len(RADII)
    return max(1, min(len(RADII), round(math.sqrt(number / fullest) * len(RADII))))


def _rows(places: Sequence[Place], top: int, fullest: int) -> Iterator[DrawnPlace]:
    for row, place in enumerate(places):
        size = size_of(place.total.number, fullest)
        yield DrawnPlace(place, _short(place.line.name), top + row * ROW_HEIGHT, size)


def _ways(grid: Grid, rows: Sequence[DrawnPlace]) -> Iterator[DrawnWay]:
    # All that came before may be more than the rest together: it does not make the rest small.
    measured = [column for column, way in enumerate(grid.ways) if way.conversation_id or way.month]
    fullest = max((place.cells[column].number for place in grid.places for column in measured), default=0)
    for column, way in enumerate(grid.ways):
        x = _across(column, len(grid.ways))
        stops = tuple(
            Stop(x, row.line_y, size_of(cell.number, fullest), cell, row.place)
            for row in rows
            for cell in (row.place.cells[column],)
            if cell.number
        )
        yield DrawnWay(way, x, max((stop.y for stop in stops), default=HEAD_Y), stops)


def _across(column: int, columns: int) -> float:
    if columns == 1:
        return (FIRST_X + LAST_X) / 2
    return round(FIRST_X + column * (LAST_X - FIRST_X) / (columns - 1), 2)


def _short(name: str) -> str:
    """A name that fits beside its number on a phone."""
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1].rstrip()}…"
