"""Reading what stands around the changes of a proposal: their pages as they are now, and what is asked."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import aliased

from app.core.db import db
from app.pages.models import Chapter, Page, PageSlug, Revision
from app.pages.rules import page_path
from app.proposals.models import ChangeRendering, ProposalEvent, Publication
from app.text.rendered import Rendered


@dataclass(frozen=True, slots=True)
class PageNow:
    """A page as it is called and stands now."""

    id: int
    title: str
    slug: str
    revision_id: int

    @property
    def url(self) -> str:
        """Where it is read."""
        return page_path(self.slug)


@dataclass(frozen=True, slots=True)
class ProposedRendering:
    """What a proposed text looks like, and how much it changes."""

    rendered: Rendered
    change_size: dict[str, int]


@dataclass(frozen=True, slots=True)
class PublishedAs:
    """A revision that a proposal became, of a page that is called so now."""

    title: str
    slug: str
    number: int


_current = aliased(Revision)


def pages_now(page_ids: Iterable[int | None]) -> dict[int, PageNow]:
    """These pages, archived ones too, by id."""
    pages = (
        select(Page.id, Revision.title, PageSlug.slug, Revision.id)
        .join(Revision, Revision.id == Page.current_revision_id)
        .join(PageSlug, (PageSlug.page_id == Page.id) & PageSlug.current)
    )
    wanted = pages.where(Page.id.in_([page_id for page_id in page_ids if page_id]))
    return {row[0]: PageNow(*row) for row in db.session.execute(wanted)}


def proposed_renderings(change_ids: Iterable[int]) -> dict[int, ProposedRendering]:
    """The stored renderings of proposed texts, by change."""
    rows = db.session.scalars(select(ChangeRendering).where(ChangeRendering.change_id.in_(list(change_ids))))
    return {row.change_id: _rendering(row) for row in rows}


def chapter_titles() -> dict[int, str]:
    """The chapters of the guide in order, by id."""
    chapters = select(Chapter.id, Chapter.title).order_by(Chapter.position, Chapter.id)
    return dict(db.session.execute(chapters).all())


def published_as(proposal_id: int) -> tuple[PublishedAs, ...]:
    """The revisions that a taken over proposal became, in the order of its changes."""
    rows = (
        select(_current.title, PageSlug.slug, Revision.number)
        .join(Publication, Publication.revision_id == Revision.id)
        .join(Page, Page.id == Revision.page_id)
        .join(_current, _current.id == Page.current_revision_id)
        .join(ProposalEvent, ProposalEvent.id == Publication.event_id)
        .join(PageSlug, (PageSlug.page_id == Revision.page_id) & PageSlug.current)
        .where(ProposalEvent.proposal_id == proposal_id)
        .order_by(Publication.change_id)
    )
    return tuple(PublishedAs(*row) for row in db.session.execute(rows))


def _rendering(row: ChangeRendering) -> ProposedRendering:
    stored = {name: getattr(row, name) for name in ("html", "text", "headings", "segments")}
    return ProposedRendering(Rendered.from_dict(stored), row.change_size)
