"""The forms of proposals, read into what the services ask for. Field names are Dutch."""

import hashlib
from dataclasses import dataclass, field
from datetime import datetime

from app.core.errors import Invalid
from app.core.submissions import new_key
from app.pages.rules import BODY_LIMIT, LEAD_LIMIT, NOTE_LIMIT, REASON_LIMIT, TITLE_LIMIT, PageContent
from app.proposals.drafts.rules import FormStamp, Ticket
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
PREVIEW, KEEP = "voorbeeld", "bewaren"
"""What the buttons of the form ask beside sending it in."""
MOST_OVERLAPS = 1_000


@dataclass(frozen=True, slots=True)
class TypedChange:
    """Everything in the form of a proposal, as it was typed. With a section, `body` is that section alone.

    `keeps_draft` is the button that saves without sending in; `proposal_id` is the proposal that it adjusts.
    """

    content: PageContent
    change_note: str = ""
    reason: str = ""
    minor: bool = False
    base_id: int | None = None
    section: str = ""
    seen_event: int = 0
    proposal_id: int | None = None
    cursor: int | None = None
    wants_preview: bool = False
    keeps_draft: bool = False
    key: str = field(default_factory=new_key)
    draft_id: int | None = None
    draft_version: int = 0
    stamp: FormStamp | None = None
    saved_at: datetime | None = None

    @property
    def ticket(self) -> Ticket:
        """What the form knows of its draft.

        A form without a script has no stamp of its own: then its words are the stamp, so that sending it
        twice makes one draft, and going back and sending it with other words makes two.
        """
        return Ticket(
            stamp=self.stamp or FormStamp(f"{self.key}-{self._digest()}", 1),
            send_key=self.key,
            draft_id=self.draft_id,
            seen_version=self.draft_version,
        )

    def _digest(self) -> str:
        words = f"{self.content.sha256} {sorted(self.content.topic_ids)} {self.motivation}"
        return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:16]

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


def read_change(reader: FormReader, *, saves_itself: bool = False) -> TypedChange:
    """The form of a proposal. A section has no title, lead and themes of its own.

    What is half written may be looked at and kept, but not sent in.
    """
    section = reader.line("sectie")
    action = reader.line("actie")
    needed = not saves_itself and action not in {PREVIEW, KEEP}
    content = PageContent(
        title=reader.line("titel", limit=TITLE_LIMIT, required=needed and not section),
        lead=reader.line("samenvatting", limit=LEAD_LIMIT),
        body=reader.text("tekst", limit=BODY_LIMIT, required=needed and not section),
        topic_ids=frozenset(reader.identifiers("themas")),
    )
    return TypedChange(
        content=content,
        change_note=reader.line("wijziging", limit=NOTE_LIMIT),
        reason=reader.text("reden", limit=REASON_LIMIT, required=needed),
        minor=reader.flag("klein"),
        base_id=reader.identifier("basis"),
        section=section,
        seen_event=reader.identifier("gezien") or 0,
        proposal_id=reader.identifier("voorstel"),
        cursor=reader.identifier("cursor"),
        wants_preview=action == PREVIEW,
        keeps_draft=action == KEEP,
        key=reader.line("sleutel") or new_key(),
        draft_id=reader.identifier("concept"),
        draft_version=reader.identifier("versie") or 0,
        stamp=_stamp(reader),
    )


def _stamp(reader: FormReader) -> FormStamp | None:
    """The form's own name and the number of its save, which only a script gives it."""
    form = reader.line("formulier")
    return FormStamp(form, reader.identifier("beurt") or 0) if form else None


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
