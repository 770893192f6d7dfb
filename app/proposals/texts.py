"""Reading the text of proposals. Every reader of it passes here, so that hiding a text has one place."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from app.core.db import db
from app.pages.rules import PageContent
from app.proposals.kinds import ChangeKind
from app.proposals.models import ProposalChange, ProposalChangeTopic, ProposalVersion


@dataclass(frozen=True, slots=True)
class ChangeText:
    """One version of a proposed text, always whole, and what it was made on."""

    id: int
    version_id: int
    number: int
    kind: ChangeKind
    page_id: int | None
    base_revision_id: int | None
    content: PageContent
    change_note: str
    reason: str
    minor: bool
    sent_at: datetime


def change_text(version_id: int) -> ChangeText:
    """The text of one version."""
    rows = select(ProposalChange, ProposalVersion).join(
        ProposalVersion, ProposalVersion.id == ProposalChange.version_id
    )
    first = rows.where(ProposalVersion.id == version_id).order_by(ProposalChange.position).limit(1)
    change, version = db.session.execute(first).one()
    topics = select(ProposalChangeTopic.topic_id).where(ProposalChangeTopic.change_id == change.id)
    return ChangeText(
        id=change.id,
        version_id=version.id,
        number=version.number,
        kind=change.kind,
        page_id=change.page_id,
        base_revision_id=change.base_revision_id,
        content=PageContent(change.title, change.lead, change.body, frozenset(db.session.scalars(topics))),
        change_note=version.change_note,
        reason=version.reason,
        minor=version.minor,
        sent_at=version.sent_at,
    )
