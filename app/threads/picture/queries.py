"""Reading what the plaat shows, in a number of statements that does not grow."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from sqlalchemy import (
    ColumnElement,
    SQLColumnExpression,
    case,
    func,
    literal,
    null,
    select,
    true,
    union_all,
)

from app.building_blocks.kinds import BuildingBlockStatus
from app.building_blocks.models import BuildingBlock, BuildingBlockTopic
from app.conversations.kinds import ConversationStatus
from app.conversations.models import Conversation
from app.core.clock import end_of, local
from app.core.db import db
from app.pages.published import AnySelect
from app.threads.models import PictureVisit, Thread
from app.threads.picture.grid import Count, Grid, Line, Origin, make_grid
from app.threads.picture.kinds import PlaceKind
from app.threads.picture.rules import Visit
from app.threads.picture.small import Weave, weave
from app.threads.placing import placed_blocks
from app.threads.queries import threads
from app.topics.models import Topic
from app.topics.queries import TopicRow, all_topics

PICTURED = (BuildingBlockStatus.SUBMITTED, BuildingBlockStatus.ACCEPTED, BuildingBlockStatus.USED)
"""A conversation shows as soon as its bouwstenen were handed in; what was put aside does not count."""
HELD = (ConversationStatus.HELD, ConversationStatus.HARVESTED, ConversationStatus.REPORTED)


def visit_of(account_id: int | None) -> Visit | None:
    """When this person looked before."""
    row = db.session.get(PictureVisit, account_id) if account_id else None
    return Visit(row.seen_at, row.previous_at) if row else None


def read_grid(origins: list[Origin], since: datetime | None, until: date | None = None) -> Grid:
    """The plaat of these conversations up to the month `until`, with what is new `since` a moment."""
    topics = [
        Line(PlaceKind.TOPIC, row.id, row.name, f"/bouwstenen?thema={row.slug}") for row in all_topics()
    ]
    lines = [Line(PlaceKind.THREAD, row.id, row.title, row.url) for row in threads()]
    return make_grid([*topics, *lines], origins, list(_counts(since, until)), until)


def held_conversations() -> list[Origin]:
    """Every conversation that was held, oldest first."""
    rows = (
        select(Conversation.id, Conversation.title, Conversation.starts_at)
        .where(Conversation.status.in_(HELD))
        .order_by(Conversation.starts_at, Conversation.id)
    )
    return [Origin(id_, title, local(at).date()) for id_, title, at in db.session.execute(rows)]


def _counts(since: datetime | None, until: date | None) -> Iterable[Count]:
    placed = placed_blocks()
    by_topic = (
        select(
            BuildingBlockTopic.topic_id,
            BuildingBlock.conversation_id,
            func.count(),
            _new(BuildingBlock.created_at, since),
        )
        .join(BuildingBlock, BuildingBlock.id == BuildingBlockTopic.block_id)
        .where(BuildingBlock.status.in_(PICTURED))
        .where(_written(BuildingBlock.created_at, BuildingBlock.conversation_id, until))
        .group_by(BuildingBlockTopic.topic_id, BuildingBlock.conversation_id)
    )
    by_thread = (
        select(placed.c.thread_id, placed.c.conversation_id, func.count(), _new(placed.c.created_at, since))
        .where(_written(placed.c.created_at, placed.c.conversation_id, until))
        .group_by(placed.c.thread_id, placed.c.conversation_id)
    )
    for kind, statement in ((PlaceKind.TOPIC, by_topic), (PlaceKind.THREAD, by_thread)):
        for line_id, conversation_id, number, new in db.session.execute(statement):
            yield Count(kind, line_id, conversation_id, number, new)


def _new(created_at: SQLColumnExpression[datetime], since: datetime | None) -> ColumnElement[int]:
    return func.sum(case((created_at > since, 1), else_=0)) if since else literal(0)


def _written(
    created_at: SQLColumnExpression[datetime],
    conversation_id: SQLColumnExpression[int | None],
    until: date | None,
) -> ColumnElement[bool]:
    """A bouwsteen comes with its conversation; one of no conversation when it was written."""
    if until is None:
        return true()
    next_month = (until + timedelta(days=31)).replace(day=1)
    return conversation_id.is_not(None) | (created_at < end_of(next_month - timedelta(days=1)))


def topics_and_picture() -> tuple[list[TopicRow], Weave]:
    """Every theme in the order of the redactie, and the whole without names: one statement."""
    by_topic: AnySelect = (
        select(null(), Topic.id, func.count(BuildingBlock.id), Topic.position, Topic.slug, Topic.name)
        .outerjoin(BuildingBlockTopic, BuildingBlockTopic.topic_id == Topic.id)
        .outerjoin(
            BuildingBlock,
            (BuildingBlock.id == BuildingBlockTopic.block_id) & BuildingBlock.status.in_(PICTURED),
        )
        .group_by(Topic.id)
    )
    placed = placed_blocks()
    by_thread: AnySelect = (
        select(Thread.id, BuildingBlockTopic.topic_id, literal(0), literal(0), literal(""), literal(""))
        .outerjoin(placed, placed.c.thread_id == Thread.id)
        .outerjoin(BuildingBlockTopic, BuildingBlockTopic.block_id == placed.c.block_id)
        .where(Thread.archived_at.is_(None))
        .distinct()
    )
    rows = db.session.execute(union_all(by_topic, by_thread)).all()
    found = sorted(rows, key=lambda row: (row[3], row[1] or 0))
    topics = [row for row in found if row[0] is None]
    on: dict[int, set[int]] = defaultdict(set)
    for thread_id, topic_id, *_ in (row for row in found if row[0] is not None):
        on[thread_id].add(topic_id)
    drawn = weave([(row[1], row[2]) for row in topics], [on[thread_id] for thread_id in sorted(on)])
    return [TopicRow(row[1], row[4], row[5]) for row in topics], drawn
