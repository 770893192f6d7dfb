"""Compares two texts word by word, in runs that people can read."""

import re
from collections.abc import Sequence
from enum import StrEnum
from itertools import accumulate
from typing import NamedTuple

from app.text.merging.alignment import MAX_CELLS, Hunk, TooMuchToCompare, find_hunks

PARAGRAPH_END = "\u2029"
"""Stands between the texts of blocks that are compared as one, because they were split or joined."""

_WORD = re.compile(
    rf"(?P<word>{PARAGRAPH_END}|\w++(?:['’-]\w++)*+|[^\w\s]|^)(?P<space>[^\S{PARAGRAPH_END}]*+)"
)
_Word = tuple[str, str]
_LONGEST_ISLAND = 16
_MOSTLY_DIFFERENT = 4
_LONGEST_PAIR = 2_500
"""Two words of fifty letters: texts with more pairs of letters than this in each cell have too many words."""


class WordOp(StrEnum):
    """What happened to a run of words."""

    SAME = "same"
    CHANGED = "changed"
    REMOVED = "removed"
    INSERTED = "inserted"


class WordRun(NamedTuple):
    """Neighbouring words with one fate. All `old` in order give the old text, all `new` the new one.

    In a run that is the same only white space can differ.
    """

    op: WordOp
    old: str
    new: str


def compare_words(old: str, new: str, *, max_cells: int = MAX_CELLS) -> tuple[WordRun, ...]:
    """The runs in which two texts differ, by whole words, punctuation apart.

    Small islands of equal words between changes are taken into the change, and texts that have little in
    common are shown as one change: a reader cannot follow confetti. Over `max_cells` pairs of words it is one
    change too.
    """
    if old == new:
        return (WordRun(WordOp.SAME, old, new),) if old else ()
    if len(old) * len(new) > max_cells * _LONGEST_PAIR:
        return (WordRun(WordOp.CHANGED, old, new),)
    old_words, new_words = _words(old), _words(new)
    try:
        hunks = find_hunks(
            [word for word, _ in old_words], [word for word, _ in new_words], max_cells=max_cells
        )
    except TooMuchToCompare:
        hunks = [Hunk(0, len(old_words), 0, len(new_words))]
    hunks = _without_confetti(hunks, old_words, new_words)
    return tuple(_runs(hunks, old_words, new_words))


def whole_text(op: WordOp, text: str) -> tuple[WordRun, ...]:
    """A text that is as a whole the same, removed or inserted, as one run."""
    old = "" if op is WordOp.INSERTED else text
    new = "" if op is WordOp.REMOVED else text
    return (WordRun(op, old, new),) if text else ()


def _words(text: str) -> list[_Word]:
    return [(word, space) for word, space in _WORD.findall(text) if word or space]


def _without_confetti(hunks: list[Hunk], old: Sequence[_Word], new: Sequence[_Word]) -> list[Hunk]:
    old_sums, new_sums = _letters_before(old), _letters_before(new)

    def letters(hunk: Hunk) -> int:
        removed = old_sums[hunk.old_end] - old_sums[hunk.old_start]
        return max(removed, new_sums[hunk.new_end] - new_sums[hunk.new_start])

    joined: list[Hunk] = []
    for hunk in hunks:
        joined.append(hunk)
        while len(joined) > 1:
            before, after = joined[-2:]
            island = old_sums[after.old_start] - old_sums[before.old_end]
            if island > min(_LONGEST_ISLAND, letters(before), letters(after)):
                break
            joined[-2:] = [Hunk(before.old_start, after.old_end, before.new_start, after.new_end)]
    kept = old_sums[-1] - sum(old_sums[hunk.old_end] - old_sums[hunk.old_start] for hunk in joined)
    if joined and kept * _MOSTLY_DIFFERENT < max(old_sums[-1], new_sums[-1]):
        return [Hunk(0, len(old), 0, len(new))]
    return joined


def _letters_before(words: Sequence[_Word]) -> list[int]:
    """How many letters stand before each word, and in all."""
    return list(accumulate((len(word) for word, _ in words), initial=0))


def _runs(hunks: Sequence[Hunk], old: Sequence[_Word], new: Sequence[_Word]) -> list[WordRun]:
    runs: list[WordRun] = []
    old_at = new_at = 0
    for hunk in (*hunks, Hunk(len(old), len(old), len(new), len(new))):
        same = _text(old[old_at : hunk.old_start]), _text(new[new_at : hunk.new_start])
        runs.append(WordRun(WordOp.SAME, *same))
        removed = _text(old[hunk.old_start : hunk.old_end])
        inserted = _text(new[hunk.new_start : hunk.new_end])
        op = WordOp.CHANGED if removed and inserted else WordOp.REMOVED if removed else WordOp.INSERTED
        runs.append(WordRun(op, removed, inserted))
        old_at, new_at = hunk.old_end, hunk.new_end
    return [run for run in runs if run.old or run.new]


def _text(words: Sequence[_Word]) -> str:
    return "".join(word + space for word, space in words)
