"""What somebody may choose of the bouwstenen."""

from dataclasses import dataclass

from app.building_blocks.kinds import BuildingBlockKind, BuildingBlockStatus
from app.building_blocks.rules import LIVING
from app.conversations.kinds import ModelPart

UNUSED = LIVING - {BuildingBlockStatus.USED}


@dataclass(frozen=True, slots=True)
class BlockChoice:
    """Which bouwstenen somebody wants to see; all that were handed in when nothing is chosen."""

    words: str = ""
    kind: BuildingBlockKind | None = None
    topic: str = ""
    model_part: ModelPart | None = None
    conversation: int | None = None
    status: BuildingBlockStatus | None = None
    unused: bool = False

    @property
    def is_all(self) -> bool:
        """Whether nothing is left out."""
        return self == BlockChoice()

    @property
    def number(self) -> int | None:
        """The bouwsteen that is asked for by its number: "12" or "#12"."""
        asked = self.words.removeprefix("#")
        return int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 10 else None
