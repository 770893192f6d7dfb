"""What the plaat shows, before it is a picture: places, the ways through them, and how much lies where.

A place is a theme or a rode draad. A way is one conversation; when there are more than fit beside each other,
a way is a month of them, and the first one everything before that.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.threads.picture.kinds import PlaceKind

MOST_WAYS = 12
MOST_TOPICS = 20
MOST_THREADS = 12


@dataclass(frozen=True, slots=True)
class Line:
    """A theme or a rode draad, as it is to be shown."""

    kind: PlaceKind
    id: int
    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Origin:
    """A conversation that was held."""

    id: int
    title: str
    day: date

    @property
    def month(self) -> date:
        """The first day of its month."""
        return self.day.replace(day=1)


@dataclass(frozen=True, slots=True)
class Count:
    """How many bouwstenen of a conversation lie on a line, and how many of those are new to this reader."""

    kind: PlaceKind
    line_id: int
    conversation_id: int | None
    number: int
    new: int = 0


@dataclass(frozen=True, slots=True)
class Way:
    """One conversation (`conversation_id`, the day it began), or a month of them (`month`); None: before."""

    conversations: int
    title: str = ""
    conversation_id: int | None = None
    day: date | None = None
    month: date | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """What lies where a way crosses a place."""

    number: int = 0
    new: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """A line with what lies on it, in all and on each way."""

    line: Line
    total: Cell
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """The whole: themes in the order of the redactie, then rode draden, the fullest first."""

    topics: tuple[Place, ...]
    threads: tuple[Place, ...]
    ways: tuple[Way, ...]

    @property
    def places(self) -> tuple[Place, ...]:
        """All of them, from top to bottom."""
        return self.topics + self.threads

    @property
    def new(self) -> int:
        """How many places hold something new."""
        return sum(1 for place in self.places if place.total.new)


def make_grid(lines: Sequence[Line], origins: Sequence[Origin], counts: Iterable[Count]) -> Grid:
    """Lay everything in its place; what is too much for a picture is left out of it, the emptiest first."""
    ordered = sorted(origins, key=lambda origin: (origin.day, origin.id))
    ways, way_of = _ways(ordered)
    found: dict[tuple[PlaceKind, int], dict[int | None, Cell]] = defaultdict(lambda: defaultdict(Cell))
    for count in counts:
        cells, way = found[count.kind, count.line_id], way_of.get(count.conversation_id or 0)
        cells[way] = Cell(cells[way].number + count.number, cells[way].new + count.new)
    places = [_place(line, found[line.kind, line.id], len(ways)) for line in lines]
    topics = [place for place in places if place.line.kind is PlaceKind.TOPIC]
    threads = [place for place in places if place.line.kind is PlaceKind.THREAD]
    fullest = sorted(topics, key=lambda place: -place.total.number)[:MOST_TOPICS]
    return Grid(
        topics=tuple(place for place in topics if place in fullest),
        threads=tuple(sorted(threads, key=lambda place: -place.total.number)[:MOST_THREADS]),
        ways=tuple(ways),
    )


def _place(line: Line, cells: Mapping[int | None, Cell], ways: int) -> Place:
    total = Cell(sum(cell.number for cell in cells.values()), sum(cell.new for cell in cells.values()))
    return Place(line, total, tuple(cells.get(way, Cell()) for way in range(ways)))


def _ways(origins: Sequence[Origin]) -> tuple[list[Way], dict[int, int]]:
    """The ways from left to right, and for each conversation which is its."""
    if len(origins) <= MOST_WAYS:
        ways = [Way(1, origin.title, origin.id, origin.day) for origin in origins]
        return ways, {origin.id: place for place, origin in enumerate(origins)}
    months = _months_until(origins[0].month, origins[-1].month)
    shown = months if len(months) <= MOST_WAYS else [None, *months[1 - MOST_WAYS :]]
    way_of = {origin.id: shown.index(origin.month) if origin.month in shown else 0 for origin in origins}
    conversations = [list(way_of.values()).count(place) for place in range(len(shown))]
    return [Way(number, month=month) for number, month in zip(conversations, shown, strict=True)], way_of


def _months_until(first: date, last: date) -> list[date | None]:
    """The first day of every month from one to another, the empty ones too."""
    begin, end = first.year * 12 + first.month - 1, last.year * 12 + last.month - 1
    return [date(month // 12, month % 12 + 1, 1) for month in range(begin, end + 1)]
