"""Reading what waits to be looked at afterwards."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from app.accounts.models import Account
from app.building_blocks.queries import count_handed_in
from app.core.clock import now
from app.core.db import db
from app.core.waiting import Waiting
from app.pages.checking.kinds import CheckCause, Urgency
from app.pages.checking.models import AfterCheck
from app.pages.checking.rules import urgency
from app.pages.hiding.queries import count_to_hide, name_unless_hidden
from app.pages.models import Revision
from app.proposals.models import ProposalEvent, Publication
from app.proposals.queries import count_waiting
from app.proposals.rules import proposal_path


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One publication that nobody looked at yet."""

    proposal_id: int
    page_title: str
    number: int
    cause: CheckCause
    who: str | None
    reason: str
    published_at: datetime
    due_at: datetime

    @property
    def url(self) -> str:
        """Where it is looked at."""
        return proposal_path(self.proposal_id)

    @property
    def urgency(self) -> Urgency:
        """How pressing it is that somebody looks."""
        return urgency(self.due_at, now())


def open_checks(limit: int, offset: int = 0) -> tuple[CheckRow, ...]:
    """What was published at once and waits for a second redacteur, oldest first."""
    rows = (
        select(
            ProposalEvent.proposal_id,
            Revision.title,
            Revision.number,
            AfterCheck.cause,
            name_unless_hidden(Account),
            ProposalEvent.reason,
            Revision.published_at,
            AfterCheck.due_at,
        )
        .join(Revision, Revision.id == AfterCheck.revision_id)
        .join(Publication, Publication.revision_id == Revision.id)
        .join(ProposalEvent, ProposalEvent.id == Publication.event_id)
        .outerjoin(Account, Account.id == ProposalEvent.actor_id)
        .where(AfterCheck.checked_at.is_(None))
        .order_by(AfterCheck.due_at, AfterCheck.revision_id)
    )
    return tuple(CheckRow(*row) for row in db.session.execute(rows.limit(limit).offset(offset)))


def redactie_counts(account_id: int) -> Waiting:
    """What waits for this redacteur, in one statement; what is checked afterwards may be late."""
    late = func.count().filter(AfterCheck.due_at < now())
    checks = select(func.count().label("all"), late.label("late"), func.min(AfterCheck.due_at).label("first"))
    unchecked = checks.where(AfterCheck.checked_at.is_(None)).subquery()
    counts = select(count_waiting(), count_handed_in(), count_to_hide(account_id), unchecked)
    proposals, blocks, to_hide, to_check, overdue, first = db.session.execute(counts).one()
    lists = {"queue": proposals, "blocks": blocks, "hiding": to_hide, "checks": to_check}
    return Waiting(lists, overdue, first)
