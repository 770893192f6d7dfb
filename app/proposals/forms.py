"""The forms of steps with a proposal, read into what the services ask for. Field names are Dutch."""

from dataclasses import dataclass, field

from app.core.errors import Invalid
from app.core.submissions import new_key
from app.pages.rules import REASON_LIMIT
from app.proposals.kinds import Choice, ProposalStep
from app.proposals.rebasing import Settlement
from app.proposals.rules import DECISIONS
from app.proposals.timeline import Move
from app.web.forms import FormReader

FIELDS = {
    "title": "titel",
    "lead": "samenvatting",
    "body": "tekst",
    "topics": "themas",
    "change_note": "wijziging",
    "reason": "reden",
    "overlaps": "plekken",
    "parts": "delen",
    "chapter": "plaats",
    "replacement": "vervanging",
}
"""What the services call a field, and its name in the page."""
MOST_OVERLAPS = 1_000


@dataclass(frozen=True, slots=True)
class TypedDecision:
    """Everything in the form of a decision, as it was typed.

    `current_ids` are the revisions that were on the screen beside a merged text.
    """

    move: Move
    key: str
    step: ProposalStep | None = None
    current_ids: tuple[int, ...] = ()
    settlements: dict[str, Settlement] = field(default_factory=dict)


def read_step(reader: FormReader, proposal_id: int) -> TypedDecision:
    """The form of a step without a choice: taking, giving back, withdrawing."""
    return TypedDecision(_move(reader, proposal_id), reader.line("sleutel") or new_key())


def read_decision(reader: FormReader, proposal_id: int) -> TypedDecision:
    """The form of a decision, with a choice for each overlap when there was a merge."""
    step = reader.choice("besluit", ProposalStep)
    if step is not None and step not in DECISIONS:
        reader.fail("besluit", "unknown_choice")
    return TypedDecision(
        move=_move(reader, proposal_id, reason_needed=True),
        key=reader.line("sleutel") or new_key(),
        step=step,
        current_ids=reader.identifiers("basis"),
        settlements=read_settlements(reader),
    )


def read_part_decision(reader: FormReader, proposal_id: int, *, reason_needed: bool) -> TypedDecision:
    """The part of the form for taking over a part that every decision has."""
    return TypedDecision(
        move=_move(reader, proposal_id, reason_needed=reason_needed),
        key=reader.line("sleutel") or new_key(),
        step=ProposalStep.ACCEPT_PART,
        current_ids=reader.identifiers("basis"),
        settlements=read_settlements(reader),
    )


def read_settling(reader: FormReader, proposal_id: int) -> TypedDecision:
    """The form of a writer who settles where her proposal clashes with its page."""
    return TypedDecision(
        move=_move(reader, proposal_id),
        key=reader.line("sleutel") or new_key(),
        current_ids=reader.identifiers("basis"),
        settlements=read_settlements(reader),
    )


def refuse(reader: FormReader, error: Invalid) -> None:
    """Note at its own field what a service refused."""
    reader.fail(FIELDS.get(error.field, error.field), error.code, **error.facts)


def _move(reader: FormReader, proposal_id: int, *, reason_needed: bool = False) -> Move:
    return Move(
        proposal_id=proposal_id,
        seen_event=reader.identifier("gezien") or 0,
        reason=reader.text("reden", limit=REASON_LIMIT, required=reason_needed),
    )


def read_settlements(reader: FormReader) -> dict[str, Settlement]:
    """What was chosen at each place of an overlap, and the words typed there."""
    found: dict[str, Settlement] = {}
    for number in range(1, MOST_OVERLAPS + 1):
        key = reader.line(f"plek-{number}")
        if not key:
            break
        choice = reader.choice(f"keuze-{number}", Choice, required=False)
        found[key] = Settlement(choice, reader.text(f"eigen-{number}"))
    return found
