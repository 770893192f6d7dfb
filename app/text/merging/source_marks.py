"""Source marks: `[[bouwsteen:12]]` in a sentence says where it came from.

They are kept apart from the words, as a set, so that naming a source never stands in the way of a better
sentence.
"""

import re
from collections.abc import Set

from app.text.sentences import code_span_ends

_SIGN = "[[bouwsteen:"
_MARK_OR_CODE = re.compile(r"`++|[ \t]*+\n?+[ \t]*+\[\[bouwsteen:(?P<number>\d{1,18})\]\]")


def split_marks(text: str) -> tuple[str, frozenset[int]]:
    """The sentence without its source marks, and the numbers of the bouwstenen they name."""
    if _SIGN not in text:
        return text, frozenset()
    return _keep_marks(text, frozenset())


def write_marks(text: str, marks: Set[int]) -> str:
    """The sentence with exactly these marks: marks it has stay where they are, new ones come at its end."""
    kept, found = _keep_marks(text, marks)
    return kept + "".join(f" {_SIGN}{number}]]" for number in sorted(marks - found))


def _keep_marks(text: str, keep: Set[int]) -> tuple[str, frozenset[int]]:
    code_ends = code_span_ends(text, 0, len(text))
    parts: list[str] = []
    found: set[int] = set()
    copied = position = 0
    while match := _MARK_OR_CODE.search(text, position):
        position = match.end()
        if match["number"] is None:
            position = code_ends.get(match.start(), position)
            continue
        number = int(match["number"])
        found.add(number)
        if number not in keep:
            parts.append(text[copied : match.start()])
            copied = position
    parts.append(text[copied:])
    return "".join(parts), frozenset(found)
