"""What earlier imports of a history did."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import select

from app.core.db import db
from app.importing.history.trails import Step, Trail
from app.importing.models import ImportItem
from app.importing.queries import KnownFile
from app.pages.models import Page, PageSlug


@dataclass(frozen=True, slots=True)
class KnownPage(KnownFile):
    """A page that was imported from the file at `path`; `archived` says that it is in the archive now."""

    path: str
    archived: bool

    @property
    def has_ended(self) -> bool:
        """Whether the last that was imported of it was that its file was taken away."""
        return not self.sha256


Moment = tuple[str, str]
"""A path and a commit."""


@dataclass(frozen=True, slots=True)
class KnownHistory:
    """The pages of a source: by each moment of their files that was imported, and by where a file is."""

    by_moment: dict[Moment, KnownPage] = field(default_factory=dict)
    by_path: dict[str, KnownPage] = field(default_factory=dict)

    def pages_of(self, trails: Sequence[Trail]) -> list[KnownPage | None]:
        """The page that each trail was imported as.

        One of which no commit is known, because the history was written anew, is known by its place.
        """
        found = [self._by_moments(trail) for trail in trails]
        taken = {page.page_id for page in found if page}
        return [page or self._by_place(trail, taken) for page, trail in zip(found, trails, strict=True)]

    def new_steps(self, trail: Trail, page: KnownPage | None) -> Sequence[Step]:
        """The steps that were not imported before; of a history that was written anew only the last one."""
        done = [index for index, step in enumerate(trail.steps) if _moment(step) in self.by_moment]
        if done:
            return trail.steps[done[-1] + 1 :]
        return trail.steps[-1:] if page else trail.steps

    def knows_end_of(self, trail: Trail) -> bool:
        """Whether the commit that took the page away was imported."""
        return trail.deleted is not None and (trail.path, trail.deleted.id) in self.by_moment

    def _by_moments(self, trail: Trail) -> KnownPage | None:
        known = (self.by_moment.get(_moment(step)) for step in reversed(trail.steps))
        return next(filter(None, known), None)

    def _by_place(self, trail: Trail, taken: set[int]) -> KnownPage | None:
        page = self.by_path.get(trail.path)
        return page if page and page.page_id not in taken else None


def known_history(source_id: int) -> KnownHistory:
    """Everything that was imported from a source."""
    items = (
        select(ImportItem, PageSlug.slug, Page.archived_at)
        .join(PageSlug, (PageSlug.page_id == ImportItem.page_id) & PageSlug.current)
        .join(Page, Page.id == ImportItem.page_id)
        .where(ImportItem.source_id == source_id)
        .order_by(ImportItem.imported_at, ImportItem.id)
    )
    moments: dict[Moment, int] = {}
    pages: dict[int, KnownPage] = {}
    for item, slug, archived_at in db.session.execute(items):
        moments[item.path, item.commit_id] = item.page_id
        before = pages.get(item.page_id)
        earlier = before.exact_revision_id if before else None
        pages[item.page_id] = KnownPage(
            page_id=item.page_id,
            slug=slug,
            sha256=item.content_sha,
            exact_revision_id=item.revision_id if item.exact else earlier,
            path=item.path,
            archived=archived_at is not None,
        )
    return KnownHistory(
        {moment: pages[page_id] for moment, page_id in moments.items()},
        {page.path: page for page in pages.values()},
    )


def _moment(step: Step) -> Moment:
    return step.path, step.commit.id
