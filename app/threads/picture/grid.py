"""What the plaat shows, before it is a picture: places, the ways through them, and how much lies where.

A place is a theme or a rode draad. A way is one conversation; when there are more than fit beside each other,
a way is a month of them, and the first one everything before that.
"""

from collections import Counter, defaultdict
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
    """One conversation (`conversation_id`, the day it began), or a month of them (`month`); None: before.

    `until` is the last month in it, when it is not one conversation.
    """

    conversations: int
    title: str = ""
    conversation_id: int | None = None
    day: date | None = None
    month: date | None = None
    until: date | None = None


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
    """The whole: themes in the order of the redactie, then rode draden, the fullest first.

    `fullest` is what lies on the fullest place today: by it the places of an earlier month are measured.
    """

    topics: tuple[Place, ...]
    threads: tuple[Place, ...]
    ways: tuple[Way, ...]
    fullest: int = 0

    @property
    def conversations(self) -> int:
        """How many it shows."""
        return sum(way.conversations for way in self.ways)

    @property
    def places(self) -> tuple[Place, ...]:
        """All of them, from top to bottom."""
        return self.topics + self.threads

    @property
    def new(self) -> int:
        """How many places hold something new."""
        return sum(1 for place in self.places if place.total.new)


def make_grid(
    lines: Sequence[Line], origins: Sequence[Origin], counts: Iterable[Count], until: date | None = None
) -> Grid:
    """Lay everything that came up to the month `until` in its place.

    Left out are rode draden on which nothing lies, and what is too much for a picture, the emptiest first.
    """
    ordered = sorted(origins, key=lambda origin: (origin.day, origin.id))
    ways, way_of = _ways([origin for origin in ordered if until is None or origin.month <= until])
    held = {None, *(origin.id for origin in origins)}
    found: dict[tuple[PlaceKind, int], dict[int | None, Cell]] = defaultdict(lambda: defaultdict(Cell))
    today: Counter[tuple[PlaceKind, int]] = Counter()
    for count in (count for count in counts if count.conversation_id in held):
        key, way = (count.kind, count.line_id), way_of.get(count.conversation_id or 0)
        today[key] += count.number
        if way is not None or count.conversation_id is None:
            cell = found[key][way]
            found[key][way] = Cell(cell.number + count.number, cell.new + count.new)
    places = [_place(line, found[line.kind, line.id], len(ways)) for line in lines]
    return _grid(places, ways, max(today.values(), default=0))


def _place(line: Line, cells: Mapping[int | None, Cell], ways: int) -> Place:
    total = Cell(sum(cell.number for cell in cells.values()), sum(cell.new for cell in cells.values()))
    return Place(line, total, tuple(cells.get(way, Cell()) for way in range(ways)))


def _grid(places: Iterable[Place], ways: Sequence[Way], fullest: int) -> Grid:
    by_number = sorted(places, key=lambda place: -place.total.number)
    topics = [place for place in by_number if place.line.kind is PlaceKind.TOPIC][:MOST_TOPICS]
    threads = [place for place in by_number if place.line.kind is PlaceKind.THREAD and place.total.number]
    return Grid(
        topics=tuple(place for place in places if place in topics),
        threads=tuple(threads[:MOST_THREADS]),
        ways=tuple(ways),
        fullest=fullest,
    )


def _ways(origins: Sequence[Origin]) -> tuple[list[Way], dict[int, int]]:
    """The ways from left to right, and for each conversation which is its."""
    if len(origins) <= MOST_WAYS:
        ways = [Way(1, origin.title, origin.id, origin.day) for origin in origins]
        return ways, {origin.id: place for place, origin in enumerate(origins)}
    months = _months_until(origins[0].month, origins[-1].month)
    shown = [None, *months[1 - MOST_WAYS :]] if len(months) > MOST_WAYS else months
    way_of = {origin.id: shown.index(origin.month) if origin.month in shown else 0 for origin in origins}
    numbers = Counter(way_of.values())
    last = months[-len(shown) :]
    ways = [Way(numbers[way], month=month, until=last[way]) for way, month in enumerate(shown)]
    return ways, way_of


def _months_until(first: date, last: date) -> list[date | None]:
    """The first day of every month from one to another, the empty ones too."""
    begin, end = first.year * 12 + first.month - 1, last.year * 12 + last.month - 1
    return [date(month // 12, month % 12 + 1, 1) for month in range(begin, end + 1)]
