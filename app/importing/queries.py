"""Reading what was imported before."""

from dataclasses import dataclass

from sqlalchemy import select

from app.core.db import db
from app.importing.models import ImportItem, ImportSource
from app.pages.models import PageSlug
from app.pages.rules import page_path


@dataclass(frozen=True, slots=True)
class KnownFile:
    """A file that has a page: its newest state, and the newest revision that held a file's own text."""

    page_id: int
    slug: str
    sha256: str
    exact_revision_id: int | None

    @property
    def address(self) -> str:
        """Where the page is read."""
        return page_path(self.slug)


def state_of_source(name: str) -> str:
    """The state of the whole source when it was last imported without a refusal; empty when never."""
    return db.session.scalar(select(ImportSource.state_sha).where(ImportSource.name == name)) or ""


def known_files(source_id: int) -> dict[str, KnownFile]:
    """Every file of a source that has a page, by path."""
    items = (
        select(ImportItem, PageSlug.slug)
        .join(PageSlug, (PageSlug.page_id == ImportItem.page_id) & PageSlug.current)
        .where(ImportItem.source_id == source_id)
        .order_by(ImportItem.imported_at, ImportItem.id)
    )
    found: dict[str, KnownFile] = {}
    for item, slug in db.session.execute(items):
        before = found.get(item.path)
        earlier = before.exact_revision_id if before else None
        exact = item.revision_id if item.exact else earlier
        found[item.path] = KnownFile(item.page_id, slug, item.content_sha, exact)
    return found


def taken_slugs() -> frozenset[str]:
    """Every address that a page has or had."""
    return frozenset(db.session.scalars(select(PageSlug.slug)))
