"""Reading one page with everything around it, in a constant and small number of statements.

The statements are built once: building them costs more than most of them take.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import aliased

from app.accounts.models import Account
from app.core.db import db
from app.pages.checking.kinds import CheckCause
from app.pages.checking.models import AfterCheck
from app.pages.hiding.queries import event_reason_unless_hidden, name_unless_hidden
from app.pages.kinds import PageEventKind
from app.pages.models import Chapter, Page, PageEvent, PageLink, PageSlug, Rendering, Revision
from app.pages.published import IS_PUBLISHED, PageRow, pages_with_text, published_pages
from app.pages.rules import page_path

WANTED_BY_LIMIT = 20


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page as it is read now; `approver` is None when nobody approved it or names are not shown.

    `unchecked` says why some version of it was published before a second redacteur had looked.
    """

    id: int
    slug: str
    title: str
    lead: str
    revision_id: int
    number: int
    published_at: datetime
    approved: bool
    approver: str | None
    html: str | None
    headings: tuple[dict[str, Any], ...]
    chapter_id: int | None
    chapter_title: str | None
    chapter_slug: str | None
    position: int
    unchecked: CheckCause | None

    @property
    def url(self) -> str:
        """Where the page is read."""
        return page_path(self.slug)


@dataclass(frozen=True, slots=True)
class PageHead:
    """Which page an address leads to: enough for its history and for a redirect."""

    id: int
    slug: str
    title: str
    number: int
    revision_id: int
    archived: bool = False

    @property
    def url(self) -> str:
        """Where the page is read."""
        return page_path(self.slug)


_asked = aliased(PageSlug)
_ANY_HEAD = (
    pages_with_text(Page.id, Revision.number, Revision.id.label("revision_id"), Page.archived_at)
    .join(_asked, _asked.page_id == Page.id)
    .where(_asked.slug == bindparam("slug"))
)
_HEAD = _ANY_HEAD.where(*IS_PUBLISHED)
_published = aliased(Revision)
_unchecked = (
    select(AfterCheck.cause)
    .join(_published, _published.id == AfterCheck.revision_id)
    .where(_published.page_id == Page.id, AfterCheck.checked_at.is_(None))
    .order_by(AfterCheck.cause)
    .limit(1)
    .correlate(Page)
    .scalar_subquery()
)
_PAGE = (
    _HEAD.add_columns(
        Revision.lead,
        Revision.published_at,
        Revision.approver_id,
        name_unless_hidden(Account).label("approver"),
        Rendering.html,
        Rendering.headings,
        Page.chapter_id,
        Chapter.title.label("chapter_title"),
        Chapter.slug.label("chapter_slug"),
        Page.position,
        _unchecked.label("unchecked"),
    )
    .outerjoin(Account, Account.id == Revision.approver_id)
    .outerjoin(Rendering, Rendering.revision_id == Revision.id)
    .outerjoin(Chapter, Chapter.id == Page.chapter_id)
)


def read_page(slug: str, *, names: bool) -> ReadPage | None:
    """The published page at a present or former address."""
    row = db.session.execute(_PAGE, {"slug": slug}).first()
    if row is None:
        return None
    return ReadPage(
        id=row.id,
        slug=row.slug,
        title=row.title,
        lead=row.lead,
        revision_id=row.revision_id,
        number=row.number,
        published_at=row.published_at,
        approved=row.approver_id is not None,
        approver=row.approver if names else None,
        html=row.html,
        headings=tuple(row.headings or ()),
        chapter_id=row.chapter_id,
        chapter_title=row.chapter_title,
        chapter_slug=row.chapter_slug,
        position=row.position,
        unchecked=row.unchecked,
    )


def page_head(slug: str, *, even_archived: bool = False) -> PageHead | None:
    """Which published page stands at a present or former address; when asked also one in the archive."""
    row = db.session.execute(_ANY_HEAD if even_archived else _HEAD, {"slug": slug}).first()
    if row is None:
        return None
    return PageHead(row.id, row.slug, row.title, row.number, row.revision_id, row.archived_at is not None)


@dataclass(frozen=True, slots=True)
class MissingPage:
    """An address without a page: who links to it; and when it was there before, why it is gone.

    `replacement` is the page to read instead; `history_slug` and `number` name its last version.
    """

    wanted_by: tuple[PageRow, ...]
    archived_at: datetime | None = None
    reason: str = ""
    title: str = ""
    history_slug: str = ""
    number: int = 0
    replacement: PageRow | None = None

    @property
    def status(self) -> int:
        """What HTTP calls it: not found, or gone."""
        return 410 if self.archived_at else 404


def missing_page(slug: str) -> MissingPage:
    """What can be said about an address that has no published page."""
    wanting = select(PageLink.page_id).where(PageLink.target_key == slug)
    pages = published_pages().where(Page.id.in_(wanting)).order_by(Page.title_key).limit(WANTED_BY_LIMIT)
    wanted_by = tuple(PageRow(*row) for row in db.session.execute(pages))
    current = aliased(PageSlug)
    archived = (
        select(
            Page.archived_at,
            Page.replacement_id,
            event_reason_unless_hidden().label("reason"),
            Revision.title,
            current.slug,
            Revision.number,
        )
        .join(PageSlug, PageSlug.page_id == Page.id)
        .join(current, (current.page_id == Page.id) & current.current)
        .join(Revision, Revision.id == Page.current_revision_id)
        .outerjoin(PageEvent, (PageEvent.page_id == Page.id) & (PageEvent.kind == PageEventKind.ARCHIVED))
        .where(PageSlug.slug == slug, Page.archived_at.is_not(None))
        .order_by(PageEvent.id.desc())
    )
    row = db.session.execute(archived).first()
    if row is None:
        return MissingPage(wanted_by)
    replacement = db.session.execute(published_pages().where(Page.id == row.replacement_id)).first()
    return MissingPage(
        wanted_by,
        row.archived_at,
        row.reason or "",
        title=row.title,
        history_slug=row.slug,
        number=row.number,
        replacement=PageRow(*replacement) if replacement else None,
    )
