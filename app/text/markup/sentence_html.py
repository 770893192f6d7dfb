"""Writes the blocks of a text with an element around each sentence, so that a reader can ask about each."""

import re
from collections.abc import Iterator, Sequence

from app.text.cutting.model import Block, BlockKind
from app.text.markup.block_html import BlockWriter, HeadingPlace
from app.text.markup.leaves import LeafRenderer
from app.text.markup.plain_text import plain_text
from app.text.markup.sanitising import Sanitiser
from app.text.markup.sentence_wrapping import SENTENCE_END, begin_of, with_signs, wrapped
from app.text.rendered_sentences import RenderedSentences, SentencePiece
from app.text.tracing.sentences import sentence_starts

# What these look like once they are sanitised: then nothing that a person typed can have an id or a class.
# A row begins in its first cell, which is a part of it.
_BEGIN = re.compile(r'(?:<tr><t[dh][^<>]*>)?<(?:span|div) id="zin-(\d+)" class="traced">')
_END = '<span class="traced__end"></span>'
_WHOLE = frozenset({BlockKind.CODE, BlockKind.HTML, BlockKind.EMBED})
_ROWS = frozenset({BlockKind.TABLE_HEAD, BlockKind.TABLE_ROW})


class SentenceLeaves(LeafRenderer):
    """Renders the lines of one block at a time, whose first sentence has the number `first`.

    With `apart` each line holds sentences of its own; without, it is a part of one, such as a cell.
    """

    first = 0
    apart = False
    prose = False

    def inline(self, text: str) -> str:
        """The HTML of one line, its sentences in elements of their own."""
        if not self.apart or not text.strip():
            return super().inline(text)
        signed = with_signs(text, sentence_starts(text)) if self.prose else text
        return wrapped(super().inline(signed), self.first)


class SentenceWriter(BlockWriter):
    """Writes the blocks of one text, in order; `firsts` are the numbers of their first sentences."""

    def __init__(
        self, source: str, leaves: SentenceLeaves, sanitiser: Sanitiser, firsts: Sequence[int]
    ) -> None:
        super().__init__(source, leaves, sanitiser)
        self._sentences = leaves
        self._firsts: Iterator[int] = iter(firsts)

    def write(self, block: Block, *, heading: HeadingPlace | None = None, loose: bool = False) -> str:
        """The block's HTML for its place in the page, its sentences in elements of their own."""
        leaves = self._sentences
        leaves.first, leaves.prose = next(self._firsts), block.is_prose
        leaves.apart = block.kind not in _ROWS
        markup = super().write(block, heading=heading, loose=loose)
        if block.kind in _WHOLE and markup:
            return f"{begin_of(leaves.first, 'div')}{markup}{SENTENCE_END}</div>"
        return _row(markup, leaves.first) if block.kind in _ROWS else markup


def _row(markup: str, number: int) -> str:
    """A row is one whole: it begins in its first cell and ends in its last."""
    begin = markup.index(">", markup.index("<tr>") + len("<tr>")) + 1
    end = markup.rindex("</t", 0, markup.rindex("</tr>"))
    return f"{markup[:begin]}{begin_of(number)}</span>{markup[begin:end]}{SENTENCE_END}{markup[end:]}"


def cut_at_sentences(markup: str) -> RenderedSentences:
    """Cut sanitised HTML at the end of each sentence that says something, in the middle of its element."""
    pieces: list[SentencePiece] = []
    waiting = ""
    *parts, rest = markup.split(_END)
    for part in parts:
        waiting += part
        begin = _BEGIN.search(part)
        if begin and (words := plain_text(part[begin.start() :], sources=False)):
            pieces.append(SentencePiece(int(begin[1]), waiting, words))
            waiting = ""
    return RenderedSentences(tuple(pieces), waiting + rest)
