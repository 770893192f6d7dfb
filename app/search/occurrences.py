"""Where the words of a question stand in a text."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from app.search.analysis import WORD, beginnings, fold, meets, stem
from app.search.dutch import STOP_WORDS
from app.search.query import Phrase, Prefix, Term, Word

MOST_SPANS = 200
BETWEEN_WORDS = r"[\W_]+"

Span = tuple[int, int]


class Finder:
    """Finds the words of one question in many texts; what it learns of a word serves for the next text."""

    def __init__(self, terms: Iterable[Term]) -> None:
        asked = list(terms)
        # Stop words are found in phrases only.
        said = (term.text for term in asked if isinstance(term, Word) and term.text not in STOP_WORDS)
        self._stems = frozenset(map(stem, said))
        self._begins = beginnings(self._stems)
        self._prefixes = tuple(term.text for term in asked if isinstance(term, Prefix))
        self._phrases = tuple(term.words for term in asked if isinstance(term, Phrase))
        self._seen: set[str] = set()
        self._asked: set[str] = set()

    def spans(self, text: str) -> list[Span]:
        """Where what was asked stands, in order and without overlap."""
        raws = set(WORD.findall(text))
        fresh = raws - self._seen
        self._seen |= fresh
        self._asked.update(raw for raw in fresh if self._is_asked(fold(raw)))
        found = [span for raw in raws & self._asked for span in islice(_places(text, raw), MOST_SPANS)]
        for phrase in self._phrases:
            found += islice(_phrase_places(text, phrase, raws), MOST_SPANS)
        return _apart(found)[:MOST_SPANS]

    def _is_asked(self, word: str) -> bool:
        if self._prefixes and word.startswith(self._prefixes):
            return True
        return word not in STOP_WORDS and meets(word, self._stems, self._begins)


def _places(text: str, raw: str) -> Iterator[Span]:
    """Where a word stands by itself, not inside another word."""
    start = text.find(raw)
    while start >= 0:
        end = start + len(raw)
        if not (start and text[start - 1].isalnum()) and not text[end : end + 1].isalnum():
            yield start, end
        start = text.find(raw, end)


def _phrase_places(text: str, phrase: tuple[str, ...], raws: Iterable[str]) -> Iterator[Span]:
    forms: dict[str, list[str]] = {word: [] for word in phrase}
    for raw in raws:
        if (word := fold(raw)) in forms:
            forms[word].append(raw)
    if not all(forms.values()):
        return
    whole = re.compile(BETWEEN_WORDS.join(_any_of(forms[word]) for word in phrase) + r"(?![^\W_])")
    for first in forms[phrase[0]]:
        for start, _ in _places(text, first):
            if match := whole.match(text, start):
                yield match.span()


def _any_of(raws: Iterable[str]) -> str:
    # Longest first: "thema's" before "thema".
    return f"(?:{'|'.join(re.escape(raw) for raw in sorted(raws, key=len, reverse=True))})"


def _apart(spans: Iterable[Span]) -> list[Span]:
    """In order; of two that overlap the longer one that begins first."""
    kept: list[Span] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept
