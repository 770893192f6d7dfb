"""Reading what was taken over of a proposal and what was left."""

from collections import defaultdict
from dataclasses import dataclass

from markupsafe import Markup
from sqlalchemy import select

from app.core.db import db
from app.proposals.hidden import CHANGE_IS_HIDDEN
from app.proposals.kinds import ChangeKind, PartKind
from app.proposals.merging.models import ChangeChoice
from app.proposals.models import Proposal, ProposalChange, ProposalEvent
from app.proposals.parts.cutting import compare_lines
from app.proposals.rules import WORDLESS
from app.text.differences_html import inline_html


@dataclass(frozen=True, slots=True)
class PartChoice:
    """One part of a proposal that was decided on in part; `page` counts the changes of the proposal."""

    page: int
    title: str
    change_kind: ChangeKind
    position: int
    kind: PartKind
    taken: bool
    old: str
    new: str
    reason: str

    @property
    def can_be_sent_again(self) -> bool:
        """Whether a form for a text can hold it: not so for another place, or the archive."""
        return self.change_kind not in WORDLESS

    @property
    def differences(self) -> Markup | None:
        """Its words as differences; None for what is shown by its name alone."""
        by_name = self.kind in (PartKind.PAGE, PartKind.BODY, PartKind.MOVED) or not (self.old or self.new)
        return None if by_name else inline_html(compare_lines(self.old, self.new))


def choices_of(proposal_id: int) -> dict[int, list[PartChoice]]:
    """Every part that was chosen on, by the id of the decision in the timeline; without hidden words."""
    rows = (
        select(
            ChangeChoice.event_id,
            ProposalChange.position,
            ProposalChange.title,
            ProposalChange.kind,
            ChangeChoice.position,
            ChangeChoice.kind,
            ChangeChoice.taken,
            ChangeChoice.old_text,
            ChangeChoice.new_text,
            ChangeChoice.reason,
        )
        .join(ProposalEvent, ProposalEvent.id == ChangeChoice.event_id)
        .join(ProposalChange, ProposalChange.id == ChangeChoice.change_id)
        .join(Proposal, Proposal.id == ProposalEvent.proposal_id)
        .where(Proposal.id == proposal_id, ~CHANGE_IS_HIDDEN)
        .order_by(ProposalChange.position, ChangeChoice.position)
    )
    found: dict[int, list[PartChoice]] = defaultdict(list)
    for event_id, *columns in db.session.execute(rows):
        found[event_id].append(PartChoice(*columns))
    return found
