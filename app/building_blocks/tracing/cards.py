"""What a bouwsteen shows on a page that has it on a line of its own."""

from collections.abc import Collection

from app.building_blocks.rules import block_path
from app.building_blocks.tracing.queries import NamedBlock, named_blocks_by_number
from app.text.block_cards import BlockCard, CardState
from app.text.links import LinkTarget


def embedded_cards(numbers: Collection[int]) -> dict[int, LinkTarget]:
    """The cards of these bouwstenen, by the number that was named; of one that was merged what it became.

    One statement, however many are asked for. Their words are words only: what they name is not shown in
    turn, so there is nothing that could go round.
    """
    found = named_blocks_by_number(numbers)
    return {
        named: LinkTarget(block_path(block.number), f"bouwsteen {block.number}", card=_card(block))
        for named, block in found.items()
    }


def _card(block: NamedBlock) -> BlockCard:
    if block.state is CardState.SHOWN and block.kind:
        return BlockCard(block.state, block.number, block.kind, block.text)
    return BlockCard(block.state, block.number)
