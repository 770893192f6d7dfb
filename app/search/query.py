"""What somebody typed in the search field, as a small tree; the only way from user text to the engine.

The language is words, "phrases", `woord*` after at least three letters, and a minus before any of these.
Whatever else is typed counts as plain words.
"""

import re
import unicodedata
from dataclasses import dataclass

from app.search.analysis import words
from app.search.dutch import STOP_WORDS

LONGEST_QUERY = 256
MOST_TERMS = 32
COSTLY_WORDS = 16
WORDS_A_PREFIX_COSTS = 4
SHORTEST_PREFIX = 3

CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
QUOTES = str.maketrans(dict.fromkeys("“”„‟«»＂", '"'))
PIECE = re.compile(r'(?P<minus>(?<!\S)[-–−])?(?:"(?P<phrase>[^"]*)"|(?P<word>[^\s"]+)|")')


@dataclass(frozen=True, slots=True)
class Word:
    """A word in any of its forms."""

    text: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """These words one after the other, exactly."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Prefix:
    """Every word that begins like this."""

    text: str


Term = Word | Phrase | Prefix


@dataclass(frozen=True, slots=True)
class Query:
    """What must be there and what may not; `text` is what was typed, to show again."""

    text: str
    wanted: tuple[Term, ...] = ()
    unwanted: tuple[Term, ...] = ()


def parse(typed: str) -> Query:
    """Read what was typed; never refuses anything, and stops at 256 characters and 32 terms."""
    text = clean(typed)
    wanted: list[Term] = []
    unwanted: list[Term] = []
    for piece in PIECE.finditer(text.translate(QUOTES)):
        excluded = piece["minus"] is not None
        terms = _phrase(piece["phrase"]) if piece["phrase"] is not None else _words(piece["word"] or "")
        if excluded and len(terms) > 1:
            # -e-mail is one thing that may not be there, not two.
            terms = [Phrase(tuple(word for term in terms for word in texts(term)))]
        (unwanted if excluded else wanted).extend(terms)
    kept = _bounded(_or_as_phrase(wanted))[:MOST_TERMS]
    return Query(text, tuple(kept), tuple(_bounded(unwanted)[: MOST_TERMS - len(kept)]))


def clean(typed: str) -> str:
    """One line of at most 256 characters without signs that cannot be seen."""
    shown = unicodedata.normalize("NFC", CONTROL.sub(" ", typed[: 4 * LONGEST_QUERY]))
    return " ".join(shown.split())[:LONGEST_QUERY].strip()


def texts(term: Term) -> tuple[str, ...]:
    """The words of a term."""
    return term.words if isinstance(term, Phrase) else (term.text,)


def _or_as_phrase(terms: list[Term]) -> list[Term]:
    """The engine leaves out words that say nothing; when there are no others, they are looked up in a row."""
    if terms and all(isinstance(term, Word) and term.text in STOP_WORDS for term in terms):
        return [Phrase(tuple(dict.fromkeys(word for term in terms for word in texts(term))))]
    return terms


def _bounded(terms: list[Term]) -> list[Term]:
    """Each term once; phrases and prefixes cost most, so beyond a certain number they count as words."""
    left = COSTLY_WORDS
    kept: list[Term] = []
    for term in dict.fromkeys(terms):
        if isinstance(term, Phrase):
            kept += [Phrase(term.words[:left])] if left else []
            kept += map(Word, term.words[left:])
            left -= len(term.words[:left])
        elif isinstance(term, Prefix):
            kept.append(term if left >= WORDS_A_PREFIX_COSTS else Word(term.text))
            left = max(left - WORDS_A_PREFIX_COSTS, 0)
        else:
            kept.append(term)
    return list(dict.fromkeys(kept))


def _phrase(text: str) -> list[Term]:
    found = tuple(word for word in words(text) if word)
    return [Phrase(found)] if found else []


def _words(text: str) -> list[Term]:
    found = [word for word in words(text) if word]
    terms: list[Term] = [Word(word) for word in found]
    if text.endswith("*") and found and len(found[-1]) >= SHORTEST_PREFIX:
        terms[-1] = Prefix(found[-1])
    return terms
