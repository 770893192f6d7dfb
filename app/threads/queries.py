"""Reading rode draden: the list, one line with its bouwstenen, and what the program proposes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, func, select

from app.building_blocks.models import BuildingBlock
from app.building_blocks.rules import TAKEN_IN
from app.core.db import db
from app.threads.models import Thread, ThreadSuggestion
from app.threads.placing import placed_blocks
from app.threads.rules import thread_path


@dataclass(frozen=True, slots=True)
class ThreadRow:
    """A rode draad with how much is on it now."""

    id: int
    slug: str
    title: str
    summary: str
    version: int
    created_at: datetime
    archived_at: datetime | None
    blocks: int
    conversations: int

    @property
    def url(self) -> str:
        """Where it is read."""
        return thread_path(self.slug)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A line, or an addition to one, that the program proposes, with the words it was found by."""

    id: int
    words: tuple[str, ...]
    block_ids: tuple[int, ...]


def threads(*, archived: bool = False) -> list[ThreadRow]:
    """Every line, the one with most bouwstenen first."""
    return _read(Thread.archived_at.is_not(None) if archived else Thread.archived_at.is_(None))


def thread_at(slug: str) -> ThreadRow | None:
    """One line, also one in the archive."""
    return next(iter(_read(Thread.slug == slug)), None)


def block_ids_on(thread_id: int) -> list[int]:
    """The bouwstenen on a line, oldest first."""
    placed = placed_blocks()
    rows = select(placed.c.block_id).where(placed.c.thread_id == thread_id).order_by(placed.c.block_id)
    return list(db.session.scalars(rows))


def suggestions(thread_id: int | None) -> list[Suggestion]:
    """New lines that the program proposes; or with a line, what it would add to that."""
    about = (
        ThreadSuggestion.thread_id.is_(None) if thread_id is None else ThreadSuggestion.thread_id == thread_id
    )
    rows = (
        select(ThreadSuggestion.id, ThreadSuggestion.words, ThreadSuggestion.block_ids)
        .where(about, ThreadSuggestion.dismissed_at.is_(None))
        .order_by(ThreadSuggestion.id)
    )
    return [Suggestion(id_, tuple(words), tuple(ids)) for id_, words, ids in db.session.execute(rows)]


def suggestion(suggestion_id: int | None) -> Suggestion | None:
    """A new line that the program proposes; None when it is no longer proposed."""
    found = (one for one in suggestions(None) if one.id == suggestion_id) if suggestion_id else iter(())
    return next(found, None)


def taking_part(block_ids: Sequence[int]) -> list[int]:
    """Which of these bouwstenen may be on a line, in the order in which they were given."""
    rows = select(BuildingBlock.id).where(
        BuildingBlock.id.in_(list(block_ids)), BuildingBlock.status.in_(TAKEN_IN)
    )
    there = set(db.session.scalars(rows))
    return [one for one in block_ids if one in there]


def _read(condition: ColumnElement[bool]) -> list[ThreadRow]:
    placed = placed_blocks()
    number = func.count(placed.c.block_id)
    rows = (
        select(
            Thread.id,
            Thread.slug,
            Thread.title,
            Thread.summary,
            Thread.version,
            Thread.created_at,
            Thread.archived_at,
            number,
            func.count(placed.c.conversation_id.distinct()),
        )
        .outerjoin(placed, placed.c.thread_id == Thread.id)
        .where(condition)
        .group_by(Thread.id)
        .order_by(number.desc(), Thread.id)
    )
    return [ThreadRow(*row) for row in db.session.execute(rows)]
