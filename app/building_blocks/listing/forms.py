"""The choice from the bouwstenen, as the address has it."""

from werkzeug.datastructures import MultiDict

from app.building_blocks.listing.rules import BlockChoice
from app.building_blocks.words import KINDS, PARTS, STATUSES

LONGEST_WORDS = 200


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
