"""What can be chosen for a bouwsteen, as the forms of harvesting offer it: (value, Dutch word)."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.building_blocks.kinds import BuildingBlockKind
from app.conversations.kinds import ModelPart
from app.topics.queries import TopicRow, all_topics
from app.web.labels import label

KINDS = tuple((kind.value, label(kind)) for kind in BuildingBlockKind)
PARTS = tuple((part.value, label(part)) for part in ModelPart)


@dataclass(frozen=True, slots=True)
class Choices:
    """The choices of one page."""

    topics: Sequence[tuple[int, str]]
    kinds: Sequence[tuple[str, str]] = KINDS
    parts: Sequence[tuple[str, str]] = PARTS


def harvest_choices() -> Choices:
    """Every kind, every part of the model and the themes as the redactie keeps them now."""
    return Choices(topics=_named(all_topics()))


def _named(topics: Sequence[TopicRow]) -> tuple[tuple[int, str], ...]:
    return tuple((topic.id, topic.name) for topic in topics)
