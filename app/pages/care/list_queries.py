"""Reading which pages somebody should look at again."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, func, select

from app.accounts.models import Account
from app.core.db import db
from app.pages.models import Page, PageEvent
from app.pages.published import IS_PUBLISHED, AnySelect, published_pages
from app.pages.rules import page_path

OUTDATED_SHOWN = 100
OWN_SHOWN = 10


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A page that somebody should look at; `seen_event` is what a form about it carries."""

    title: str
    slug: str
    owner: str | None
    review_on: date | None
    outdated_since: datetime | None
    seen_event: int

    @property
    def url(self) -> str:
        """Where the page is read."""
        return page_path(self.slug)


_newest_event = (
    select(func.coalesce(func.max(PageEvent.id), 0))
    .where(PageEvent.page_id == Page.id)
    .correlate(Page)
    .scalar_subquery()
)
_ROWS = published_pages(Account.name, Page.review_on, Page.outdated_since, _newest_event).outerjoin(
    Account, Account.id == Page.owner_id
)


def pages_to_review(on: date, *, limit: int, offset: int = 0) -> list[ReviewRow]:
    """The pages that somebody should have looked at by this day, the longest ago first."""
    rows = _ROWS.where(*_past(on)).order_by(Page.review_on, Page.id)
    return _read(rows.limit(limit).offset(offset))


def count_to_review(on: date) -> int:
    """How many there are."""
    pages = select(func.count()).select_from(Page).where(*IS_PUBLISHED, *_past(on))
    return db.session.scalar(pages) or 0


def own_pages_to_review(account_id: int, on: date) -> list[ReviewRow]:
    """Those that this person owns."""
    rows = _ROWS.where(Page.owner_id == account_id, *_past(on)).order_by(Page.review_on, Page.id)
    return _read(rows.limit(OWN_SHOWN))


def outdated_pages() -> list[ReviewRow]:
    """The pages that are marked as out of date, the longest ago first."""
    rows = _ROWS.where(Page.outdated_since.is_not(None)).order_by(Page.outdated_since, Page.id)
    return _read(rows.limit(OUTDATED_SHOWN))


def _past(on: date) -> tuple[ColumnElement[bool], ...]:
    """A page that is marked as out of date waits for a better text, not for somebody to look."""
    return Page.review_on <= on, Page.outdated_since.is_(None)


def _read(rows: AnySelect) -> list[ReviewRow]:
    return [ReviewRow(*row) for row in db.session.execute(rows)]
