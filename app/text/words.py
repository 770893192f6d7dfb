"""Dutch words by which short texts are compared: folded, without those that say nothing, cut to a stem.

Lighter than what the search engine does, and without one: bouwstenen and rode draden are left of search.
"""

import re
import unicodedata
from functools import lru_cache

from app.text.dutch import IRREGULAR_FORMS, STOP_WORDS

WORD = re.compile(r"[^\W\d_][^\W_]*(?:['’][^\W_]+)*")
SHORTEST = 3
LONGEST = 40
CACHED_WORDS = 8192
ENDINGS = {
    "heden": "heid",
    "ingen": "ing",
    **dict.fromkeys(("enden", "ende", "eren", "jes", "je", "en", "e", "s"), ""),
}
"""What a form ends on and what it becomes, tried in this order; what is left must be long enough."""
SHORTEST_STEM = 4
SPOKEN_T = re.compile(r"(?<=..[fgklmnpr])t$")
DOUBLE_END = re.compile(r"([bdfgklmnprst])\1$")
LONG_VOWEL = re.compile(r"([aeou])\1(?=[^aeiou]$)")
SPOKEN_END = str.maketrans("vz", "fs")


def content_words(text: str) -> tuple[str, ...]:
    """The stems of the words that say something, each once, in the order of the text."""
    folded = (fold(word) for word in WORD.findall(text))
    kept = (stem(word) for word in folded if len(word) >= SHORTEST and word not in STOP_WORDS)
    return tuple(dict.fromkeys(kept))


@lru_cache(CACHED_WORDS)
def fold(word: str) -> str:
    """Lower case, without accents and apostrophes."""
    apart = unicodedata.normalize("NFKD", word.casefold())
    return "".join(sign for sign in apart if sign.isalnum())[:LONGEST]


@lru_cache(CACHED_WORDS)
def stem(word: str) -> str:
    """The form under which the forms of a folded word meet: besluit, besluiten and besloten."""
    return _MEETING.get(word) or _regular(word)


def _regular(word: str) -> str:
    """Without its ending, then by the rules of spelling: helpt, zin-zinnen, baan-banen, brief-brieven."""
    for ending, instead in ENDINGS.items():
        # A stem may end on s itself: grens.
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM + (ending == "s"):
            word = word.removesuffix(ending) + instead
            break
    word = DOUBLE_END.sub(r"\1", SPOKEN_T.sub("", word))
    word = LONG_VOWEL.sub(r"\1", word)
    return word[:-1] + word[-1:].translate(SPOKEN_END)


def _meeting_point(line: str) -> tuple[str, list[str]]:
    forms = line.removeprefix("=").split()
    return (forms[0] if line.startswith("=") else _regular(forms[0])), forms


_MEETING = {form: meeting for meeting, forms in map(_meeting_point, IRREGULAR_FORMS) for form in forms}
