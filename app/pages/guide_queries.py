"""Reading what stands around a page: its themes, its place in the guide, and who links to it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, literal, select, tuple_, union_all
from sqlalchemy.orm import aliased

from app.core.db import db
from app.pages.models import Chapter, Page, PageLink, PageSlug, Revision, RevisionTopic
from app.pages.published import AnySelect, PageRow, published_pages
from app.pages.queries import ReadPage
from app.topics.models import Topic
from app.topics.queries import TopicRow

PAGES_BESIDE = 25
REFERRERS_SHOWN = 30
# A page that thousands link to: enough of them to choose by title from, without sorting them all.
REFERRERS_LOOKED_AT = 200


@dataclass(frozen=True, slots=True)
class NavChapter:
    """A chapter in the navigation, which leads to its first page; the current one shows the pages near."""

    title: str
    url: str
    current: bool
    pages: tuple[PageRow, ...]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Everything around the text of a page."""

    topics: tuple[TopicRow, ...]
    chapters: tuple[NavChapter, ...]
    previous: PageRow | None
    next: PageRow | None
    referrers: tuple[PageRow, ...]


@dataclass(frozen=True, slots=True)
class _ChapterRow:
    id: int
    title: str
    first: PageRow | None
    last: PageRow | None


def _chapters() -> AnySelect:
    """Every chapter with its first and last page, each found through the index on the guide's order."""
    statement: AnySelect = (
        select(Chapter.id, Chapter.title).select_from(Chapter).order_by(Chapter.position, Chapter.id)
    )
    for last in (False, True):
        page, text, address = aliased(Page), aliased(Revision), aliased(PageSlug)
        order = (page.position.desc(), page.id.desc()) if last else (page.position, page.id)
        edge = (
            select(page.id)
            .where(page.chapter_id == Chapter.id)
            .where(page.archived_at.is_(None), page.current_revision_id.is_not(None))
            .order_by(*order)
            .limit(1)
            .correlate(Chapter)
            .scalar_subquery()
        )
        found = aliased(Page)
        statement = (
            statement.add_columns(text.title, address.slug)
            .outerjoin(found, found.id == edge)
            .outerjoin(text, text.id == found.current_revision_id)
            .outerjoin(address, (address.page_id == found.id) & address.current)
        )
    return statement


def _around() -> Any:
    place = tuple_(Page.position, Page.id)
    here = tuple_(bindparam("position"), bindparam("page_id"))
    beside = published_pages(Page.position, Page.id).where(Page.chapter_id == bindparam("chapter_id"))
    before = beside.where(place < here).order_by(Page.position.desc(), Page.id.desc()).limit(PAGES_BESIDE)
    after = beside.where(place >= here).order_by(Page.position, Page.id).limit(PAGES_BESIDE + 1)
    here_linked = PageLink.target_page_id == bindparam("page_id")
    links = select(PageLink.page_id).where(here_linked, PageLink.page_id != bindparam("page_id")).distinct()
    links = links.order_by(PageLink.page_id).limit(REFERRERS_LOOKED_AT)
    referrers = (
        published_pages(literal(0), Page.id)
        .where(Page.id.in_(links))
        .order_by(Page.title_key, Page.id)
        .limit(REFERRERS_SHOWN)
    )
    topics = (
        select(Topic.name, Topic.slug, Topic.position, Topic.id)
        .join(RevisionTopic, RevisionTopic.topic_id == Topic.id)
        .where(RevisionTopic.revision_id == bindparam("revision_id"))
    )
    parts = {"beside": (before, after), "referrer": (referrers,), "topic": (topics,)}
    return union_all(
        *(
            select(literal(name), *statement.subquery().c)
            for name, statements in parts.items()
            for statement in statements
        )
    )


_CHAPTERS = _chapters()
_AROUND = _around()


def surroundings(page: ReadPage) -> Surroundings:
    """Themes, place in the guide and referrers of a page, in two statements however large the guide is."""
    chapters = [
        _ChapterRow(row[0], row[1], _page(row[2], row[3]), _page(row[4], row[5]))
        for row in db.session.execute(_CHAPTERS)
    ]
    here = {
        "page_id": page.id,
        "position": page.position,
        "chapter_id": page.chapter_id,
        "revision_id": page.revision_id,
    }
    parts: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for part, title, slug, position, row_id in db.session.execute(_AROUND, here):
        parts[part].append((position, row_id, title, slug))
    beside = _rows(sorted(parts["beside"]), page.slug)
    topics = (TopicRow(id_, slug, name) for _, id_, name, slug in sorted(parts["topic"]))
    previous, following = _neighbours(chapters, beside, page)
    return Surroundings(
        topics=tuple(topics),
        chapters=_navigation(chapters, beside, page.chapter_id),
        previous=previous,
        next=following,
        referrers=_rows(parts["referrer"], page.slug),
    )


def _page(title: str | None, slug: str | None) -> PageRow | None:
    return PageRow(title, slug) if title is not None and slug is not None else None


def _rows(found: Iterable[tuple[Any, ...]], here: str) -> tuple[PageRow, ...]:
    return tuple(PageRow(title, slug, current=slug == here) for _, _, title, slug in found)


def _navigation(
    chapters: list[_ChapterRow], beside: tuple[PageRow, ...], chapter_id: int | None
) -> tuple[NavChapter, ...]:
    return tuple(
        NavChapter(row.title, row.first.url, row.id == chapter_id, beside if row.id == chapter_id else ())
        for row in chapters
        if row.first is not None
    )


def _neighbours(
    chapters: list[_ChapterRow], beside: tuple[PageRow, ...], page: ReadPage
) -> tuple[PageRow | None, PageRow | None]:
    """The page before and after this one; at the edge of a chapter those of the chapters around it."""
    if page.chapter_id is None or not beside:
        return None, None
    place = next(number for number, row in enumerate(beside) if row.current)
    chapter = next(number for number, row in enumerate(chapters) if row.id == page.chapter_id)
    earlier = [row.last for row in chapters[:chapter] if row.last]
    later = [row.first for row in chapters[chapter + 1 :] if row.first]
    previous = beside[place - 1] if place else (earlier[-1] if earlier else None)
    following = beside[place + 1] if place + 1 < len(beside) else (later[0] if later else None)
    return previous, following
