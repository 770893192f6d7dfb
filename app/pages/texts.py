"""Reading the text of revisions. Every reader of text passes here, so that hiding a text has one place."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, String, cast, func, select
from sqlalchemy.orm import aliased

from app.core.db import db
from app.pages.hiding.queries import IS_HIDDEN
from app.pages.models import Page, Revision, RevisionTopic
from app.pages.rules import PageContent

TEXTS_AT_ONCE = 100
NOTHING = PageContent("", "", "")
_other = aliased(Revision)
_TOPICS = (
    select(func.aggregate_strings(cast(RevisionTopic.topic_id, String), ","))
    .where(RevisionTopic.revision_id == Revision.id)
    .correlate(Revision)
    .scalar_subquery()
)


@dataclass(frozen=True, slots=True)
class RevisionText:
    """One published text; `content` is what authors decided about, the rest places it.

    Of a text that is `hidden` the content is empty.
    """

    id: int
    page_id: int
    number: int
    parent_id: int | None
    content: PageContent
    published_at: datetime
    hidden: bool = False

    @property
    def title(self) -> str:
        """The title, which is asked for most."""
        return self.content.title


def revision_text(revision_id: int) -> RevisionText | None:
    """The text of one revision."""
    return next(iter(_read(select(Revision).where(Revision.id == revision_id))), None)


def revision_texts(revision_ids: Iterable[int | None]) -> dict[int, RevisionText]:
    """The texts of these revisions, by id."""
    wanted = [revision_id for revision_id in revision_ids if revision_id]
    return {text.id: text for text in _read(select(Revision).where(Revision.id.in_(wanted)))}


def current_text(page_id: int) -> RevisionText | None:
    """The published text of a page; None while it has none."""
    published = select(Revision).join(Page, Page.current_revision_id == Revision.id)
    return next(iter(_read(published.where(Page.id == page_id))), None)


def text_shown_after(revision_id: int) -> RevisionText | None:
    """The published text of the page that this revision is of; None while it has none."""
    published = select(Revision).join(Page, Page.current_revision_id == Revision.id)
    of_page = select(_other.page_id).where(_other.id == revision_id).scalar_subquery()
    return next(iter(_read(published.where(Page.id == of_page))), None)


def numbered_texts(page_id: int, numbers: Iterable[int]) -> dict[int, RevisionText]:
    """The texts of a page with these version numbers, by number."""
    wanted = select(Revision).where(Revision.page_id == page_id, Revision.number.in_(list(numbers)))
    return {text.number: text for text in _read(wanted)}


def texts_after(page_id: int, number: int) -> Iterator[RevisionText]:
    """The texts of a page after a version, oldest first, also hidden ones: to trace in, never to be shown.

    They are read a number at a time.
    """
    later = select(Revision).where(Revision.page_id == page_id).order_by(Revision.number)
    while texts := _read(later.where(Revision.number > number).limit(TEXTS_AT_ONCE), even_hidden=True):
        yield from texts
        number = texts[-1].number


def text_to_merge(revision_id: int) -> RevisionText | None:
    """The text of one revision with its words, also when it is hidden: to merge with, never to be shown."""
    return next(iter(_read(select(Revision).where(Revision.id == revision_id), even_hidden=True)), None)


def _read(revisions: Select[Revision], *, even_hidden: bool = False) -> list[RevisionText]:
    return [
        RevisionText(
            id=row.id,
            page_id=row.page_id,
            number=row.number,
            parent_id=row.parent_id,
            content=NOTHING if hidden and not even_hidden else _content(row, topics),
            published_at=row.published_at,
            hidden=hidden,
        )
        for row, hidden, topics in db.session.execute(revisions.add_columns(IS_HIDDEN, _TOPICS))
    ]


def _content(row: Revision, topics: str | None) -> PageContent:
    topic_ids = frozenset(int(topic_id) for topic_id in (topics or "").split(",") if topic_id)
    return PageContent(row.title, row.lead, row.body, topic_ids)
