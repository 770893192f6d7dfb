"""The forms of a dilemma. Field names are Dutch."""

from dataclasses import dataclass

from app.threads.dilemmas.rules import REASON_LIMIT, WAY_LIMIT
from app.threads.dilemmas.service import Ways
from app.threads.kinds import DilemmaSide
from app.web.forms import FormReader
from app.web.naming import CONFIRMED

FIELDS = {"first": "eerste", "second": "tweede", "reason": "reden", "side": "keuze"}
"""What the service calls a field, and its name in the page."""


@dataclass(frozen=True, slots=True)
class TypedChoice:
    """What somebody chooses, as it was typed."""

    side: DilemmaSide | None = None
    reason: str = ""
    confirmed: bool = False


def read_choice(reader: FormReader) -> TypedChoice:
    """The form with which is chosen."""
    reason = reader.text("reden", limit=REASON_LIMIT)
    return TypedChoice(reader.choice("keuze", DilemmaSide), reason, reader.flag(CONFIRMED))


def read_ways(reader: FormReader) -> Ways:
    """The form that opens a dilemma."""
    return Ways(
        first=reader.line("eerste", limit=WAY_LIMIT, required=True),
        second=reader.line("tweede", limit=WAY_LIMIT, required=True),
    )
