"""From text to the words that are looked up: the same steps for what is indexed and for what is asked.

Words are folded (lower case, no accents). Plain search goes on with stems, so that plurals and most forms
of a verb meet; phrases, `woord*` and spelling use the folded words as they stand.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from whoosh.lang.snowball.dutch import DutchStemmer

from app.search.dutch import COMPOUND_LINKS, COMPOUND_PARTS, IRREGULAR_FORMS, STOP_WORDS

LONGEST_WORD = 64
SHORTEST_STEMMED = 4
SHORTEST_COMPOUND = 8
CACHED_WORDS = 4096

WORD = re.compile("[^\\W_]+(?:[\u0300-\u036f]+[^\\W_]*|['’][^\\W_]+)*")
ENDINGS_AFTER_APOSTROPHE = ("'s", "'tjes", "'tje")
DOUBLE_END = re.compile(r"([bdfgklmnprst])\1$")
SPOKEN_END = str.maketrans("vz", "fs")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text: its folded form and where it stands."""

    word: str
    start: int
    end: int


def tokens(text: str) -> Iterator[Token]:
    """Every word of a text, in order."""
    for match in WORD.finditer(text):
        yield Token(fold(match.group()), match.start(), match.end())


def words(text: str) -> list[str]:
    """The folded words of a text, in order; nothing is left out."""
    return [fold(word) for word in WORD.findall(text)]


def stems(text: str) -> list[str]:
    """What a text is found by: stems of its words and of the parts of its compounds, without stop words."""
    found: list[str] = []
    for word in words(text):
        if word not in STOP_WORDS:
            found.append(stem(word))
            found.extend(compound_stems(word))
    return found


@lru_cache(CACHED_WORDS)
def fold(word: str) -> str:
    """Lower case, without accents and without an ending after an apostrophe: "Thema's" is thema."""
    if word.isascii() and word.isalnum():
        return word.lower()[:LONGEST_WORD]
    apart = unicodedata.normalize("NFKD", word.casefold())
    plain = "".join(sign for sign in apart if not unicodedata.combining(sign)).replace("’", "'")
    for ending in ENDINGS_AFTER_APOSTROPHE:
        plain = plain.removesuffix(ending)
    return "".join(sign for sign in plain if sign.isalnum())[:LONGEST_WORD]


@lru_cache(CACHED_WORDS)
def stem(word: str) -> str:
    """The form under which all forms of a folded word meet."""
    return _IRREGULAR.get(word) or _regular_stem(word)


def beginnings(stems_asked: Iterable[str]) -> frozenset[str]:
    """What `meets` needs to know of stems to be quick: stemming changes no word's first two letters."""
    return frozenset(asked[:2] for asked in stems_asked)


def meets(word: str, stems_asked: frozenset[str], begins: frozenset[str]) -> bool:
    """True when a folded word, or a part of it, has one of these stems; `begins` are their `beginnings`."""
    if (word[:2] in begins or word in _IRREGULAR) and stem(word) in stems_asked:
        return True
    if len(word) >= SHORTEST_COMPOUND:
        for start in begins:
            if start in word:
                return not stems_asked.isdisjoint(compound_stems(word))
    return False


@lru_cache(CACHED_WORDS)
def compound_stems(word: str) -> tuple[str, ...]:
    """The stems of the parts of a compound; nothing when it is not one of known parts."""
    if len(word) < SHORTEST_COMPOUND:
        return ()
    for cut in range(len(word) - 3, 2, -1):
        rest = _known_part(word[cut:])
        if rest and (front := _front(word[:cut])):
            return (front, rest)
    return ()


def _front(part: str) -> str | None:
    """The first part of a compound, which may end on a linking sound: beleid-s-plan."""
    for link in COMPOUND_LINKS:
        if part.endswith(link) and (known := _known_part(part[: len(part) - len(link)])):
            return known
    return None


def _known_part(part: str) -> str | None:
    reduced = stem(part)
    if part in COMPOUND_PARTS:
        return reduced
    return reduced if len(part) > SHORTEST_STEMMED and reduced in _PART_STEMS else None


def _regular_stem(word: str) -> str:
    """Snowball's stem, with the two spelling rules that it leaves out: zin-zinnen, huis-huizen."""
    if len(word) < SHORTEST_STEMMED or not word.isalpha():
        return word
    reduced: str = _STEMMER.stem(word)
    reduced = DOUBLE_END.sub(r"\1", reduced)
    return reduced[:-1] + reduced[-1:].translate(SPOKEN_END)


def _meeting_point(line: str) -> tuple[str, list[str]]:
    """The stem under which the forms of one line of the list meet, and those forms."""
    forms = line.removeprefix("=").split()
    return (forms[0] if line.startswith("=") else _regular_stem(forms[0])), forms


_STEMMER = DutchStemmer()
_IRREGULAR = {form: meeting for meeting, forms in map(_meeting_point, IRREGULAR_FORMS) for form in forms}
_PART_STEMS = frozenset(map(stem, COMPOUND_PARTS)) - STOP_WORDS
