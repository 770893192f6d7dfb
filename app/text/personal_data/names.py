"""Names of colleagues in a text, looked up among the names of the accounts.

A given name or a surname that is nobody's everyday word counts by itself when it begins with a capital. One
that is ("Bakker", "Wil") counts only beside the rest of a name: "Jan Bakker", "J. de Jong", "mevrouw De Wit".
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from app.text.personal_data.common_words import COMMON_WORDS, PARTICLES, TITLES
from app.text.personal_data.kinds import Finding, PersonalDataKind

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# What accounts add to a name: "Noor Voorbeeld (directie Water)".
_ADDED = re.compile(r"\([^)]{0,200}\)?")
_POSSESSIVE = re.compile(r"(?:['’]s|['’]|s)$")
# Between a first name and a surname stand at most these many: "van de", "J. P. M. van der".
_MOST_BETWEEN = 5


def _key(word: str) -> str:
    """A word without capitals and marks: Zoë, Zoe and ZOË are the same person."""
    apart = unicodedata.normalize("NFD", word.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


@dataclass(frozen=True, slots=True)
class KnownNames:
    """The first names and surnames of all colleagues, without capitals and marks."""

    given: frozenset[str] = frozenset()
    surnames: frozenset[str] = frozenset()

    @classmethod
    def of_people(cls, names: Iterable[str]) -> "KnownNames":
        """Names as accounts have them: "Jan de Jong", "J. de Jong" or "Jong, Jan de"."""
        given: set[str] = set()
        surnames: set[str] = set()
        for name in names:
            last, comma, first = _ADDED.sub("", name).partition(",")
            words = _name_words(f"{first} {last}" if comma else last)
            given.update(words[:1] if len(words) > 1 else ())
            surnames.update(words[1:] if len(words) > 1 else words)
            surnames.update(part for word in words[1:] for part in word.split("-") if len(part) > 2)
        return cls(frozenset(given - {""}), frozenset(surnames - {""} - PARTICLES))


def _name_words(name: str) -> list[str]:
    """The words of a name that say who: an initial counts as an empty first one."""
    keys = [_key(word) for word in _WORD.findall(name)]
    kept = [key if len(key) > 1 else "" for key in keys if key not in PARTICLES]
    return list(dict.fromkeys(kept))


@dataclass(frozen=True, slots=True)
class _Token:
    word: str
    start: int
    end: int
    keys: frozenset[str] = field(default_factory=frozenset)

    @property
    def capital(self) -> bool:
        return self.word[:1].isupper()

    def of(self, names: frozenset[str]) -> bool:
        return not self.keys.isdisjoint(names)

    @property
    def everyday(self) -> bool:
        return self.of(COMMON_WORDS)


def find_names(text: str, known: KnownNames) -> Iterator[Finding]:
    """Every name of a colleague, the longest form that stands there."""
    tokens = [_token(match) for match in _WORD.finditer(text)]
    at = 0
    while at < len(tokens):
        last = _name_from(text, tokens, at, known)
        if last is not None:
            start, end = tokens[at].start, tokens[last].end
            yield Finding(PersonalDataKind.NAME, start, end, text[start:end])
        at = at + 1 if last is None else last + 1


def _token(match: re.Match[str]) -> _Token:
    key = _key(match[0])
    keys = {key, _POSSESSIVE.sub("", key)}
    return _Token(match[0], match.start(), match.end(), frozenset(keys))


def _name_from(text: str, tokens: list[_Token], at: int, known: KnownNames) -> int | None:
    """Where a name that begins at this word ends; None when none begins here."""
    token = tokens[at]
    if _leads(text, token, known) and (last := _surname_after(text, tokens, at, known)) is not None:
        return last
    if token.capital and not token.everyday and len(token.word) > 2:
        if token.of(known.given):
            return at
        if token.of(known.surnames):
            return _initials_after(text, tokens, at) or at
    if token.capital and token.of(known.surnames):
        return _initials_after(text, tokens, at)
    return None


def _leads(text: str, token: _Token, known: KnownNames) -> bool:
    """Whether a surname after this word would be somebody's: a first name, an initial or a title."""
    if len(token.word) == 1:
        return token.capital and text[token.end : token.end + 1] in {".", " "}
    return token.of(known.given) or token.of(TITLES)


def _surname_after(text: str, tokens: list[_Token], at: int, known: KnownNames) -> int | None:
    """The surname that follows, over particles, initials and second names."""
    for place in range(at + 1, min(at + 2 + _MOST_BETWEEN, len(tokens))):
        token, before = tokens[place], tokens[place - 1]
        if not _beside(text, before, token):
            return None
        if token.of(known.surnames) and (token.capital or not token.everyday):
            return place
        between = len(token.word) == 1 or token.of(PARTICLES) or (token.capital and token.of(known.given))
        if not between:
            return None
    return None


def _beside(text: str, one: _Token, other: _Token) -> bool:
    """Only a space stands between them, or a full stop after an initial or an abbreviated title."""
    gap = text[one.end : other.start]
    return gap.strip(" \u00a0") == "" or (gap.strip() == "." and (len(one.word) == 1 or one.of(TITLES)))


def _initials_after(text: str, tokens: list[_Token], at: int) -> int | None:
    """The last initial in "Bakker, J.P."; None when none follows."""
    place = at + 1
    gap = text[tokens[at].end : tokens[place].start] if place < len(tokens) else ""
    if gap.strip() != "," or not _is_initial(text, tokens[place]):
        return None
    while place + 1 < len(tokens) and _is_initial(text, tokens[place + 1]):
        place += 1
    return place


def _is_initial(text: str, token: _Token) -> bool:
    return len(token.word) == 1 and token.capital and text[token.end : token.end + 1] == "."
