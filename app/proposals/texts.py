"""Reading the text of proposals. Every reader of it passes here, so that hiding a text has one place."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select

from app.core.db import db
from app.pages.lifecycle import NOWHERE, GuidePlace
from app.pages.rules import PageContent
from app.pages.texts import NOTHING
from app.proposals.hidden import CHANGE_IS_HIDDEN
from app.proposals.kinds import ChangeKind
from app.proposals.models import Proposal, ProposalChange, ProposalChangeTopic, ProposalVersion


@dataclass(frozen=True, slots=True)
class ChangeText:
    """One version of a proposed text, always whole, and what it was made on.

    Of a text that is `hidden` the content is empty.
    """

    id: int
    version_id: int
    number: int
    position: int
    kind: ChangeKind
    page_id: int | None
    base_revision_id: int | None
    content: PageContent
    change_note: str
    reason: str
    minor: bool
    sent_at: datetime
    slug: str = ""
    place: GuidePlace = NOWHERE
    restored_revision_id: int | None = None
    replacement_page_id: int | None = None
    hidden: bool = False


def change_text(version_id: int) -> ChangeText:
    """The first text of a version, by which the whole is named."""
    return change_texts(version_id)[0]


def change_texts(version_id: int) -> tuple[ChangeText, ...]:
    """The texts of a version in order, one for each page, in two statements."""
    return _read_version(version_id)


def texts_to_merge(version_id: int) -> tuple[ChangeText, ...]:
    """The same with their words, also when they are hidden: to merge with, never to be shown."""
    return _read_version(version_id, even_hidden=True)


def _read_version(version_id: int, *, even_hidden: bool = False) -> tuple[ChangeText, ...]:
    rows = (
        select(ProposalChange, ProposalVersion, CHANGE_IS_HIDDEN)
        .join(ProposalVersion, ProposalVersion.id == ProposalChange.version_id)
        .join(Proposal, Proposal.id == ProposalVersion.proposal_id)
        .where(ProposalVersion.id == version_id)
        .order_by(ProposalChange.position)
    )
    found = list(db.session.execute(rows))
    topics = _topics(change.id for change, _, _ in found)
    return tuple(
        replace(_read(change, version, topics[change.id]), hidden=hidden)
        if even_hidden or not hidden
        else _without_words(_read(change, version, topics[change.id]))
        for change, version, hidden in found
    )


def _without_words(text: ChangeText) -> ChangeText:
    return replace(text, content=NOTHING, change_note="", reason="", slug="", hidden=True)


def _read(change: ProposalChange, version: ProposalVersion, topic_ids: set[int]) -> ChangeText:
    return ChangeText(
        id=change.id,
        version_id=version.id,
        number=version.number,
        position=change.position,
        kind=change.kind,
        page_id=change.page_id,
        base_revision_id=change.base_revision_id,
        content=PageContent(change.title, change.lead, change.body, frozenset(topic_ids)),
        change_note=version.change_note,
        reason=version.reason,
        minor=version.minor,
        sent_at=version.sent_at,
        slug=change.slug,
        place=GuidePlace(change.chapter_id, change.guide_position),
        restored_revision_id=change.restored_revision_id,
        replacement_page_id=change.replacement_page_id,
    )


def _topics(change_ids: Iterable[int]) -> dict[int, set[int]]:
    pairs = select(ProposalChangeTopic.change_id, ProposalChangeTopic.topic_id)
    found: dict[int, set[int]] = defaultdict(set)
    for change_id, topic_id in db.session.execute(
        pairs.where(ProposalChangeTopic.change_id.in_(list(change_ids)))
    ):
        found[change_id].add(topic_id)
    return found
