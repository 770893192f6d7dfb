"""Reading which themes were talked about, in which part of the model and by which kinds of work."""

from sqlalchemy import func, select

from app.building_blocks.models import BuildingBlock, BuildingBlockRevision, BuildingBlockTopic
from app.conversations.kinds import ModelPart, WorkKind
from app.conversations.models import ConversationUnit
from app.core.db import db
from app.threads.picture.queries import PICTURED


def blocks_by_part() -> dict[tuple[int, ModelPart], int]:
    """How many bouwstenen on each theme are about each part of the model."""
    rows = (
        select(BuildingBlockTopic.topic_id, BuildingBlockRevision.model_part, func.count())
        .join(BuildingBlock, BuildingBlock.id == BuildingBlockTopic.block_id)
        .join(
            BuildingBlockRevision,
            (BuildingBlockRevision.block_id == BuildingBlock.id)
            & (BuildingBlockRevision.number == BuildingBlock.version),
        )
        .where(BuildingBlock.status.in_(PICTURED), BuildingBlockRevision.model_part.is_not(None))
        .group_by(BuildingBlockTopic.topic_id, BuildingBlockRevision.model_part)
    )
    return {(topic_id, part): number for topic_id, part, number in db.session.execute(rows) if part}


def conversations_by_work() -> dict[tuple[int, WorkKind], int]:
    """How many conversations in which each kind of work took part said something on each theme."""
    talked = (
        select(BuildingBlockTopic.topic_id, BuildingBlock.conversation_id)
        .join(BuildingBlock, BuildingBlock.id == BuildingBlockTopic.block_id)
        .where(BuildingBlock.status.in_(PICTURED))
        .distinct()
        .subquery()
    )
    working = select(ConversationUnit.conversation_id, ConversationUnit.work_kind).distinct().subquery()
    rows = (
        select(talked.c.topic_id, working.c.work_kind, func.count())
        .join(working, working.c.conversation_id == talked.c.conversation_id)
        .group_by(talked.c.topic_id, working.c.work_kind)
    )
    return {(topic_id, kind): number for topic_id, kind, number in db.session.execute(rows)}
