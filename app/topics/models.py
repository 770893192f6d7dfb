"""Themes: the words by which everybody searches."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Base


class Topic(Base):
    """A theme; the page that defines it points here."""

    __tablename__ = "topic"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    position: Mapped[int]


class TopicSynonym(Base):
    """Another word for a theme; `word_key` is casefolded."""

    __tablename__ = "topic_synonym"

    word_key: Mapped[str] = mapped_column(primary_key=True)
    topic_id: Mapped[int] = mapped_column(ForeignKey("topic.id"), index=True)
    word: Mapped[str]
