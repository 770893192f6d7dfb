"""Reading the harvest of a conversation: what was noted, what was thrown away, what the canvas still has."""

from dataclasses import dataclass

from sqlalchemy import exists, func, select

from app.building_blocks.kinds import BuildingBlockStatus
from app.building_blocks.models import BuildingBlock
from app.building_blocks.queries import ShownBlock, shown_blocks
from app.conversations.kinds import CanvasField, ModelPart
from app.conversations.models import CanvasEntry
from app.core.db import db
from app.text.personal_data.finding import find_personal_data
from app.text.personal_data.kinds import Finding
from app.text.personal_data.names import KnownNames


@dataclass(frozen=True, slots=True)
class HarvestedBlock:
    """A noted bouwsteen, and what in it may point at a person."""

    block: ShownBlock
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class OpenEntry:
    """Something written on the canvas or in the model of which no bouwsteen was made."""

    id: int
    field: CanvasField | None
    model_part: ModelPart | None
    text: str


def noted_in(conversation_id: int) -> list[ShownBlock]:
    """What was noted in a conversation and not handed in yet, in the order in which it was typed."""
    return shown_blocks(
        BuildingBlock.conversation_id == conversation_id,
        BuildingBlock.status == BuildingBlockStatus.NOTED,
        with_notes=True,
    )


def is_noted(number: int) -> bool:
    """Whether a bouwsteen still belongs to the harvest of its conversation."""
    status = select(BuildingBlock.status).where(BuildingBlock.id == number)
    return db.session.scalar(status) is BuildingBlockStatus.NOTED


def thrown_away_in(conversation_id: int) -> list[ShownBlock]:
    """What was taken out of the harvest or handed in and taken back."""
    return shown_blocks(
        BuildingBlock.conversation_id == conversation_id,
        BuildingBlock.status == BuildingBlockStatus.WITHDRAWN,
        with_notes=True,
    )


def handed_in_count(conversation_id: int) -> int:
    """How many of a conversation's bouwstenen left it."""
    stayed = (BuildingBlockStatus.NOTED, BuildingBlockStatus.WITHDRAWN, BuildingBlockStatus.MERGED)
    wanted = select(func.count()).where(
        BuildingBlock.conversation_id == conversation_id, BuildingBlock.status.not_in(stayed)
    )
    return db.session.scalar(wanted) or 0


def open_entries(conversation_id: int) -> tuple[OpenEntry, ...]:
    """What the canvas and the model hold beyond the bouwstenen, in their order."""
    taken = exists().where(BuildingBlock.entry_id == CanvasEntry.id)
    rows = (
        select(CanvasEntry.id, CanvasEntry.field, CanvasEntry.model_part, CanvasEntry.text)
        .where(CanvasEntry.conversation_id == conversation_id, ~taken)
        .order_by(CanvasEntry.field, CanvasEntry.model_part, CanvasEntry.position, CanvasEntry.id)
    )
    return tuple(OpenEntry(*row) for row in db.session.execute(rows))


def with_findings(blocks: list[ShownBlock], names: KnownNames) -> tuple[HarvestedBlock, ...]:
    """Each with a warning where something in it may point at a person."""
    return tuple(HarvestedBlock(block, find_personal_data(block.text, names)) for block in blocks)
