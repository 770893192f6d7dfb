"""Reading what a page or a place in the guide is chosen from."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, or_, select

from app.core.db import db
from app.pages.models import Chapter, Page, PageSlug, Revision
from app.pages.published import IS_PUBLISHED, published_pages
from app.text.slugs import slugify

PAGES_TO_CHOOSE_FROM = 15
PLACES_PER_CHAPTER = 100


@dataclass(frozen=True, slots=True)
class PageChoice:
    """A page to choose; pages with one title are told apart by their chapter and address."""

    id: int
    title: str
    slug: str
    chapter: str


@dataclass(frozen=True, slots=True)
class ChapterPlaces:
    """The places in one chapter: first, and after each of its pages, in order."""

    id: int
    title: str
    after: tuple[str, ...]


def pages_called(words: str) -> list[PageChoice]:
    """Published pages with these words in their title or address, those that begin with them first."""
    key = " ".join(words.split()).casefold()
    if not key:
        return []
    begins = Page.title_key.startswith(key, autoescape=True)
    called = or_(Page.title_key.contains(key, autoescape=True), PageSlug.slug == slugify(key))
    pages = _choices().where(called).order_by(begins.desc(), Page.title_key, Page.id)
    return _read(pages.limit(PAGES_TO_CHOOSE_FROM))


def page_choice(page_id: int | None) -> PageChoice | None:
    """One page as it stands in such a choice; None when it cannot be read."""
    return next(iter(_read(_choices().where(Page.id == page_id))), None) if page_id else None


def guide_places(without_page_id: int | None) -> list[ChapterPlaces]:
    """Where a page can stand, as if it were in no chapter now; of a long chapter the first places."""
    place = func.row_number().over(partition_by=Page.chapter_id, order_by=(Page.position, Page.id))
    others = select(Page.id, Page.chapter_id, Page.current_revision_id, place.label("place"))
    others = others.where(*IS_PUBLISHED, Page.chapter_id.is_not(None), Page.id != (without_page_id or 0))
    shown = others.subquery()
    rows = (
        select(Chapter.id, Chapter.title, Revision.title)
        .outerjoin(shown, (shown.c.chapter_id == Chapter.id) & (shown.c.place < PLACES_PER_CHAPTER))
        .outerjoin(Revision, Revision.id == shown.c.current_revision_id)
        .order_by(Chapter.position, Chapter.id, shown.c.place)
    )
    titles: dict[tuple[int, str], list[str | None]] = defaultdict(list)
    for chapter_id, chapter, title in db.session.execute(rows):
        titles[chapter_id, chapter].append(title)
    return [ChapterPlaces(*chapter, tuple(filter(None, after))) for chapter, after in titles.items()]


def _choices() -> Any:
    return published_pages(Page.id, func.coalesce(Chapter.title, "")).outerjoin(
        Chapter, Chapter.id == Page.chapter_id
    )


def _read(pages: Any) -> list[PageChoice]:
    rows = db.session.execute(pages)
    return [PageChoice(page_id, title, slug, chapter) for title, slug, page_id, chapter in rows]
