"""Reading bouwstenen as they are shown; what was not handed in is left out unless asked for."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, false, func, select

from app.building_blocks.kinds import BuildingBlockKind, BuildingBlockStatus
from app.building_blocks.models import BuildingBlock, BuildingBlockRevision, BuildingBlockTopic
from app.building_blocks.rules import block_path
from app.conversations.kinds import CanvasField, ModelPart
from app.conversations.models import Conversation
from app.core.db import db
from app.pages.published import AnySelect
from app.topics.models import Topic
from app.topics.queries import TopicRow


@dataclass(frozen=True, slots=True)
class ShownBlock:
    """A bouwsteen with its present text; `names_units` is what its conversation allows readers to see."""

    number: int
    kind: BuildingBlockKind
    text: str
    status: BuildingBlockStatus
    model_part: ModelPart | None
    field: CanvasField | None
    is_example: bool
    handed_in: bool
    merged_into: int | None
    last_event: int
    created_at: datetime
    conversation_number: int | None
    conversation_title: str | None
    conversation_held_at: datetime | None
    names_units: bool
    topics: tuple[TopicRow, ...]

    @property
    def url(self) -> str:
        """Where everything about it is told."""
        return block_path(self.number)


def blocks_by_id(numbers: Iterable[int], *, with_notes: bool = False) -> dict[int, ShownBlock]:
    """These bouwstenen by number, in two statements."""
    wanted = BuildingBlock.id.in_(sorted(set(numbers)))
    return {block.number: block for block in shown_blocks(wanted, with_notes=with_notes)}


def blocks_of(conversation_id: int, *, with_notes: bool = False) -> list[ShownBlock]:
    """Everything that came out of a conversation, in the order in which it was written down."""
    return shown_blocks(BuildingBlock.conversation_id == conversation_id, with_notes=with_notes)


def has_handed_in(conversation_id: int) -> bool:
    """Whether any bouwsteen has left this conversation."""
    found = select(BuildingBlock.id).where(
        BuildingBlock.conversation_id == conversation_id, BuildingBlock.handed_in
    )
    return db.session.scalar(found.limit(1)) is not None


def count_handed_in() -> ScalarSelect[int]:
    """How many bouwstenen wait for the redactie, as part of a statement."""
    waiting = BuildingBlock.status == BuildingBlockStatus.SUBMITTED
    return select(func.count()).select_from(BuildingBlock).where(waiting).scalar_subquery()


def shown_blocks(*conditions: ColumnElement[bool], with_notes: bool) -> list[ShownBlock]:
    """The bouwstenen that answer to these conditions, in the order of their numbers."""
    wanted = block_rows(with_notes=with_notes).where(*conditions).order_by(BuildingBlock.id)
    return with_topics(db.session.execute(wanted).all())


def block_rows(*, with_notes: bool = False) -> AnySelect:
    """The present text and the conversation of each bouwsteen: what `with_topics` makes `ShownBlock`s of."""
    rows: AnySelect = (
        select(
            BuildingBlock.id,
            BuildingBlockRevision.kind,
            BuildingBlockRevision.text,
            BuildingBlock.status,
            BuildingBlockRevision.model_part,
            BuildingBlock.field,
            BuildingBlock.is_example,
            BuildingBlock.handed_in,
            BuildingBlock.merged_into_id,
            BuildingBlock.last_event,
            BuildingBlock.created_at,
            BuildingBlock.conversation_id,
            Conversation.title,
            Conversation.held_at,
            func.coalesce(Conversation.names_units, false()),
        )
        .join(
            BuildingBlockRevision,
            (BuildingBlockRevision.block_id == BuildingBlock.id)
            & (BuildingBlockRevision.number == BuildingBlock.version),
        )
        .outerjoin(Conversation, Conversation.id == BuildingBlock.conversation_id)
    )
    return rows if with_notes else rows.where(BuildingBlock.handed_in)


def with_topics(rows: Collection[Any]) -> list[ShownBlock]:
    """Rows of `block_rows`, each with its themes; one statement more."""
    topics = topics_of([row.id for row in rows])
    return [ShownBlock(*(*row, tuple(topics.get(row.id, ())))) for row in rows]


def topics_of(numbers: Collection[int]) -> Mapping[int, list[TopicRow]]:
    """The themes of these bouwstenen, in the order of the redactie."""
    found: dict[int, list[TopicRow]] = defaultdict(list)
    if not numbers:
        return found
    themes = (
        select(BuildingBlockTopic.block_id, Topic.id, Topic.slug, Topic.name)
        .join(Topic, Topic.id == BuildingBlockTopic.topic_id)
        .where(BuildingBlockTopic.block_id.in_(numbers))
        .order_by(Topic.position, Topic.id)
    )
    for number, topic_id, slug, name in db.session.execute(themes):
        found[number].append(TopicRow(topic_id, slug, name))
    return found
