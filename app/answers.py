"""Who answers what a feature asks of one that comes after it: the one place where answers are wired."""

from app.building_blocks.tracing.cards import embedded_cards
from app.pages import block_cards


def register() -> None:
    """Let each question be answered."""
    block_cards.answer_with(embedded_cards)
