"""The blocks of a text as pieces that can be compared, taken over and put together again."""

from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from app.text.blocks import Block, BlockKind, cut_blocks
from app.text.merging.alignment import MOST_LINES

_SPACE = " \t\r\n"


class Side(IntEnum):
    """One of the two texts; both are kept in pairs, in this order."""

    OLD = 0
    NEW = 1


class Stretch(NamedTuple):
    """A stretch of a text: its words up to `text_end`, then the white space up to `end`."""

    start: int
    text_end: int
    end: int

    @property
    def has_gap(self) -> bool:
        """Whether white space follows the words."""
        return self.text_end < self.end


@dataclass(frozen=True, slots=True)
class Piece:
    """One block of a text, to be compared with those of another: `text` are its words as typed.

    `html` stands for what it looks like: equal for blocks that differ in nothing but white space, the signs
    of a list or the way a heading is marked.
    """

    block: Block
    stretch: Stretch
    text: str
    html: str

    @property
    def kind(self) -> BlockKind:
        """What the block is."""
        return self.block.kind


@dataclass(frozen=True, slots=True)
class CutText:
    """A text in pieces; `lead` is the white space before the first.

    The stretches of the lead and the pieces give the text back, byte for byte.
    """

    source: str
    lead: Stretch
    pieces: tuple[Piece, ...]

    @property
    def close(self) -> Stretch:
        """The end of the text, as a stretch without words."""
        return Stretch(len(self.source), len(self.source), len(self.source))


def cut_texts(base: str, proposed: str) -> tuple[CutText, CutText]:
    """Both texts in pieces; each is one piece when the two have too many lines to be compared."""
    if max(base.count("\n"), proposed.count("\n")) > MOST_LINES:
        return _in_one_piece(base), _in_one_piece(proposed)
    return _cut_text(base), _cut_text(proposed)


def _cut_text(source: str) -> CutText:
    blocks = cut_blocks(source)
    lead = 0
    if blocks and not source[blocks[0].start : blocks[0].end].strip(_SPACE):
        lead, blocks = blocks[0].end, blocks[1:]
    return CutText(source, Stretch(0, 0, lead), tuple(_piece(source, block) for block in blocks))


def _in_one_piece(source: str) -> CutText:
    length = len(source)
    block = Block(BlockKind.CODE, 0, length, length, ((0, length),))
    return CutText(source, Stretch(0, 0, 0), (_piece(source, block),) if source else ())


def stretch(source: str, start: int, text_end: int, end: int) -> Stretch:
    """The stretch from `start` to `end`, of which the words end at the latest at `text_end`."""
    return Stretch(start, start + len(source[start:text_end].rstrip(_SPACE)), end)


def _piece(source: str, block: Block) -> Piece:
    text = block.content(source).rstrip(_SPACE)
    look = (*block.path, block.level, block.info, text)
    return Piece(
        block, stretch(source, block.start, block.text_end, block.end), text, "\n".join(map(str, look))
    )
