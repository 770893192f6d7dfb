"""What search reads from the database: the public text of pages to index, and the pages to show."""

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import and_, func, or_, select

from app.core.db import db
from app.core.outbox import FollowUp, OutboxItem
from app.pages.models import Chapter, Page, Rendering, Revision, RevisionTopic
from app.pages.published import IS_PUBLISHED, AnySelect, published_pages
from app.pages.rules import page_path
from app.search.port import Audience, Document
from app.topics.models import Topic

CHUNK = 100
FALLBACK_LIMIT = 100


def published_documents(page_ids: Collection[int]) -> list[Document]:
    """The documents of those of these pages that are published."""
    documents = _documents().where(Page.id.in_(page_ids))
    return _with_topics(db.session.execute(documents).all())


def all_documents() -> Iterator[list[Document]]:
    """The document of every published page, in parts, each as it is when it is read."""
    last = 0
    while rows := db.session.execute(_documents().where(Page.id > last).order_by(Page.id).limit(CHUNK)).all():
        yield _with_topics(rows)
        last = rows[-1].id
        db.session.rollback()  # a long reading transaction keeps SQLite's log growing


def published_count() -> int:
    """How many pages there are to find."""
    return db.session.scalar(select(func.count()).select_from(Page).where(*IS_PUBLISHED)) or 0


def waiting_page_ids(limit: int) -> set[int]:
    """Pages that a promise to index is still open for, the oldest promises first."""
    return _promised(OutboxItem.done_at.is_(None), limit)


def page_ids_indexed_since(moment: datetime) -> set[int]:
    """Pages that were indexed since this moment, or must still be."""
    return _promised(or_(OutboxItem.done_at.is_(None), OutboxItem.done_at >= moment), None)


@dataclass(frozen=True, slots=True)
class ShownPage:
    """A published page as a hit shows it; `text` is all its words, for the snippet."""

    id: int
    title: str
    url: str
    lead: str
    text: str
    chapter: str | None
    published_at: datetime
    topics: tuple[str, ...]


def shown_pages(page_ids: Collection[int]) -> list[ShownPage]:
    """Those of these pages that are published, in the same order; the database has the last word."""
    pages = published_pages(
        Page.id, Revision.lead, Rendering.text, Chapter.title.label("chapter"), Revision.published_at
    )
    pages = (
        pages.outerjoin(Rendering, Rendering.revision_id == Revision.id)
        .outerjoin(Chapter, Chapter.id == Page.chapter_id)
        .where(Page.id.in_(page_ids))
    )
    rows = {row.id: row for row in db.session.execute(pages)}
    names = _topic_names(rows)
    return [
        ShownPage(
            id=page_id,
            title=row.title,
            url=page_path(row.slug),
            lead=row.lead,
            text=row.text or "",
            chapter=row.chapter,
            published_at=row.published_at,
            topics=tuple(names[page_id]),
        )
        for page_id in page_ids
        if (row := rows.get(page_id)) is not None
    ]


def pages_with_words(words: Iterable[str], topic_id: int | None) -> list[int]:
    """Pages with all these words in the title or the lead: what can be found without an index."""
    pages = select(Page.id).join(Revision, Revision.id == Page.current_revision_id).where(*IS_PUBLISHED)
    for word in words:
        in_title = Revision.title.icontains(word, autoescape=True)
        pages = pages.where(or_(in_title, Revision.lead.icontains(word, autoescape=True)))
    if topic_id is not None:
        about = select(RevisionTopic.revision_id).where(RevisionTopic.topic_id == topic_id)
        pages = pages.where(Page.current_revision_id.in_(about))
    return list(db.session.scalars(pages.order_by(Page.title_key, Page.id).limit(FALLBACK_LIMIT)))


def _documents() -> AnySelect:
    return published_pages(
        Page.id,
        Page.describes_topic_id,
        Revision.id.label("revision_id"),
        Revision.lead,
        Rendering.text,
        Rendering.headings,
    ).outerjoin(Rendering, Rendering.revision_id == Revision.id)


def _with_topics(rows: Collection[Any]) -> list[Document]:
    topics: dict[int, list[int]] = defaultdict(list)
    pairs = select(RevisionTopic.revision_id, RevisionTopic.topic_id).order_by(RevisionTopic.topic_id)
    of_these = RevisionTopic.revision_id.in_([row.revision_id for row in rows])
    for revision_id, topic_id in db.session.execute(pairs.where(of_these)):
        topics[revision_id].append(topic_id)
    return [_document(row, tuple(topics[row.revision_id])) for row in rows]


def _document(row: Any, topic_ids: tuple[int, ...]) -> Document:
    headings = "\n".join(heading["text"] for heading in row.headings or ())
    text = f"{row.lead}\n{row.text or ''}"
    audience = Audience.PUBLIC
    sealed = "\0".join(map(str, (row.title, headings, text, topic_ids, row.describes_topic_id, audience)))
    return Document(
        page_id=row.id,
        title=row.title,
        headings=headings,
        text=text,
        seal=hashlib.sha256(sealed.encode("utf-8", "surrogatepass")).hexdigest()[:32],
        topic_ids=topic_ids,
        describes_topic_id=row.describes_topic_id,
        audience=audience,
    )


def _promised(condition: Any, limit: int | None) -> set[int]:
    promises = select(OutboxItem.payload).where(and_(OutboxItem.kind == FollowUp.INDEX_PAGE, condition))
    return {payload["page"] for payload in db.session.scalars(promises.order_by(OutboxItem.id).limit(limit))}


def _topic_names(page_ids: Collection[int]) -> dict[int, list[str]]:
    names: dict[int, list[str]] = defaultdict(list)
    themes = (
        select(Page.id, Topic.name)
        .join(RevisionTopic, RevisionTopic.revision_id == Page.current_revision_id)
        .join(Topic, Topic.id == RevisionTopic.topic_id)
        .where(Page.id.in_(page_ids))
        .order_by(Topic.position, Topic.id)
    )
    for page_id, name in db.session.execute(themes):
        names[page_id].append(name)
    return names
