"""Which bouwstenen somebody can choose from who writes a sentence."""

from collections.abc import Collection

from sqlalchemy import exists

from app.building_blocks.kinds import BuildingBlockStatus
from app.building_blocks.listing.queries import BlockList, chosen_blocks
from app.building_blocks.listing.rules import BlockChoice
from app.building_blocks.models import BuildingBlock, BuildingBlockTopic
from app.building_blocks.queries import ShownBlock
from app.core.permissions import Actor

TAKEN_IN = (BuildingBlockStatus.ACCEPTED, BuildingBlockStatus.USED)


def blocks_with_words(words: str, *, limit: int) -> list[ShownBlock]:
    """The newest of what the redactie took in that have all of these words, or this number."""
    return _taken_in(BlockChoice(words=words)).rows(limit=limit)


def blocks_about(topic_ids: Collection[int], *, limit: int) -> list[ShownBlock]:
    """The newest of what the redactie took in on one of these themes."""
    if not topic_ids:
        return []
    about = exists().where(
        BuildingBlockTopic.block_id == BuildingBlock.id, BuildingBlockTopic.topic_id.in_(list(topic_ids))
    )
    return BlockList(_taken_in(BlockChoice()).statement.where(about)).rows(limit=limit)


def _taken_in(choice: BlockChoice) -> BlockList:
    """Without notes, so whoever asks makes no difference."""
    return BlockList(chosen_blocks(choice, Actor()).statement.where(BuildingBlock.status.in_(TAKEN_IN)))
