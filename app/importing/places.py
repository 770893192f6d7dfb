"""Making the chapters and themes that the guide comes with; what the redactie made of them stays."""

from collections.abc import Iterable

from sqlalchemy import select

from app.core.db import db
from app.core.upsert import insert_unless_there
from app.pages.models import Chapter
from app.topics.models import Topic, TopicSynonym


def ensure_chapter(slug: str, title: str, position: int) -> int:
    """The chapter with this slug, made when it is not there."""
    insert_unless_there(Chapter, {"slug": slug, "title": title, "position": position}, unique=("slug",))
    return db.session.scalars(select(Chapter.id).where(Chapter.slug == slug)).one()


def ensure_topic(slug: str, name: str, position: int, synonyms: Iterable[str]) -> int:
    """The theme with this slug, made when it is not there, and the other words for it that are still free."""
    insert_unless_there(Topic, {"slug": slug, "name": name, "position": position}, unique=("slug",))
    topic_id = db.session.scalars(select(Topic.id).where(Topic.slug == slug)).one()
    for word in synonyms:
        row = {"word_key": word.casefold(), "topic_id": topic_id, "word": word}
        insert_unless_there(TopicSynonym, row, unique=("word_key",))
    return topic_id
