"""Reading drafts. Every statement asks for the author: nobody else ever gets a word of them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import aliased

from app.core.db import db
from app.pages.lifecycle import GuidePlace
from app.pages.models import Page, Revision
from app.pages.rules import PageContent
from app.pages.texts import RevisionText, revision_texts
from app.proposals.change_queries import PageNow, pages_now
from app.proposals.drafts.models import Draft, DraftChange, DraftChangeTopic
from app.proposals.drafts.rules import KEPT_AFTER_THROWING_AWAY, draft_path, gone_for_good
from app.proposals.kinds import ChangeKind
from app.proposals.sending import Motivation
from app.proposals.written import WrittenChange


@dataclass(frozen=True, slots=True)
class DraftedChange:
    """One page's part in a draft; `page` is the page as it is now, None when it is to be made."""

    id: int
    written: WrittenChange
    page: PageNow | None

    @property
    def title(self) -> str:
        """What the page is called now, or would be called."""
        return self.page.title if self.page else self.written.content.title

    @property
    def moved_on(self) -> bool:
        """Whether the page has another text than the one this was written on."""
        base = self.written.base
        return self.page is not None and base is not None and self.page.revision_id != base.id

    @property
    def began_on_hidden(self) -> bool:
        """Whether it was written on a text that is hidden now: its own words may hold what was hidden."""
        return self.written.base is not None and self.written.base.hidden


@dataclass(frozen=True, slots=True)
class DraftText:
    """A whole draft, as its author reads it; `form` is the opened form that saved it last."""

    id: int
    version: int
    form: str
    proposal_id: int | None
    cursor: int | None
    why: Motivation
    saved_at: datetime
    changes: tuple[DraftedChange, ...]

    @property
    def url(self) -> str:
        """Where its author goes on."""
        return draft_path(self.id)

    @property
    def is_over_several(self) -> bool:
        """Whether more pages than one are in it."""
        return len(self.changes) > 1


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A draft in a list, named after its first page; `began_on` and `number` are versions of that page."""

    id: int
    proposal_id: int | None
    change_note: str
    saved_at: datetime
    kind: ChangeKind
    title: str
    page_id: int | None
    began_on: int | None
    number: int | None
    pages: int
    thrown_away_at: datetime | None

    @property
    def forgotten_at(self) -> datetime | None:
        """When it is gone for good; None for a draft that was not thrown away."""
        return self.thrown_away_at and self.thrown_away_at + KEPT_AFTER_THROWING_AWAY

    @property
    def url(self) -> str:
        """Where its author goes on."""
        return draft_path(self.id)

    @property
    def moved_on(self) -> bool:
        """Whether the first page has another text than the one it was written on."""
        return self.began_on != self.number


_base, _current = aliased(Revision), aliased(Revision)
_part = aliased(DraftChange)
_pages = select(func.count(_part.id)).where(_part.draft_id == Draft.id).correlate(Draft).scalar_subquery()
_ROWS: Any = (
    select(
        Draft.id,
        Draft.proposal_id,
        Draft.change_note,
        Draft.updated_at,
        DraftChange.kind,
        func.coalesce(_current.title, DraftChange.title),
        DraftChange.page_id,
        _base.number,
        _current.number,
        _pages,
        Draft.thrown_away_at,
    )
    .join(DraftChange, (DraftChange.draft_id == Draft.id) & (DraftChange.position == 1))
    .outerjoin(_base, _base.id == DraftChange.base_revision_id)
    .outerjoin(Page, Page.id == DraftChange.page_id)
    .outerjoin(_current, _current.id == Page.current_revision_id)
    .order_by(Draft.updated_at.desc(), Draft.id.desc())
)


def drafts_of(account_id: int) -> tuple[DraftRow, ...]:
    """Every draft of one person, the last saved first; there are never more than the limit."""
    return _rows(_ROWS.where(*_of(account_id)))


def thrown_away_by(account_id: int, at: datetime) -> tuple[DraftRow, ...]:
    """What one person threw away and can have back, the last thrown away first."""
    kept = (Draft.author_id == account_id, Draft.thrown_away_at > gone_for_good(at))
    return _rows(_ROWS.where(*kept).order_by(None).order_by(Draft.thrown_away_at.desc(), Draft.id.desc()))


def drafts_for_page(account_id: int, page_id: int) -> tuple[DraftRow, ...]:
    """This person's drafts in which one page has a part."""
    about = select(DraftChange.draft_id).where(DraftChange.page_id == page_id)
    return _rows(_ROWS.where(*_of(account_id), Draft.id.in_(about)))


def own_draft(account_id: int | None, draft_id: int) -> DraftText | None:
    """One draft with everything in it, for its author; for anybody else there is none."""
    wanted = select(Draft).where(Draft.id == draft_id, *_of(account_id))
    draft = db.session.scalars(wanted).one_or_none()
    if draft is None:
        return None
    return DraftText(
        id=draft.id,
        version=draft.version,
        form=draft.form_key,
        proposal_id=draft.proposal_id,
        cursor=draft.cursor,
        why=Motivation(change_note=draft.change_note, reason=draft.reason, minor=draft.minor),
        saved_at=draft.updated_at,
        changes=_changes_of(draft.id),
    )


def _of(account_id: int | None) -> tuple[ColumnElement[bool], ...]:
    return Draft.author_id == account_id, Draft.thrown_away_at.is_(None)


def _rows(statement: Select[Any]) -> tuple[DraftRow, ...]:
    return tuple(DraftRow(*row) for row in db.session.execute(statement))


def _changes_of(draft_id: int) -> tuple[DraftedChange, ...]:
    rows = db.session.scalars(
        select(DraftChange).where(DraftChange.draft_id == draft_id).order_by(DraftChange.position)
    ).all()
    topics = _topics(row.id for row in rows)
    bases = revision_texts(row.base_revision_id for row in rows)
    pages = pages_now(row.page_id for row in rows)
    return tuple(
        DraftedChange(row.id, _written(row, topics[row.id], bases), pages.get(row.page_id or 0))
        for row in rows
    )


def _written(row: DraftChange, topic_ids: set[int], bases: dict[int, RevisionText]) -> WrittenChange:
    return WrittenChange(
        kind=row.kind,
        content=PageContent(row.title, row.lead, row.body, frozenset(topic_ids)),
        base=bases.get(row.base_revision_id or 0),
        section=row.section_anchor,
        place=GuidePlace(row.chapter_id, row.guide_position),
        restored_revision_id=row.restored_revision_id,
        replacement_page_id=row.replacement_page_id,
    )


def _topics(change_ids: Iterable[int]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    pairs = select(DraftChangeTopic.change_id, DraftChangeTopic.topic_id)
    for change_id, topic_id in db.session.execute(
        pairs.where(DraftChangeTopic.change_id.in_(list(change_ids)))
    ):
        found[change_id].add(topic_id)
    return found
