"""Cuts a whole text into the units people change: sentences of prose, and other blocks whole."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.text.blocks import Block, BlockKind, cut_blocks
from app.text.merging.source_marks import split_marks
from app.text.sentences import cut_sentences


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, or a block that is not prose: its text and the white space that follows it.

    `words` is the text without source marks, by which units are compared; `marks` are the bouwstenen named.
    """

    kind: BlockKind
    text: str
    gap: str
    words: str
    marks: frozenset[int]

    @property
    def source(self) -> str:
        """The unit exactly as typed."""
        return self.text + self.gap


def cut_units(source: str) -> tuple[Unit, ...]:
    """The units of a text, in order; their sources joined give the text back, byte for byte.

    Only the first can be without text: it then holds the white space before the first word.
    """
    return sentence_units(source, cut_blocks(source))


def sentence_units(source: str, blocks: Sequence[Block]) -> tuple[Unit, ...]:
    """The units of a text that was already cut into blocks."""
    units: list[Unit] = []
    for block in blocks:
        if block.is_prose:
            for start, end in cut_sentences(source, block.start, block.end):
                _add(units, block, source[start:end])
        else:
            _add(units, block, block.source(source))
    return tuple(units)


def block_units(source: str, blocks: Sequence[Block]) -> tuple[Unit, ...]:
    """Like `sentence_units`, with every block whole: for texts too long to compare by the sentence."""
    units: list[Unit] = []
    for block in blocks:
        _add(units, block, block.source(source))
    return tuple(units)


def _add(units: list[Unit], block: Block, raw: str) -> None:
    text = raw.rstrip()
    gap = raw[len(text) :]
    if not text and units:
        last = units[-1]
        units[-1] = Unit(last.kind, last.text, last.gap + gap, last.words, last.marks)
        return
    words, marks = split_marks(text) if block.is_prose else (text, frozenset())
    units.append(Unit(block.kind, text, gap, words, marks))
