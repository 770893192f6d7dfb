"""Reading which conversations came from which."""

from collections.abc import Sequence

from sqlalchemy import Select, exists, func, literal, select
from sqlalchemy.orm import aliased

from app.conversations.chain.rules import DEEPEST, MOST_ROWS, Link, LinkedConversation, trees
from app.conversations.models import Conversation
from app.core.db import db

MOST_FOLLOW_UPS = 20


_COLUMNS = (
    Conversation.id,
    Conversation.follows_id,
    Conversation.title,
    Conversation.status,
    Conversation.starts_at,
    Conversation.participants,
)
_child = aliased(Conversation)


def count_roots() -> int:
    """How many conversations others came from, without having come from one themselves."""
    return db.session.scalar(select(func.count()).select_from(_roots().order_by(None).subquery())) or 0


def chains(*, limit: int, offset: int = 0) -> list[Link]:
    """Those conversations, newest first, each with everything that came from it; two statements."""
    roots = list(db.session.scalars(_roots().limit(limit).offset(offset)))
    return trees(_below(roots), roots)


def chain_of(number: int) -> list[Link]:
    """What came from one conversation; one statement."""
    return trees(_below([number]), [number])


def follow_ups_of(number: int) -> tuple[LinkedConversation, ...]:
    """What came from a conversation directly, oldest first."""
    rows = select(*_COLUMNS).where(Conversation.follows_id == number)
    rows = rows.order_by(Conversation.starts_at, Conversation.id).limit(MOST_FOLLOW_UPS)
    return tuple(LinkedConversation(*row) for row in db.session.execute(rows))


def _roots() -> Select[int]:
    followed = exists().where(_child.follows_id == Conversation.id)
    wanted = select(Conversation.id).where(Conversation.follows_id.is_(None), followed)
    return wanted.order_by(Conversation.starts_at.desc(), Conversation.id.desc())


def _below(roots: Sequence[int]) -> list[LinkedConversation]:
    """These conversations and what came from them, generation by generation; a circle ends by its depth."""
    begin = select(Conversation.id, literal(0).label("depth")).where(Conversation.id.in_(roots))
    below = begin.cte("below", recursive=True)
    deeper = select(_child.id, below.c.depth + 1).join(below, _child.follows_id == below.c.id)
    below = below.union_all(deeper.where(below.c.depth < DEEPEST))
    first = select(below.c.id, func.min(below.c.depth).label("depth")).group_by(below.c.id).subquery()
    rows = select(*_COLUMNS).join(first, first.c.id == Conversation.id)
    rows = rows.order_by(first.c.depth, Conversation.starts_at, Conversation.id).limit(MOST_ROWS)
    return [LinkedConversation(*row) for row in db.session.execute(rows)]
