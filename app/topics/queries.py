"""Reading the themes."""

from dataclasses import dataclass

from sqlalchemy import select

from app.core.db import db
from app.topics.models import Topic, TopicSynonym


@dataclass(frozen=True, slots=True)
class TopicRow:
    """A theme in a list; `count` is how many published pages are about it, where that was asked."""

    id: int
    slug: str
    name: str
    count: int = 0

    @property
    def url(self) -> str:
        """Where everything on the theme is listed."""
        return f"/themas/{self.slug}"


def all_topics() -> list[TopicRow]:
    """Every theme in the order of the redactie."""
    themes = select(Topic.id, Topic.slug, Topic.name).order_by(Topic.position, Topic.id)
    return [TopicRow(*row) for row in db.session.execute(themes)]


def topic_by_slug(slug: str) -> TopicRow | None:
    """The theme at this address."""
    theme = select(Topic.id, Topic.slug, Topic.name).where(Topic.slug == slug)
    row = db.session.execute(theme).first()
    return TopicRow(*row) if row else None


def synonyms_of(topic_id: int) -> list[str]:
    """Other words for a theme, alphabetically."""
    words = select(TopicSynonym.word).where(TopicSynonym.topic_id == topic_id)
    return list(db.session.scalars(words.order_by(TopicSynonym.word_key)))


@dataclass(frozen=True, slots=True)
class TopicWords:
    """A theme with everything it is called: its name first, then its synonyms."""

    id: int
    slug: str
    names: tuple[str, ...]

    @property
    def name(self) -> str:
        """What it is called on the screen."""
        return self.names[0]


def topics_with_synonyms() -> list[TopicWords]:
    """Every theme in the order of the redactie, in one statement."""
    rows = (
        select(Topic.id, Topic.slug, Topic.name, TopicSynonym.word)
        .outerjoin(TopicSynonym, TopicSynonym.topic_id == Topic.id)
        .order_by(Topic.position, Topic.id, TopicSynonym.word_key)
    )
    found: dict[int, tuple[str, list[str]]] = {}
    for topic_id, slug, name, synonym in db.session.execute(rows):
        names = found.setdefault(topic_id, (slug, [name]))[1]
        if synonym:
            names.append(synonym)
    return [TopicWords(topic_id, slug, tuple(names)) for topic_id, (slug, names) in found.items()]


def topics_with_words() -> list[tuple[TopicRow, tuple[str, ...]]]:
    """Every theme in the order of the redactie, with the other words for it; in one statement."""
    rows = (
        select(Topic.id, Topic.slug, Topic.name, TopicSynonym.word)
        .outerjoin(TopicSynonym, TopicSynonym.topic_id == Topic.id)
        .order_by(Topic.position, Topic.id, TopicSynonym.word_key)
    )
    found: dict[TopicRow, list[str]] = {}
    for topic_id, slug, name, word in db.session.execute(rows):
        found.setdefault(TopicRow(topic_id, slug, name), []).extend([word] if word else ())
    return [(topic, tuple(words)) for topic, words in found.items()]
