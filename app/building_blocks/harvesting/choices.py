"""What can be chosen for a bouwsteen, as the forms of harvesting offer it: (value, Dutch word)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.building_blocks.kinds import BuildingBlockKind
from app.conversations.kinds import ModelPart
from app.topics.queries import TopicRow
from app.web.labels import label

KINDS = tuple((kind.value, label(kind)) for kind in BuildingBlockKind)
PARTS = tuple((part.value, label(part)) for part in ModelPart)


@dataclass(frozen=True, slots=True)
class Choices:
    """The choices of one page."""

    topics: Sequence[tuple[int, str]]
    kinds: Sequence[tuple[str, str]] = KINDS
    parts: Sequence[tuple[str, str]] = PARTS


def harvest_choices(topics: Iterable[TopicRow]) -> Choices:
    """Every kind, every part of the model and these themes."""
    return Choices(topics=tuple((topic.id, topic.name) for topic in topics))
