"""Whether the bouwstenen that a text begins to name can be the source of anything."""

from app.building_blocks.tracing.queries import named_blocks_by_number
from app.core.errors import Invalid
from app.text.block_cards import CardState
from app.text.tracing.sources import named_blocks, unreadable_marks

SOURCES = frozenset({CardState.SHOWN, CardState.WAITING, CardState.PARKED})
"""What the redactie can make public by taking a text over: all that was handed in and not taken back."""


def check_marks(body: str, before: str = "") -> None:
    """Refuse a bouwsteen that does not exist, was not handed in or was taken back, unless `before` names it.

    So a page that holds such a mark already can still be changed. One statement, and none without new marks.
    A mark that names no number would be shown as it is typed: that is refused too.
    """
    unreadable = [words for words in unreadable_marks(body) if words not in before]
    if unreadable:
        raise Invalid("marks_unreadable", field="body", words=", ".join(unreadable[:5]))
    added = set(named_blocks(body)) - set(named_blocks(before))
    found = named_blocks_by_number(added)
    unfit = sorted(number for number in added if number not in found or found[number].state not in SOURCES)
    if unfit:
        raise Invalid("marks_unfit", field="body", numbers=", ".join(map(str, unfit)))
