"""The forms with which a page is taken care of. Field names are Dutch."""

from dataclasses import dataclass, field
from datetime import date

from app.core.clock import end_of
from app.core.errors import Invalid
from app.core.submissions import new_key
from app.pages.care.kinds import DecisionRule, ProposerGroup
from app.pages.care.recording import CareStep
from app.pages.care.rules import CurrentProtection, ProtectionWish, Upkeep
from app.pages.rules import REASON_LIMIT
from app.web.forms import FormReader

FIELDS = {
    "reason": "reden",
    "decision_rule": "besluit",
    "decider": "redacteur",
    "ends_on": "tot",
    "owner": "eigenaar",
}
"""What the services call a field, and its name in the page."""
LIFT = "opheffen"


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedStep:
    """A step with its reason, as it was typed, and what had happened to the page when the form was opened."""

    reason: str = ""
    seen_event: int = 0
    key: str = field(default_factory=new_key)

    def step(self, page_id: int) -> CareStep:
        """What this form does to a page."""
        return CareStep(page_id=page_id, seen_event=self.seen_event, key=self.key, reason=self.reason)


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedProtection(TypedStep):
    """The form of a protection; `day` is its last day as it was typed, `lifts` ends the present one."""

    proposers: ProposerGroup | None = None
    decision_rule: DecisionRule | None = None
    decider_id: int | None = None
    day: str = ""
    last_day: date | None = None
    lifts: bool = False

    def wish(self) -> ProtectionWish:
        """What is asked for, of a form without errors."""
        named = self.decision_rule is DecisionRule.NAMED
        return ProtectionWish(
            proposers=self.proposers or ProposerGroup.EVERYBODY,
            decision_rule=self.decision_rule or DecisionRule.ONE,
            decider_id=self.decider_id if named else None,
            ends_at=end_of(self.last_day) if self.last_day else None,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedUpkeep(TypedStep):
    """The form of the owner and the day to look again; `day` is that day as it was typed."""

    owner: str = ""
    day: str = ""
    review_on: date | None = None

    def upkeep(self) -> Upkeep:
        """What is asked for."""
        return Upkeep(owner=self.owner, review_on=self.review_on)


def filled_from(protection: CurrentProtection, seen_event: int) -> TypedProtection:
    """The form as it opens for a page; a new one asks for the least, that only the redactie proposes."""
    return TypedProtection(
        proposers=protection.proposers if protection.id else ProposerGroup.REDACTIE,
        decision_rule=protection.decision_rule,
        decider_id=protection.decider_id,
        day=protection.last_day.isoformat() if protection.last_day else "",
        seen_event=seen_event,
    )


def read_step(reader: FormReader, *, reason_needed: bool = True) -> TypedStep:
    """A form that asks for a reason alone, or for nothing."""
    return TypedStep(
        reason=reader.text("reden", limit=REASON_LIMIT, required=reason_needed),
        seen_event=reader.identifier("gezien") or 0,
        key=reader.line("sleutel") or new_key(),
    )


def read_protection(reader: FormReader) -> TypedProtection:
    """The form of a protection; lifting one asks for the reason alone."""
    lifts = reader.line("actie") == LIFT
    step = read_step(reader)
    return TypedProtection(
        proposers=reader.choice("voorstellen", ProposerGroup, required=not lifts),
        decision_rule=reader.choice("besluit", DecisionRule, required=not lifts),
        decider_id=reader.identifier("redacteur"),
        day=reader.line("tot"),
        last_day=reader.day("tot"),
        lifts=lifts,
        reason=step.reason,
        seen_event=step.seen_event,
        key=step.key,
    )


def read_upkeep(reader: FormReader) -> TypedUpkeep:
    """The form of the owner and the day to look again."""
    step = read_step(reader, reason_needed=False)
    return TypedUpkeep(
        owner=reader.line("eigenaar"),
        day=reader.line("nakijken"),
        review_on=reader.day("nakijken"),
        reason=step.reason,
        seen_event=step.seen_event,
        key=step.key,
    )


def refuse(reader: FormReader, error: Invalid) -> None:
    """Note at its own field what a service refused."""
    reader.fail(FIELDS.get(error.field, error.field), error.code, **error.facts)
