"""Within one changed block of prose: the runs of sentences that changed apart from each other."""

from collections.abc import Iterator
from typing import NamedTuple

from app.text.merging.alignment import Hunk, TooMuchToCompare, find_hunks
from app.text.sentences import cut_sentences
from app.text.taking.pieces import CutText, Piece, Stretch, stretch


class Run(NamedTuple):
    """Neighbouring sentences with one fate, where they stand in the old and in the new text."""

    is_same: bool
    old: Stretch | None
    new: Stretch | None


class _Sentence(NamedTuple):
    stretch: Stretch
    key: str


def cut_runs(texts: tuple[CutText, CutText], pair: tuple[Piece, Piece]) -> tuple[Run, ...]:
    """The runs of two blocks of which one became the other; empty when they are better seen as one change.

    Sentences that changed with an unchanged one between them can be taken over apart; neighbours hang
    together, for the one is often written for the other.
    """
    before, after = pair
    is_prose = before.block.is_prose and before.kind is after.kind
    if not is_prose or (before.block.path, before.block.info) != (after.block.path, after.block.info):
        return ()
    old, new = (_sentences(text.source, piece) for text, piece in zip(texts, pair, strict=True))
    try:
        hunks = find_hunks([sentence.key for sentence in old], [sentence.key for sentence in new])
    except TooMuchToCompare:
        return ()
    return tuple(_runs(hunks, old, new)) if len(hunks) > 1 else ()


def _sentences(source: str, piece: Piece) -> list[_Sentence]:
    """The signs before the first sentence count: no other can take its place."""
    block = piece.block
    spans = cut_sentences(source, block.start, block.text_end)
    found = []
    for start, end in spans:
        own = stretch(source, start, end, block.end if end == block.text_end else end)
        found.append(_Sentence(own, source[own.start : own.text_end]))
    words = block.lines[0][0] if block.lines else block.start
    if words > block.start and found:
        first = found[0].stretch
        found[0] = _Sentence(first, f"\0{source[words : first.text_end]}")
    return found


def _runs(hunks: list[Hunk], old: list[_Sentence], new: list[_Sentence]) -> Iterator[Run]:
    old_at = new_at = 0
    for hunk in (*hunks, Hunk(len(old), len(old), len(new), len(new))):
        for before, after in zip(old[old_at : hunk.old_start], new[new_at : hunk.new_start], strict=True):
            yield Run(True, before.stretch, after.stretch)
        gone, come = old[hunk.old_start : hunk.old_end], new[hunk.new_start : hunk.new_end]
        if gone or come:
            yield Run(False, _around(gone), _around(come))
        old_at, new_at = hunk.old_end, hunk.new_end


def _around(sentences: list[_Sentence]) -> Stretch | None:
    if not sentences:
        return None
    first, last = sentences[0].stretch, sentences[-1].stretch
    return Stretch(first.start, last.text_end, last.end)
