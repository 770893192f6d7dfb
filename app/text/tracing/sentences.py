"""The sentences of a text, each with the key by which it is known again wherever it stands later."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from app.text.blocks import Block, BlockKind, cut_blocks
from app.text.merging.source_marks import split_marks
from app.text.sentences import cut_sentences

_KEY_BYTES = 12
_LINK_ADDRESS = re.compile(r"\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+(?:\"[^\"]*\"|'[^']*'))?\)")
_SIGNS_OF_LOOK = str.maketrans("", "", "*_~`[]")


class TracedSentence(NamedTuple):
    """A sentence of prose, or another block whole: its span in the source, and its key.

    `block` is the index of its block. What says nothing (a rule, an empty line) has an empty key.
    """

    block: int
    start: int
    end: int
    key: str


def trace(source: str) -> tuple[TracedSentence, ...]:
    """The sentences of a text, in order; their spans cover every character once."""
    return tuple(
        TracedSentence(index, start, end, sentence_key(words))
        for index, block in enumerate(cut_blocks(source))
        for start, end, words in _cut(source, block)
    )


def first_sentences(source: str, blocks: Sequence[Block]) -> list[int]:
    """Which of the sentences that `trace` gives is the first of each block."""
    counts = (len(sentence_starts(block.content(source))) if block.is_prose else 1 for block in blocks)
    return [0, *accumulate(counts)][:-1]


def sentence_key(words: str) -> str:
    """A digest of the words that a sentence says, equal in a paragraph, a list and a quote.

    White space, emphasis, source marks and the addresses behind links do not count: whoever lays out a
    sentence anew, or mends a link in it, did not write it.
    """
    said, _ = split_marks(words)
    said = " ".join(_LINK_ADDRESS.sub("", said).translate(_SIGNS_OF_LOOK).split())
    if not any(sign.isalnum() for sign in said):
        return ""
    return hashlib.blake2b(said.encode("utf-8", "surrogatepass"), digest_size=_KEY_BYTES).hexdigest()


def sentence_starts(content: str) -> tuple[int, ...]:
    """Where each sentence begins in the content of a block of prose; the first begins at 0."""
    return (0, *(start for start, _ in cut_sentences(content, 0, len(content))[1:]))


def spans(block: Block, starts: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """Where in the source the sentences stand that begin at these places in the content of a block."""
    return tuple(pairwise((block.start, *_in_source(block, tuple(starts[1:])), block.end)))


def _cut(source: str, block: Block) -> Iterator[tuple[int, int, str]]:
    content = block.content(source)
    if not block.is_prose:
        yield block.start, block.end, _said(block, content)
        return
    starts = sentence_starts(content)
    for number, (begin, end) in enumerate(spans(block, starts)):
        words = content[starts[number] : starts[number + 1] if number + 1 < len(starts) else None]
        yield begin, end, words


def _said(block: Block, content: str) -> str:
    """The dashes under the names of a table's columns say nothing."""
    return content.partition("\n")[0] if block.kind is BlockKind.TABLE_HEAD else content


def _in_source(block: Block, offsets: tuple[int, ...]) -> Iterator[int]:
    """The places in the source of these places in the content, which are in order."""
    lines = iter(block.lines)
    start, end = next(lines, (block.start, block.start))
    passed = 0
    for offset in offsets:
        while offset - passed > end - start:
            passed += end - start + 1
            start, end = next(lines)
        yield start + offset - passed
