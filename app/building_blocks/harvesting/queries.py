"""Reading the harvest of a conversation: what was noted, what was thrown away, what the canvas still has."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import exists, select

from app.building_blocks.harvesting.line_marks import left_marks
from app.building_blocks.kinds import BuildingBlockStatus
from app.building_blocks.models import BuildingBlock
from app.building_blocks.queries import ShownBlock, blocks_of, shown_blocks
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

    @property
    def unknown_marks(self) -> tuple[str, ...]:
        """What was typed as a mark and stayed in its text, because it means no one thing."""
        return left_marks(self.block.text)


@dataclass(frozen=True, slots=True)
class Harvest:
    """What is still in a conversation, what was taken out or taken back, and how much was handed in."""

    noted: list[ShownBlock]
    thrown_away: list[ShownBlock]
    handed_in: int


@dataclass(frozen=True, slots=True)
class OpenEntry:
    """Something written on the canvas or in the model of which no bouwsteen was made."""

    id: int
    field: CanvasField | None
    model_part: ModelPart | None
    text: str


@dataclass(frozen=True, slots=True)
class CheckedEntry:
    """Such an entry, and what in it may point at a person."""

    entry: OpenEntry
    findings: tuple[Finding, ...]


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


def harvest_of(conversation_id: int) -> Harvest:
    """Everything that came out of a conversation, by what became of it so far."""
    blocks = blocks_of(conversation_id, with_notes=True)
    by_status = {
        status: [block for block in blocks if block.status is status] for status in BuildingBlockStatus
    }
    return Harvest(
        noted=by_status[BuildingBlockStatus.NOTED],
        thrown_away=by_status[BuildingBlockStatus.WITHDRAWN],
        handed_in=sum(block.handed_in for block in blocks),
    )


def open_entries(conversation_id: int) -> tuple[OpenEntry, ...]:
    """What the canvas and the model hold beyond the bouwstenen, in their order."""
    taken = exists().where(BuildingBlock.entry_id == CanvasEntry.id)
    rows = (
        select(CanvasEntry.id, CanvasEntry.field, CanvasEntry.model_part, CanvasEntry.text)
        .where(CanvasEntry.conversation_id == conversation_id, ~taken)
        .order_by(CanvasEntry.field, CanvasEntry.model_part, CanvasEntry.position, CanvasEntry.id)
    )
    return tuple(OpenEntry(*row) for row in db.session.execute(rows))


def checked_entries(entries: Iterable[OpenEntry], names: KnownNames) -> tuple[CheckedEntry, ...]:
    """Each with a warning where something in it may point at a person."""
    return tuple(CheckedEntry(entry, find_personal_data(entry.text, names)) for entry in entries)


def with_findings(blocks: list[ShownBlock], names: KnownNames) -> tuple[HarvestedBlock, ...]:
    """Each with a warning where something in it may point at a person."""
    return tuple(HarvestedBlock(block, find_personal_data(block.text, names)) for block in blocks)
