"""How kinds, parts, fields and states are written by people: in an address, a file or a heading."""

from collections.abc import Mapping
from enum import StrEnum

from app.building_blocks.kinds import BuildingBlockKind, BuildingBlockStatus
from app.conversations.kinds import CanvasField, ModelPart
from app.text.slugs import slugify
from app.web.labels import label


def word(member: StrEnum | None) -> str:
    """How a member of an enumeration is written in an address; empty for none."""
    return slugify(label(member)) if member else ""


KINDS: Mapping[str, BuildingBlockKind] = {word(kind): kind for kind in BuildingBlockKind}
PARTS: Mapping[str, ModelPart] = {word(part): part for part in ModelPart}
STATUSES: Mapping[str, BuildingBlockStatus] = {word(status): status for status in BuildingBlockStatus}
FIELDS: Mapping[str, CanvasField] = {
    **{word(field): field for field in CanvasField},
    # Shorter, for who types a file by hand.
    "wie-verder-schrijft": CanvasField.FOR_WRITERS,
    "collegas": CanvasField.FOR_COLLEAGUES,
}
