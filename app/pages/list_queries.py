"""Reading lists of pages: chapters with their pages, all pages by letter, by theme, and the wanted ones."""

from dataclasses import dataclass

from sqlalchemy import exists, func, select

from app.core.db import db
from app.pages.models import Chapter, Page, PageLink, Revision, RevisionTopic
from app.pages.published import IS_PUBLISHED, AnySelect, PageRow, published_pages
from app.pages.rules import page_path
from app.topics.models import Topic
from app.topics.queries import TopicRow

PAGES_PER_CHAPTER = 25


@dataclass(frozen=True, slots=True)
class ChapterPages:
    """A chapter with its first pages; `count` is how many it has."""

    slug: str
    title: str
    pages: tuple[PageRow, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """A page that is not there yet, and how many pages link to it."""

    slug: str
    count: int

    @property
    def url(self) -> str:
        """Where the page will be."""
        return page_path(self.slug)


def chapters_with_pages() -> list[ChapterPages]:
    """The guide in order, in one statement; of a long chapter the first pages."""
    place = func.row_number().over(partition_by=Page.chapter_id, order_by=(Page.position, Page.id))
    total = func.count().over(partition_by=Page.chapter_id)
    numbered = select(Page.id, place.label("place"), total.label("total"))
    shown = numbered.where(*IS_PUBLISHED, Page.chapter_id.is_not(None)).subquery()
    rows = (
        published_pages(Chapter.id, Chapter.slug, Chapter.title, shown.c.total)
        .join(shown, shown.c.id == Page.id)
        .join(Chapter, Chapter.id == Page.chapter_id)
        .where(shown.c.place <= PAGES_PER_CHAPTER)
        .order_by(Chapter.position, Chapter.id, shown.c.place)
    )
    found: dict[int, tuple[str, str, int, list[PageRow]]] = {}
    for page_title, page_slug, chapter_id, slug, title, count in db.session.execute(rows):
        found.setdefault(chapter_id, (slug, title, count, []))[3].append(PageRow(page_title, page_slug))
    return [ChapterPages(slug, title, tuple(pages), count) for slug, title, count, pages in found.values()]


def letters() -> dict[str, int]:
    """The first letters of all pages, with how many begin with each; digits count as letters."""
    letter = func.substr(Page.title_key, 1, 1)
    counted = select(letter, func.count()).where(*IS_PUBLISHED).group_by(letter).order_by(letter)
    return dict(db.session.execute(counted).all())


def pages_by_title(letter: str, *, limit: int, offset: int = 0) -> list[PageRow]:
    """All pages by title, those outside the guide too; with a letter only those that begin with it."""
    pages = published_pages(Revision.lead, func.coalesce(Chapter.title, "")).outerjoin(
        Chapter, Chapter.id == Page.chapter_id
    )
    if letter:
        pages = pages.where(Page.title_key.startswith(letter, autoescape=True))
    pages = pages.order_by(Page.title_key, Page.id).limit(limit).offset(offset)
    return [PageRow(*row) for row in db.session.execute(pages)]


def wanted_pages(limit: int) -> list[Wanted]:
    """Pages that others link to and that are not there yet, most wanted first."""
    demand = func.count(PageLink.page_id.distinct())
    wanted = (
        select(PageLink.target_key, demand)
        .join(Page, Page.id == PageLink.page_id)
        .where(*IS_PUBLISHED, PageLink.target_page_id.is_(None), ~PageLink.target_key.contains(":"))
        .group_by(PageLink.target_key)
        .order_by(demand.desc(), PageLink.target_key)
        .limit(limit)
    )
    return [Wanted(*row) for row in db.session.execute(wanted)]


def orphan_pages(limit: int) -> list[PageRow]:
    """Pages outside the guide that no other page links to: one finds them by searching alone."""
    linked = exists().where(PageLink.target_page_id == Page.id, PageLink.page_id != Page.id)
    pages = published_pages(Revision.lead).where(Page.chapter_id.is_(None), ~linked)
    pages = pages.where(Page.describes_topic_id.is_(None)).order_by(Page.title_key, Page.id)
    return [PageRow(*row) for row in db.session.execute(pages.limit(limit))]


def topics_with_counts() -> list[TopicRow]:
    """Every theme in the order of the redactie, with the number of published pages about it."""
    about = (
        select(RevisionTopic.topic_id, func.count().label("pages"))
        .join(Page, Page.current_revision_id == RevisionTopic.revision_id)
        .where(*IS_PUBLISHED)
        .group_by(RevisionTopic.topic_id)
        .subquery()
    )
    themes = (
        select(Topic.id, Topic.slug, Topic.name, func.coalesce(about.c.pages, 0))
        .outerjoin(about, about.c.topic_id == Topic.id)
        .order_by(Topic.position, Topic.id)
    )
    return [TopicRow(*row) for row in db.session.execute(themes)]


def describing_page(topic_id: int) -> PageRow | None:
    """The page that says what a theme is."""
    row = db.session.execute(
        published_pages(Revision.lead).where(Page.describes_topic_id == topic_id)
    ).first()
    return PageRow(*row) if row else None


def topic_leads() -> dict[int, str]:
    """The definition of each theme that has one: the lead of the page that describes it."""
    described = published_pages(Page.describes_topic_id, Revision.lead)
    rows = db.session.execute(described.where(Page.describes_topic_id.is_not(None)))
    return {topic_id: lead for _, _, topic_id, lead in rows}


def pages_on_topic(topic_id: int, *, limit: int, offset: int = 0) -> list[PageRow]:
    """Everything on a theme, by title."""
    pages = _on_topic(published_pages(Revision.lead), topic_id).order_by(Page.title_key, Page.id)
    return [PageRow(*row) for row in db.session.execute(pages.limit(limit).offset(offset))]


def count_on_topic(topic_id: int) -> int:
    """How many published pages are about a theme."""
    pages = _on_topic(select(func.count()).select_from(Page).where(*IS_PUBLISHED), topic_id)
    return db.session.scalar(pages) or 0


def _on_topic(pages: AnySelect, topic_id: int) -> AnySelect:
    about = select(RevisionTopic.revision_id).where(RevisionTopic.topic_id == topic_id)
    return pages.where(Page.current_revision_id.in_(about))
