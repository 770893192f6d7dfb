"""Which bouwstenen each sentence of a text rests on, as the marks in it say."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from app.text.blocks import Block, BlockKind, cut_blocks
from app.text.cutting.inline_scan import mask_code
from app.text.cutting.starts import EMBED
from app.text.links import LINK, WITHOUT_LINKS, ReferenceKind
from app.text.tracing.sentences import sentence_starts, spans
from app.text.wiki_links import read_wiki_link

_SIGN = re.compile(r"bouwsteen:", re.IGNORECASE)
_WRITTEN = re.compile(r"(?:\[\[|\{\{)[ \t]*bouwsteen:([^\[\]{}\n]*)(?:\]\]|\}\})", re.IGNORECASE)
_NUMBER = re.compile(r"[ \t]*\d{1,9}[ \t]*(?:\|.*)?", re.ASCII)
_WITHOUT_MARKS = WITHOUT_LINKS | {BlockKind.REFERENCE}


class SentenceSources(NamedTuple):
    """A sentence by its place among those of `trace`, its span in the source, and what it rests on."""

    position: int
    start: int
    end: int
    blocks: frozenset[int]


def sentence_sources(source: str) -> tuple[SentenceSources, ...]:
    """The sentences of a text that name a bouwsteen, in order; a card on a line of its own is one too.

    What is named is what a reader sees named: a mark within code is none.
    """
    return tuple(_sources(source)) if _SIGN.search(source) else ()


def named_blocks(source: str) -> tuple[int, ...]:
    """The numbers of the bouwstenen that a text names or shows, once each, in order."""
    if not _SIGN.search(source):
        return ()
    found = (number for block in cut_blocks(source) for _, number in _marks(block, block.content(source)))
    return tuple(dict.fromkeys(found))


def unreadable_marks(source: str) -> tuple[str, ...]:
    """What is written as the mark or the card of a bouwsteen without naming a number, once each, in order."""
    if not _SIGN.search(source):
        return ()
    found = (
        match[0]
        for block in cut_blocks(source)
        if block.kind not in _WITHOUT_MARKS
        for match in _WRITTEN.finditer(mask_code(block.content(source)))
        if not _NUMBER.fullmatch(match[1])
    )
    return tuple(dict.fromkeys(found))


def _sources(source: str) -> Iterator[SentenceSources]:
    position = 0
    for block in cut_blocks(source):
        content = block.content(source)
        starts = sentence_starts(content) if block.is_prose else (0,)
        named: dict[int, set[int]] = {}
        for place, number in _marks(block, content):
            named.setdefault(bisect_right(starts, place) - 1, set()).add(number)
        if named:
            places = spans(block, starts)
            for index, numbers in named.items():
                yield SentenceSources(position + index, *places[index], frozenset(numbers))
        position += len(starts)


def _marks(block: Block, content: str) -> Iterator[tuple[int, int]]:
    """Where in the content of a block a bouwsteen is named, and which."""
    if block.kind in _WITHOUT_MARKS:
        return
    if block.kind is BlockKind.EMBED:
        if embed := EMBED.match(content):
            yield 0, int(embed.group(1))
        return
    for match in LINK.finditer(mask_code(content)):
        link = None if match.group(4) else read_wiki_link(match)
        if link and link.kind is ReferenceKind.BLOCK:
            yield match.start(), link.number
