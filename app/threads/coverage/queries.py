"""Reading which themes were talked about, in which part of the model and by which kinds of work."""

from collections import defaultdict
from typing import Any

from sqlalchemy import Select, func, select

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
    )
    took_part = select(ConversationUnit.work_kind, ConversationUnit.conversation_id)
    on_topic, of_kind = _sets(talked), _sets(took_part)
    # Counted here: the database would sort everything that it joins.
    return {
        (topic_id, kind): len(on & those)
        for topic_id, on in on_topic.items()
        for kind, those in of_kind.items()
        if on & those
    }


def _sets(pairs: Select[Any, Any]) -> dict[Any, set[int]]:
    """The conversations of each, without those that are of none."""
    found: dict[Any, set[int]] = defaultdict(set)
    for key, conversation_id in db.session.execute(pairs):
        if conversation_id is not None:
            found[key].add(conversation_id)
    return found
