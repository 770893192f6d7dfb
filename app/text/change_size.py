"""How large a change is, in what people count: sentences and paragraphs."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.text.comparing.block_matching import Comparable
from app.text.cutting.model import PROSE
from app.text.differences import BlockChange, ChangeKind, compare
from app.text.merging.alignment import Hunk, TooMuchToCompare, find_hunks
from app.text.sentences import cut_sentences


@dataclass(frozen=True, slots=True)
class ChangeSize:
    """How many sentences changed in paragraphs that stayed, and how many blocks came, went, moved, changed.

    `blocks_changed` counts what is not prose (a heading, a table row, code) and what only looks different.
    """

    sentences_changed: int = 0
    sentences_added: int = 0
    sentences_removed: int = 0
    blocks_added: int = 0
    blocks_removed: int = 0
    blocks_changed: int = 0
    blocks_moved: int = 0

    def __add__(self, other: "ChangeSize") -> "ChangeSize":
        """Both together: a proposal over several pages, or a page and its lead."""
        return ChangeSize(
            self.sentences_changed + other.sentences_changed,
            self.sentences_added + other.sentences_added,
            self.sentences_removed + other.sentences_removed,
            self.blocks_added + other.blocks_added,
            self.blocks_removed + other.blocks_removed,
            self.blocks_changed + other.blocks_changed,
            self.blocks_moved + other.blocks_moved,
        )


def change_size(old: Sequence[Comparable], new: Sequence[Comparable]) -> ChangeSize:
    """The size of the change between two rendered texts, given the segments of both."""
    return measure(compare(old, new))


def measure(changes: Sequence[BlockChange]) -> ChangeSize:
    """The size of what `compare` found."""
    size = ChangeSize()
    for change in changes:
        size += _size_of(change)
    return size


def _size_of(change: BlockChange) -> ChangeSize:
    if change.kind in (ChangeKind.SAME, ChangeKind.MOVED_AWAY):
        return ChangeSize()
    if change.kind is ChangeKind.INSERTED:
        return ChangeSize(blocks_added=1)
    if change.kind is ChangeKind.REMOVED:
        return ChangeSize(blocks_removed=1)
    shape = ChangeSize(
        blocks_added=max(0, len(change.new_indexes) - len(change.old_indexes)),
        blocks_removed=max(0, len(change.old_indexes) - len(change.new_indexes)),
        blocks_moved=change.kind is ChangeKind.MOVED,
    )
    return shape + _size_within(change)


def _size_within(change: BlockChange) -> ChangeSize:
    if change.formatting:
        return ChangeSize(blocks_changed=1)
    old, new = _sentences(change.old_text), _sentences(change.new_text)
    if change.block not in PROSE:
        return ChangeSize(blocks_changed=old != new)
    size = ChangeSize()
    for hunk in _hunks(old, new):
        gone, come = hunk.old_end - hunk.old_start, hunk.new_end - hunk.new_start
        size += ChangeSize(min(gone, come), max(0, come - gone), max(0, gone - come))
    return size


def _hunks(old: Sequence[str], new: Sequence[str]) -> list[Hunk]:
    try:
        return find_hunks(old, new)
    except TooMuchToCompare:
        return [Hunk(0, len(old), 0, len(new))]


def _sentences(text: str) -> list[str]:
    return [text[start:end].strip() for start, end in cut_sentences(text, 0, len(text))]
