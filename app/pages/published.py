"""What every list of pages begins with: the published pages, with their address and title."""

from dataclasses import dataclass
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, Select, select

from app.pages.models import Page, PageSlug, Revision
from app.pages.rules import page_path

AnySelect: TypeAlias = Select[*tuple[Any, ...]]
IS_PUBLISHED = (Page.archived_at.is_(None), Page.current_revision_id.is_not(None))


@dataclass(frozen=True, slots=True)
class PageRow:
    """A page in a list; `note` is whatever that list adds to it."""

    title: str
    slug: str
    lead: str = ""
    note: str = ""
    current: bool = False

    @property
    def url(self) -> str:
        """Where the page is read."""
        return page_path(self.slug)


def published_pages(*columns: ColumnElement[Any] | Any) -> AnySelect:
    """Title and address of every published page, followed by the columns asked for."""
    return pages_with_text(*columns).where(*IS_PUBLISHED)


def pages_with_text(*columns: ColumnElement[Any] | Any) -> AnySelect:
    """The same of every page, those in the archive too."""
    return (
        select(Revision.title, PageSlug.slug, *columns)
        .select_from(Page)
        .join(Revision, Revision.id == Page.current_revision_id)
        .join(PageSlug, (PageSlug.page_id == Page.id) & PageSlug.current)
    )
