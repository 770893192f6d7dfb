"""How much two short texts say the same, by the words that they share: on this machine, and explained.

A word counts for more the fewer bouwstenen have it (inverse document frequency). Two texts are as alike as
the weight of what they share is of all that they say together (weighted Jaccard).
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from app.text.key_words import key_words

ALIKE = 0.3
"""From here on two bouwstenen are about the same, when they share `LEAST_SHARED` words."""
LEAST_SHARED = 2
"""One word that two texts share, a name or "besluit", says nothing: unless it is about all that they say."""
DUPLICATE = 0.45
"""From here on they probably say the same."""
WORDS_ASKED = 4
"""How many words of a text are looked up: those that fewest others have."""
FEW_WORDS = 2
"""How many are looked up in any case, however many others have them."""
MOST_SHARED_BY = 0.02
"""A word that more of the bouwstenen have tells little; it still counts, but nothing is looked up by it."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike something is, from 0 to 1, and the words that make it so, the most telling first."""

    number: int
    score: float
    stems: tuple[str, ...]

    @property
    def is_duplicate(self) -> bool:
        """Whether it probably says the same."""
        return self.score >= DUPLICATE


def weights(words: Iterable[str], counts: Mapping[str, int], total: int) -> dict[str, float]:
    """What each word of a text counts for, when `counts` of the `total` bouwstenen have it."""
    return {word: log(1 + (total + 1) / (counts.get(word, 0) + 1)) for word in words}


def telling_words(words: Sequence[str], counts: Mapping[str, int], total: int) -> tuple[str, ...]:
    """The words of a text to look up others by: those that some have, but not too many."""
    most = max(10.0, total * MOST_SHARED_BY)
    rarest = sorted((word for word in words if counts.get(word)), key=lambda word: (counts[word], word))
    return tuple(
        word for place, word in enumerate(rarest[:WORDS_ASKED]) if place < FEW_WORDS or counts[word] <= most
    )


def most_alike(
    own: Mapping[str, float], others: Mapping[int, Collection[str]], *, least: float = ALIKE, limit: int = 5
) -> list[Likeness]:
    """The most alike of these texts, by number; `own` are the weights of one's words.

    One shared word is enough only for texts that say nearly nothing else. What only the other says counts
    for as much as one's own words do on average, so that nothing has to be known of words that are not
    shared. Equal ones stand in the order of their numbers.
    """
    found = (_likeness(own, number, words) for number, words in others.items() if own)
    alike = [
        one for one in found if one.score >= least and (one.is_duplicate or len(one.stems) >= LEAST_SHARED)
    ]
    return sorted(alike, key=lambda one: (-one.score, one.number))[:limit]


def _likeness(own: Mapping[str, float], number: int, words: Collection[str]) -> Likeness:
    shared = sorted((word for word in words if word in own), key=lambda word: (-own[word], word))
    weight = sum(own[word] for word in shared)
    total = sum(own.values())
    apart = (len(words) - len(shared)) * total / len(own)
    return Likeness(number, weight / (total + apart), tuple(shared))


def readable(stems: Collection[str], text: str) -> tuple[str, ...]:
    """The words of a text behind these stems, as they are written there, in the order of the stems."""
    written: dict[str, str] = {}
    for stem, word in key_words(text):
        written.setdefault(stem, word)
    return tuple(written[one] for one in stems if one in written)
