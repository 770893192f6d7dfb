"""The forms of proposals, read into what the services ask for. Field names are Dutch."""

from dataclasses import dataclass, field

from app.core.errors import Invalid
from app.core.submissions import new_key
from app.pages.rules import BODY_LIMIT, LEAD_LIMIT, NOTE_LIMIT, REASON_LIMIT, TITLE_LIMIT, PageContent
from app.proposals.kinds import Choice, ProposalStep
from app.proposals.rebasing import Settlement
from app.proposals.rules import DECISIONS
from app.proposals.sending import Motivation
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
}
"""What the services call a field, and its name in the page."""
MOST_OVERLAPS = 1_000


@dataclass(frozen=True, slots=True)
class TypedChange:
    """Everything in the form of a proposal, as it was typed. With a section, `body` is that section alone."""

    content: PageContent
    change_note: str = ""
    reason: str = ""
    minor: bool = False
    base_id: int | None = None
    section: str = ""
    seen_event: int = 0
    wants_preview: bool = False
    key: str = field(default_factory=new_key)

    @property
    def motivation(self) -> Motivation:
        """What changes and why."""
        return Motivation(change_note=self.change_note, reason=self.reason, minor=self.minor)


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


def read_change(reader: FormReader) -> TypedChange:
    """The form of a proposal. A section has no title, lead and themes of its own."""
    section = reader.line("sectie")
    wants_preview = reader.line("actie") == "voorbeeld"
    content = PageContent(
        title=reader.line("titel", limit=TITLE_LIMIT, required=not section and not wants_preview),
        lead=reader.line("samenvatting", limit=LEAD_LIMIT),
        body=reader.text("tekst", limit=BODY_LIMIT, required=not section and not wants_preview),
        topic_ids=frozenset(reader.identifiers("themas")),
    )
    return TypedChange(
        content=content,
        change_note=reader.line("wijziging", limit=NOTE_LIMIT),
        reason=reader.text("reden", limit=REASON_LIMIT, required=not wants_preview),
        minor=reader.flag("klein"),
        base_id=reader.identifier("basis"),
        section=section,
        seen_event=reader.identifier("gezien") or 0,
        wants_preview=wants_preview,
        key=reader.line("sleutel") or new_key(),
    )


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
        settlements=_settlements(reader),
    )


def read_part_decision(reader: FormReader, proposal_id: int, *, reason_needed: bool) -> TypedDecision:
    """The part of the form for taking over a part that every decision has."""
    return TypedDecision(
        move=_move(reader, proposal_id, reason_needed=reason_needed),
        key=reader.line("sleutel") or new_key(),
        step=ProposalStep.ACCEPT_PART,
        current_ids=reader.identifiers("basis"),
        settlements=_settlements(reader),
    )


def read_settling(reader: FormReader, proposal_id: int) -> TypedDecision:
    """The form of a writer who settles where her proposal clashes with its page."""
    return TypedDecision(
        move=_move(reader, proposal_id),
        key=reader.line("sleutel") or new_key(),
        current_ids=reader.identifiers("basis"),
        settlements=_settlements(reader),
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


def _settlements(reader: FormReader) -> dict[str, Settlement]:
    found: dict[str, Settlement] = {}
    for number in range(1, MOST_OVERLAPS + 1):
        key = reader.line(f"plek-{number}")
        if not key:
            break
        choice = reader.choice(f"keuze-{number}", Choice, required=False)
        found[key] = Settlement(choice, reader.text(f"eigen-{number}"))
    return found
