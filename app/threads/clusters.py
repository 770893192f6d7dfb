"""What bouwstenen have in common: groups by shared words and themes, and which fit a line that is there.

TF-IDF, without chance and without anything learned: the same bouwstenen give the same groups, and each group
is explained by the words it was found by. The work grows with the number of bouwstenen, not with its square:
a word in too many of them says nothing and is left out.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.text.key_words import key_words

FEWEST_BLOCKS = 4
FEWEST_CONVERSATIONS = 2
MOST_BLOCKS = 40
MOST_CLUSTERS = 8
SEEDS_TRIED = 60
CORE_TERMS = 6
LINE_TERMS = 12
SHARED_TERMS = 2
FIT = 0.3
MOST_ADDITIONS = 8
COMMON_SHARE = 0.12
COMMON_LEAST = 20
TOPIC_WEIGHT = 0.5
_TOPIC = "thema:"

Vector = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Text:
    """A bouwsteen to compare; `conversation_id` because a line goes through several conversations."""

    id: int
    words: str
    topics: tuple[str, ...] = ()
    conversation_id: int | None = None


@dataclass(frozen=True, slots=True)
class Cluster:
    """Bouwstenen that belong together, the closest first, and the words that say so."""

    words: tuple[str, ...]
    block_ids: tuple[int, ...]


class Corpus:
    """All bouwstenen as vectors of unit length, and for each term who has it."""

    def __init__(self, texts: Iterable[Text]) -> None:
        self.texts = {text.id: text for text in sorted(texts, key=lambda text: text.id)}
        self._spelled: dict[str, Counter[str]] = defaultdict(Counter)
        counts = {text.id: self._terms(text) for text in self.texts.values()}
        found = Counter(term for terms in counts.values() for term in terms)
        common = max(COMMON_LEAST, COMMON_SHARE * len(counts))
        rarity = {
            term: math.log(1 + len(counts) / number) * (TOPIC_WEIGHT if term.startswith(_TOPIC) else 1.0)
            for term, number in found.items()
            if 1 < number <= common or (number > 1 and term.startswith(_TOPIC))
        }
        self.vectors = {block_id: _unit(terms, rarity) for block_id, terms in counts.items()}
        self.having: dict[str, list[int]] = defaultdict(list)
        for block_id, vector in self.vectors.items():
            for term in vector:
                self.having[term].append(block_id)

    def centre(self, block_ids: Iterable[int], size: int) -> dict[str, float]:
        """The terms that weigh most in these bouwstenen together, as a vector of unit length."""
        sums: dict[str, float] = defaultdict(float)
        for block_id in block_ids:
            for term, weight in self.vectors.get(block_id, {}).items():
                sums[term] += weight
        strongest = sorted(sums, key=lambda term: (-sums[term], term))[:size]
        return _unit(dict.fromkeys(strongest, 1), sums)

    def near(self, centre: Vector, among: Collection[int]) -> list[int]:
        """Who of these shares at least two terms with the centre and is close to it, the closest first."""
        close: dict[int, float] = defaultdict(float)
        shared: Counter[int] = Counter()
        for term, weight in centre.items():
            for block_id in self.having[term]:
                if block_id in among:
                    close[block_id] += weight * self.vectors[block_id][term]
                    shared[block_id] += 1
        fitting = (one for one in close if shared[one] >= SHARED_TERMS and close[one] >= FIT)
        return sorted(fitting, key=lambda one: (-close[one], one))

    def in_words(self, centre: Vector) -> tuple[str, ...]:
        """The terms as people wrote them, the weightiest first; themes by their name."""
        terms = sorted(centre, key=lambda term: (-centre[term], term))
        return tuple(dict.fromkeys(self._spelling(term) for term in terms))

    def _terms(self, text: Text) -> Counter[str]:
        terms = Counter(f"{_TOPIC}{topic}" for topic in text.topics)
        for stemmed, word in key_words(text.words):
            terms[stemmed] += 1
            self._spelled[stemmed][word] += 1
        return terms

    def _spelling(self, term: str) -> str:
        if term.startswith(_TOPIC):
            return term.removeprefix(_TOPIC)
        spelled = self._spelled[term]
        return min(spelled, key=lambda word: (-spelled[word], len(word), word))


def propose_clusters(corpus: Corpus, taken: Collection[int] = ()) -> list[Cluster]:
    """Lines that may run through the bouwstenen that no line has `taken` yet, the weightiest word first."""
    left = set(corpus.texts) - set(taken)
    found: list[Cluster] = []
    for seed in _seeds(corpus, left):
        begun = [one for one in corpus.having[seed] if one in left]
        if len(begun) < FEWEST_BLOCKS:
            continue
        centre = corpus.centre(begun, CORE_TERMS)
        near = corpus.near(centre, left)
        members = near[:MOST_BLOCKS]
        if len(members) >= FEWEST_BLOCKS and _conversations(corpus, members) >= FEWEST_CONVERSATIONS:
            found.append(Cluster(corpus.in_words(centre), tuple(members)))
            left -= set(near)  # what is close but one too many makes no second line of the same words
        if len(found) == MOST_CLUSTERS:
            break
    return found


def propose_additions(corpus: Corpus, line: Sequence[int], known: Collection[int]) -> Cluster | None:
    """Which bouwstenen fit a line with these on it; those in `known` are on it or were refused before."""
    centre = corpus.centre(line, LINE_TERMS)
    candidates = corpus.near(centre, corpus.texts.keys() - set(known))[:MOST_ADDITIONS]
    if not candidates:
        return None
    shared = {term: weight for term, weight in centre.items() if set(corpus.having[term]) & set(candidates)}
    return Cluster(corpus.in_words(shared)[:CORE_TERMS], tuple(candidates))


def _seeds(corpus: Corpus, left: Collection[int]) -> list[str]:
    """Words to begin a group with: those that weigh most in all together; a theme alone is no line."""
    weights: dict[str, float] = defaultdict(float)
    for block_id in sorted(left):
        for term, weight in corpus.vectors[block_id].items():
            if not term.startswith(_TOPIC):
                weights[term] += weight
    return sorted(weights, key=lambda term: (-weights[term], term))[:SEEDS_TRIED]


def _conversations(corpus: Corpus, block_ids: Iterable[int]) -> int:
    return len({corpus.texts[one].conversation_id for one in block_ids} - {None})


def _unit(terms: Mapping[str, int], weights: Mapping[str, float]) -> dict[str, float]:
    """The vector of these terms, with length 1; terms without a weight are left out."""
    raw = {term: count * weights[term] for term, count in terms.items() if weights.get(term)}
    length = math.sqrt(sum(weight * weight for weight in raw.values())) or 1.0
    return {term: weight / length for term, weight in sorted(raw.items())}
