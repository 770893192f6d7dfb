"""The form of when somebody of the pool can. Field names are Dutch."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from app.conversations.facilitating.rules import NOTE_LIMIT, POOL_PARTS, Availability, Wanted
from app.conversations.kinds import ConversationPart
from app.core.submissions import new_key
from app.web.forms import LARGEST_NUMBER, FormReader

LATER, COLLEAGUE = "", "collega"
WISH_FIELDS = {ConversationPart.FACILITATOR: "begeleider", ConversationPart.REPORTER: "reporter"}
"""By what name the form of a plan asks who is wanted for a part."""
FIELDS = {"who": "wie", "begins_on": "van", "ends_on": "tot", "part": "deel"}
"""What the service calls a field, and its name in the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedAvailability:
    """Everything in the form, as it was typed; `begins_on` and `ends_on` are what the days mean."""

    part: ConversationPart | None = ConversationPart.FACILITATOR
    begins: str = ""
    ends: str = ""
    begins_on: date | None = None
    ends_on: date | None = None
    note: str = ""
    key: str = field(default_factory=new_key)

    def wish(self) -> Availability:
        """What is offered, of a form without errors."""
        if self.part is None or self.begins_on is None or self.ends_on is None:
            raise ValueError("a form with errors offers nothing")
        return Availability(part=self.part, begins_on=self.begins_on, ends_on=self.ends_on, note=self.note)


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedWish:
    """Who is wanted for a part, as it was chosen: later, a colleague by name, or somebody of the pool."""

    part: ConversationPart
    choice: str = LATER
    who: str = ""

    @property
    def field(self) -> str:
        """By what name the form asks for it."""
        return WISH_FIELDS[self.part]


def begun_wishes() -> tuple[TypedWish, ...]:
    """The form as it opens: everybody is asked later."""
    return tuple(TypedWish(part=part) for part in POOL_PARTS)


def read_wishes(reader: FormReader) -> tuple[TypedWish, ...]:
    """Who is wanted, as it was sent."""
    return tuple(
        TypedWish(part=part, choice=reader.line(name), who=reader.line(f"{name}-wie"))
        for part, name in WISH_FIELDS.items()
    )


def wanted(wishes: Iterable[TypedWish]) -> tuple[Wanted, ...]:
    """Who is to be asked now."""
    return tuple(
        Wanted(part=wish.part, who=wish.who)
        if wish.choice == COLLEAGUE or not wish.choice.isdecimal()
        else Wanted(part=wish.part, account_id=min(int(wish.choice), LARGEST_NUMBER))
        for wish in wishes
        if wish.choice != LATER or wish.who
    )


def read_availability(reader: FormReader) -> TypedAvailability:
    """The form as it was sent."""
    return TypedAvailability(
        part=reader.choice("deel", ConversationPart),
        begins=reader.line("van", required=True),
        ends=reader.line("tot", required=True),
        begins_on=reader.day("van"),
        ends_on=reader.day("tot"),
        note=reader.line("opmerking", limit=NOTE_LIMIT),
        key=reader.line("sleutel") or new_key(),
    )
