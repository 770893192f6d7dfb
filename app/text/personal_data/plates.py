"""Dutch licence plates: the fourteen series ("sidecodes") of the RDW."""

import re
from collections.abc import Iterator

from app.text.personal_data.kinds import Finding, PersonalDataKind

# X a letter, 9 a digit; in the order in which the series were given out.
_FIRST = ("XX-99-99", "99-99-XX", "99-XX-99")
_LATER = ("XX-99-XX", "XX-XX-99", "99-XX-XX")
_MODERN = ("99-XXX-9", "9-XXX-99", "XX-999-X", "X-999-XX", "XXX-99-X", "X-99-XXX", "9-XX-999", "999-XX-9")
# Only the first series have vowels: in the others no words may come about.
_ANY, _NO_VOWELS = "[A-Z]", "[BDFGHJ-NP-TV-XZ]"
_MONTHS = frozenset({"MRT"})


def _one_of(series: tuple[str, ...], letter: str, between: str) -> str:
    return "|".join("".join({"X": letter, "9": r"\d", "-": between}[sign] for sign in one) for one in series)


_HYPHEN = "[-\u2010-\u2012]"
_HYPHENED = f"{_one_of(_FIRST, _ANY, _HYPHEN)}|{_one_of(_LATER + _MODERN, _NO_VOWELS, _HYPHEN)}"
# Without hyphens the older series would be any two numbers with a unit between them.
_COPIED = _one_of(_MODERN, _NO_VOWELS, " ?")
_PLATE = re.compile(rf"(?<![\w-])(?:(?i:{_HYPHENED})|{_COPIED})(?![\w-])")


def find_plates(text: str) -> Iterator[Finding]:
    """Every licence plate; without hyphens only in capitals, as people copy it from a car."""
    for match in _PLATE.finditer(text):
        letters = "".join(sign for sign in match[0].upper() if sign.isalpha())
        if letters not in _MONTHS:
            yield Finding(PersonalDataKind.LICENCE_PLATE, match.start(), match.end(), match[0])
