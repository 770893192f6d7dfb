"""The form of a plan. Field names are Dutch."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime

from app.conversations.facilitating.forms import WISH_FIELDS, TypedWish, begun_wishes, read_wishes
from app.conversations.formats.rules import AgendaPart, format_with_slug, read_agenda, written_agenda
from app.conversations.kinds import ConversationFormat, MeetingPlace, WorkKind
from app.conversations.planning import rules
from app.conversations.planning.rules import Plan, PlannedUnit
from app.conversations.queries import ShownConversation, Unit
from app.core.clock import AMSTERDAM, local, now
from app.core.errors import Invalid
from app.core.submissions import new_key
from app.web.forms import FormReader
from app.web.labels import label
from app.web.naming import CONFIRMED

FIELDS: Mapping[str, str] = {
    "title": "titel",
    "format": "vorm",
    "location": "waar",
    "seats": "stoelen",
    "units": "onderdeel-1",
    "topic": "thema",
    "follows": "volgt",
    **{part.value: name for part, name in WISH_FIELDS.items()},
}
"""What the service calls a field, and its name in the page where that differs."""
AGENDA_LIMIT = 8_000
ROWS_AT_LEAST, ROWS_SPARE = 3, 1
USUAL_TIME = "10:00"


@dataclass(frozen=True, slots=True)
class TypedUnit:
    """A row for a part of the organisation, as it was typed."""

    name: str = ""
    work_kind: WorkKind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedPlan:
    """Everything in the form, as it was typed; `starts_at` and `own_agenda` are what that means."""

    title: str = ""
    format: ConversationFormat | None = ConversationFormat.QUESTIONS
    agenda: str = ""
    own_agenda: tuple[AgendaPart, ...] = ()
    day: str = ""
    time: str = USUAL_TIME
    starts_at: datetime | None = None
    place: MeetingPlace | None = MeetingPlace.ONLINE
    location: str = ""
    topic_id: int | None = None
    social_task: str = ""
    units: tuple[TypedUnit, ...] = ()
    seats: int | None = rules.USUAL_SEATS
    public: bool = True
    names_units: bool = False
    follows: int | None = None
    wishes: tuple[TypedWish, ...] = field(default_factory=begun_wishes)
    confirmed: bool = False
    base: int = 0
    key: str = field(default_factory=new_key)

    @property
    def words(self) -> dict[str, str]:
        """What others will read, by the field in which it was typed."""
        units = {f"onderdeel-{place}": unit.name for place, unit in enumerate(self.units, 1)}
        return {"titel": self.title, "opgave": self.social_task, **units}

    @property
    def named_units(self) -> tuple[str, ...]:
        """The parts of the organisation that were filled in."""
        return tuple(unit.name for unit in self.units if unit.name)

    @property
    def rows(self) -> tuple[TypedUnit, ...]:
        """The rows to show, each where it was typed, and empty ones to go on in."""
        return (*self.units, *(TypedUnit() for _ in range(rules.MOST_UNITS - len(self.units))))

    @property
    def rows_at_once(self) -> int:
        """How many of the rows are in sight; the others are under a button."""
        typed = [place for place, unit in enumerate(self.units, 1) if unit.name or unit.work_kind]
        return max(max(typed, default=0) + ROWS_SPARE, ROWS_AT_LEAST)

    def plan(self) -> Plan:
        """What is asked for. What could not be read has an error in the form, and is as usual here."""
        return Plan(
            title=self.title,
            format=self.format or ConversationFormat.QUESTIONS,
            own_agenda=self.own_agenda,
            starts_at=self.starts_at or now(),
            place=self.place or MeetingPlace.ONLINE,
            location=self.location,
            topic_id=self.topic_id,
            social_task=self.social_task,
            units=tuple(
                PlannedUnit(name=unit.name, work_kind=unit.work_kind or WorkKind.OTHER)
                for unit in self.units
                if unit.name
            ),
            seats=self.seats or 0,
            public=self.public,
            names_units=self.names_units,
            follows=self.follows,
        )


def filled_from(found: ShownConversation, units: Iterable[Unit]) -> TypedPlan:
    """The form as it opens for a conversation."""
    start = local(found.starts_at)
    own = found.format is ConversationFormat.OWN
    return TypedPlan(
        title=found.title,
        format=found.format,
        agenda=written_agenda(found.agenda) if own else "",
        day=start.date().isoformat(),
        time=f"{start:%H:%M}",
        place=found.place,
        location=found.location,
        topic_id=found.topic_id,
        social_task=found.social_task,
        units=tuple(TypedUnit(unit.name, unit.work_kind) for unit in units),
        seats=found.seats,
        public=found.public,
        names_units=found.names_units,
        follows=found.follows,
        base=found.version,
    )


def beginning(day: date, args: Mapping[str, str], topic_id: int | None) -> TypedPlan:
    """The form as it opens for a theme, a format or a kind of work that is not talked about yet."""
    kind = next((kind for kind in WorkKind if label(kind) == args.get("werk")), None)
    return TypedPlan(
        day=day.isoformat(),
        topic_id=topic_id,
        format=format_with_slug(args.get("vorm", "")) or ConversationFormat.QUESTIONS,
        units=(TypedUnit(work_kind=kind),) if kind else (),
    )


def following(found: ShownConversation, units: Iterable[Unit], day: date) -> TypedPlan:
    """The form as it opens for a conversation that follows up on this one."""
    return replace(
        filled_from(found, units), title="", day=day.isoformat(), follows=found.number, base=0, key=new_key()
    )


def read_plan(reader: FormReader) -> TypedPlan:
    """The form as it was sent; everything that is wrong with it is said at once."""
    kind = reader.choice("vorm", ConversationFormat)
    agenda = reader.text("agenda", limit=AGENDA_LIMIT)
    typed = TypedPlan(
        title=reader.line("titel", limit=rules.TITLE_LIMIT, required=True),
        format=kind,
        agenda=agenda,
        own_agenda=_own_agenda(reader, agenda) if kind is ConversationFormat.OWN else (),
        day=reader.line("dag", required=True),
        time=reader.line("tijd", required=True),
        starts_at=_moment(reader),
        place=reader.choice("plek", MeetingPlace),
        location=reader.line("waar", limit=rules.LOCATION_LIMIT),
        topic_id=reader.identifier("thema"),
        social_task=reader.line("opgave", limit=rules.TASK_LIMIT),
        units=tuple(_unit(reader, number) for number in range(1, rules.MOST_UNITS + 1)),
        seats=reader.identifier("stoelen", required=True),
        public=reader.flag("openbaar"),
        names_units=reader.flag("noemt"),
        follows=reader.identifier("volgt"),
        wishes=read_wishes(reader),
        confirmed=reader.flag(CONFIRMED),
        base=reader.identifier("basis") or 0,
        key=reader.line("sleutel") or new_key(),
    )
    for problem in rules.problems_of(typed.plan()):
        refuse(reader, problem)
    return typed


def refuse(reader: FormReader, error: Invalid) -> None:
    """Note at its own field what the service refused."""
    reader.fail(FIELDS.get(error.field, error.field), error.code, **error.facts)


def _own_agenda(reader: FormReader, text: str) -> tuple[AgendaPart, ...]:
    try:
        return read_agenda(text)
    except Invalid as error:
        refuse(reader, error)
        return ()


def _unit(reader: FormReader, number: int) -> TypedUnit:
    name = reader.line(f"onderdeel-{number}", limit=rules.UNIT_LIMIT)
    return TypedUnit(name, reader.choice(f"werk-{number}", WorkKind, required=False))


def _moment(reader: FormReader) -> datetime | None:
    """The moment on a clock in the Netherlands; an hour that is there twice is the first of the two.

    In the night that summer time begins an hour is not there at all.
    """
    day, at = reader.day("dag"), reader.clock("tijd")
    if day is None or at is None:
        return None
    moment = datetime.combine(day, at, AMSTERDAM)
    if local(moment.astimezone(UTC)).time() != at:
        reader.fail("tijd", "hour_skipped")
    return moment
