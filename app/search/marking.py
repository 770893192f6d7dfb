"""Showing where a hit is: the words that were found, marked, in a title or in a short piece of the text.

Everything that comes from a text is escaped here; the marks are the only HTML.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from app.search.analysis import WORD, beginnings, fold, meets, stem
from app.search.dutch import STOP_WORDS
from app.search.query import Phrase, Prefix, Term, Word

SNIPPET_LENGTH = 240
LEAD_IN = 60
MOST_SPANS = 200
OPEN, CLOSE = Markup("<mark>"), Markup("</mark>")
GAP = "…"
BETWEEN_BLOCKS = " · "
BETWEEN_WORDS = r"[\W_]+"

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Marker:
    """Finds the words of a question in texts."""

    stems: frozenset[str]
    prefixes: tuple[str, ...]
    phrases: tuple[tuple[str, ...], ...]
    _begins: frozenset[str]
    _known: dict[str, bool] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, terms: Iterable[Term]) -> "Marker":
        """A marker for what was asked; stop words are marked in phrases only."""
        asked = list(terms)
        stems = frozenset(stem(t.text) for t in asked if isinstance(t, Word) and t.text not in STOP_WORDS)
        return cls(
            stems,
            tuple(t.text for t in asked if isinstance(t, Prefix)),
            tuple(t.words for t in asked if isinstance(t, Phrase)),
            beginnings(stems),
        )

    def mark(self, text: str) -> Markup:
        """The whole text with its hits marked."""
        return _marked(text, self.spans(text))

    def snippet(self, text: str) -> Markup | None:
        """The piece of the text that shows most of what was asked; None when it shows nothing of it."""
        text = BETWEEN_BLOCKS.join(line for line in text.splitlines() if line)
        spans = self.spans(text)
        if not spans:
            return None
        start, end = _window(text, spans)
        inside = [(first - start, last - start) for first, last in spans if start <= first and last <= end]
        before = GAP + " " if start else ""
        after = " " + GAP if end < len(text) else ""
        return escape(before) + _marked(text[start:end], inside) + escape(after)

    def spans(self, text: str) -> list[Span]:
        """Where hits stand, in order and without overlap."""
        raws = set(WORD.findall(text))
        patterns = [pattern for phrase in self.phrases if (pattern := _phrase_pattern(phrase, raws))]
        single = [raw for raw in raws if self._fits(raw)]
        if single:
            patterns.append(_any_of(single))
        if not patterns:
            return []
        whole = re.compile(rf"(?<![^\W_])(?:{'|'.join(patterns)})(?![^\W_])")
        return [match.span() for match in whole.finditer(text)][:MOST_SPANS]

    def _fits(self, raw: str) -> bool:
        """The same words come back in every text, so each is looked into once."""
        known = self._known.get(raw)
        if known is None:
            known = self._known[raw] = self._looks_asked(fold(raw))
        return known

    def _looks_asked(self, word: str) -> bool:
        if self.prefixes and word.startswith(self.prefixes):
            return True
        return word not in STOP_WORDS and meets(word, self.stems, self._begins)


def opening(text: str) -> str:
    """The beginning of a text, cut between words."""
    if len(text) <= SNIPPET_LENGTH:
        return text
    return text[: text.rfind(" ", 0, SNIPPET_LENGTH) + 1].rstrip() + " " + GAP


def _phrase_pattern(phrase: tuple[str, ...], raws: Iterable[str]) -> str | None:
    forms: dict[str, list[str]] = {word: [] for word in phrase}
    for raw in raws:
        if (word := fold(raw)) in forms:
            forms[word].append(raw)
    return BETWEEN_WORDS.join(_any_of(forms[word]) for word in phrase) if all(forms.values()) else None


def _any_of(raws: Iterable[str]) -> str:
    # Longest first: "thema's" before "thema".
    return f"(?:{'|'.join(re.escape(raw) for raw in sorted(raws, key=len, reverse=True))})"


def _window(text: str, spans: list[Span]) -> Span:
    """The stretch with the most different words that were asked, begun at a block or between words."""
    starts = [first for first, _ in spans]
    words = [fold(text[first:last]) for first, last in spans]
    ends = [bisect_right(starts, first + SNIPPET_LENGTH - LEAD_IN) for first in starts]
    best = max(range(len(spans)), key=lambda i: (len(set(words[i : ends[i]])), -i))
    hit = spans[best][0]
    block = text.rfind(BETWEEN_BLOCKS, 0, hit)
    block = block + len(BETWEEN_BLOCKS) if block >= 0 else 0
    start = block if hit - block <= LEAD_IN else text.find(" ", hit - LEAD_IN, hit) + 1 or hit
    end = max(start + SNIPPET_LENGTH, spans[best][1])
    if end >= len(text):
        return start, len(text)
    return start, max(text.rfind(" ", start, end), spans[best][1])


def _marked(text: str, spans: list[Span]) -> Markup:
    parts: list[Markup] = []
    position = 0
    for first, last in spans:
        parts += (escape(text[position:first]), OPEN, escape(text[first:last]), CLOSE)
        position = last
    return Markup("").join((*parts, escape(text[position:])))
