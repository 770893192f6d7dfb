"""The choice from the bouwstenen, as the address has it."""

from collections.abc import Mapping
from enum import StrEnum

from werkzeug.datastructures import MultiDict

from app.building_blocks.kinds import BuildingBlockKind, BuildingBlockStatus
from app.building_blocks.listing.rules import BlockChoice
from app.conversations.kinds import ModelPart
from app.text.slugs import slugify
from app.web.labels import label

LONGEST_WORDS = 200


def word(member: StrEnum | None) -> str:
    """How a member of an enumeration is written in an address; empty for none."""
    return slugify(label(member)) if member else ""


KINDS: Mapping[str, BuildingBlockKind] = {word(kind): kind for kind in BuildingBlockKind}
PARTS: Mapping[str, ModelPart] = {word(part): part for part in ModelPart}
STATUSES: Mapping[str, BuildingBlockStatus] = {word(status): status for status in BuildingBlockStatus}


def read_choice(args: MultiDict[str, str]) -> BlockChoice:
    """What was chosen; a word that means nothing chooses nothing."""
    conversation = args.get("gesprek", "").strip()
    is_number = conversation.isascii() and conversation.isdigit() and len(conversation) < 10
    return BlockChoice(
        words=" ".join(args.get("zoek", "")[:LONGEST_WORDS].split()),
        kind=KINDS.get(args.get("soort", "")),
        topic=args.get("thema", ""),
        model_part=PARTS.get(args.get("deel", "")),
        conversation=int(conversation) if is_number else None,
        status=STATUSES.get(args.get("stand", "")),
        unused=args.get("ongebruikt", "") == "1",
    )
