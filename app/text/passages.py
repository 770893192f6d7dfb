"""Searches a plain text for a passage: letter by letter, by its neighbours, or by the words it shares."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
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


class Searched:
    """A text in which passages are looked for; its words are listed once, when that is needed."""

    def __init__(self, text: str) -> None:
        self.text = text

    def nearest(self, wanted: str, expected: int) -> int | None:
        """Where these characters stand, as near to `expected` as they do."""
        expected = min(max(expected, 0), len(self.text))
        after = self.text.find(wanted, expected)
        before = self.text.rfind(wanted, 0, expected + len(wanted))
        found = [place for place in (before, after) if place >= 0]
        return min(found, key=lambda place: abs(place - expected), default=None)

    def between(self, before: str, after: str, expected: int, *, reach: int) -> Span | None:
        """What stands between two neighbours now, when that is anything and at most `reach` characters."""
        opened = self.nearest(before, expected - len(before))
        if opened is None:
            return None
        start = opened + len(before)
        end = self.text.find(after, start, start + reach + len(after))
        passage = self.text[start : max(start, end)]
        if not passage.strip():
            return None
        return Span(start + len(passage) - len(passage.lstrip()), start + len(passage.rstrip()))

    def most_alike(self, quote: str, expected: int) -> Span | None:
        """The stretch around `expected` that shares most of the words of a quote, when that is half or more.

        It lies within one line, unless the quote does not. Words count by their length, so that "de" and
        "een" do not make two passages alike.
        """
        wanted = Counter(word.text for word in _words(quote, Span(0, len(quote))))
        enough = _ENOUGH_ALIKE * sum(_weight(word) * count for word, count in wanted.items())
        around = Span(max(0, expected - REACH), min(len(self.text), expected + REACH))
        lines = [around] if "\n" in quote else self._likely_lines(wanted, enough, around)
        found = [window for line in lines if (window := _best_window(_words(self.text, line), wanted))]
        best = max(found, key=lambda found: (found.shared, -abs(found.span.start - expected)), default=None)
        return best.span if best and best.shared >= enough else None

    def _likely_lines(self, wanted: Counter[str], enough: float, around: Span) -> Iterator[Span]:
        """What lies around a place of the lines in which enough of the wanted words stand."""
        shared: Counter[int] = Counter()
        for word, count in wanted.items():
            if weight := _weight(word):
                for line, there in self._places.get(word, Counter[int]()).items():
                    shared[line] += weight * min(count, there)
        likely = (self._lines[line] for line, weight in shared.items() if weight >= enough)
        near = (Span(max(line.start, around.start), min(line.end, around.end)) for line in likely)
        return (line for line in near if line.start < line.end)

    @cached_property
    def _lines(self) -> list[Span]:
        return [Span(*found.span()) for found in _LINE.finditer(self.text)]

    @cached_property
    def _places(self) -> dict[str, Counter[int]]:
        """In which lines each word stands, and how often."""
        places: dict[str, Counter[int]] = defaultdict(Counter)
        for number, line in enumerate(self._lines):
            for written, count in Counter(_WORD.findall(self.text, *line)).items():
                if _weight(word := written.casefold()):
                    places[word][number] += count
        return places


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


def _words(text: str, span: Span) -> list[_Word]:
    return [_Word(found[0].casefold(), *found.span()) for found in _WORD.finditer(text, *span)]


def _weight(word: str) -> int:
    return max(0, len(word) - _SHORT)
