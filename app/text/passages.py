"""Searches a plain text for a passage: letter by letter, by its neighbours, or by the words it shares."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

REACH = 20_000
"""How far from its old place, in characters, a passage with other words is looked for."""
_ENOUGH_ALIKE = 0.5
_SLACK = 2
"""What comes into a passage beside its own words, in words."""
_SHORT = 3
"""Words of this length or shorter tell nothing about a passage."""
_WORD = re.compile(r"\w+")
_LINE = re.compile(r"[^\n]+")


class Span(NamedTuple):
    """Characters `start` to `end` of a text."""

    start: int
    end: int


class _Word(NamedTuple):
    text: str
    start: int
    end: int


class _Window(NamedTuple):
    """Neighbouring words, and the weight of those among them that were wanted."""

    shared: int
    span: Span


def nearest(text: str, wanted: str, expected: int) -> int | None:
    """Where these characters stand, as near to `expected` as they do."""
    expected = min(max(expected, 0), len(text))
    after = text.find(wanted, expected)
    before = text.rfind(wanted, 0, expected + len(wanted))
    found = [place for place in (before, after) if place >= 0]
    return min(found, key=lambda place: abs(place - expected), default=None)


def between(text: str, before: str, after: str, expected: int, *, reach: int) -> Span | None:
    """What stands between two neighbours now, when that is anything and at most `reach` characters."""
    opened = nearest(text, before, expected - len(before))
    if opened is None:
        return None
    start = opened + len(before)
    end = text.find(after, start, start + reach + len(after))
    passage = text[start : max(start, end)]
    if not passage.strip():
        return None
    return Span(start + len(passage) - len(passage.lstrip()), start + len(passage.rstrip()))


def most_alike(text: str, quote: str, expected: int) -> Span | None:
    """The stretch around `expected` that shares most of the words of a quote, when that is half or more.

    It lies within one line, unless the quote does not. Words count by their length, so that "de" and "een" do
    not make two passages alike.
    """
    wanted = Counter(word.text for word in _words(quote, Span(0, len(quote))))
    enough = _ENOUGH_ALIKE * sum(_weight(word) * count for word, count in wanted.items())
    around = Span(max(0, expected - REACH), min(len(text), expected + REACH))
    lines = [around] if "\n" in quote else _lines(text, around)
    found = [window for line in lines if (window := _best_window(_words(text, line), wanted))]
    best = max(found, key=lambda window: (window.shared, -abs(window.span.start - expected)), default=None)
    return best.span if best and best.shared >= enough else None


def _best_window(words: Sequence[_Word], wanted: Counter[str]) -> _Window | None:
    """Where neighbouring words share the most weight with what is wanted; None when they share nothing."""
    size = _SLACK + wanted.total() * 3 // 2
    inside: Counter[str] = Counter()
    shared = most = first = 0
    for index, word in enumerate(words):
        inside[word.text] += 1
        shared += _weight(word.text) * (inside[word.text] <= wanted[word.text])
        if index >= size:
            gone = words[index - size].text
            shared -= _weight(gone) * (inside[gone] <= wanted[gone])
            inside[gone] -= 1
        if shared > most:
            most, first = shared, max(0, index - size + 1)
    known = [word for word in words[first : first + size] if word.text in wanted]
    return _Window(most, Span(known[0].start, known[-1].end)) if most else None


def _lines(text: str, around: Span) -> list[Span]:
    return [Span(*found.span()) for found in _LINE.finditer(text, *around)]


def _words(text: str, span: Span) -> list[_Word]:
    return [_Word(found[0].casefold(), *found.span()) for found in _WORD.finditer(text, *span)]


def _weight(word: str) -> int:
    return max(0, len(word) - _SHORT)
