"""What a bouwsteen says: its texts, its themes, and the words by which it is found."""

from dataclasses import dataclass

from sqlalchemy import delete, select

from app.building_blocks.kinds import BuildingBlockKind
from app.building_blocks.models import (
    BuildingBlock,
    BuildingBlockRevision,
    BuildingBlockTopic,
    BuildingBlockWord,
)
from app.conversations.kinds import ModelPart
from app.core.clock import now
from app.core.db import db
from app.text.key_words import key_stems
from app.text.signs import one_line


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockText:
    """Everything that is said of an outcome itself: one line of text, and themes in no order."""

    text: str
    kind: BuildingBlockKind = BuildingBlockKind.INSIGHT
    model_part: ModelPart | None = None
    topic_ids: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", one_line(self.text))


def text_of(number: int) -> BlockText | None:
    """What a bouwsteen says now."""
    row = db.session.execute(
        select(BuildingBlockRevision.text, BuildingBlockRevision.kind, BuildingBlockRevision.model_part)
        .join(BuildingBlock, BuildingBlock.id == BuildingBlockRevision.block_id)
        .where(BuildingBlock.id == number, BuildingBlockRevision.number == BuildingBlock.version)
    ).first()
    if row is None:
        return None
    topics = select(BuildingBlockTopic.topic_id).where(BuildingBlockTopic.block_id == number)
    topic_ids = frozenset(db.session.scalars(topics))
    return BlockText(text=row.text, kind=row.kind, model_part=row.model_part, topic_ids=topic_ids)


def write_text(block: BuildingBlock, said: BlockText, editor_id: int | None) -> None:
    """The text, themes and words of a version; what was there is a former one."""
    for table in (BuildingBlockTopic, BuildingBlockWord):
        db.session.execute(delete(table).where(table.block_id == block.id))
    db.session.add(
        BuildingBlockRevision(
            block_id=block.id,
            number=block.version,
            kind=said.kind,
            model_part=said.model_part,
            text=said.text,
            editor_id=editor_id,
            at=now(),
        )
    )
    db.session.add_all(BuildingBlockTopic(block_id=block.id, topic_id=one) for one in said.topic_ids)
    db.session.add_all(BuildingBlockWord(block_id=block.id, word=word) for word in key_stems(said.text))
