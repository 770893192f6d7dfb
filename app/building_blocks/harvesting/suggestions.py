"""Themes that the words of a bouwsteen suggest; on this machine, and explained by the word."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.text.key_words import key_stems

MOST_SUGGESTED = 3


@dataclass(frozen=True, slots=True)
class SuggestedTopic:
    """A theme that a text does not have yet, and the words in it by which it was found."""

    topic_id: int
    name: str
    words: str


def suggested_topics(
    text: str, names: Mapping[int, str], other_words: Iterable[tuple[int, str]], *, has: Iterable[int] = ()
) -> tuple[SuggestedTopic, ...]:
    """The themes of which the name, or another word for it, stands in the text in any form."""
    said, taken = set(key_stems(text)), set(has)
    found: dict[int, SuggestedTopic] = {}
    for topic_id, words in (*names.items(), *other_words):
        stems = set(key_stems(words))
        if stems and stems <= said and topic_id in names and topic_id not in taken:
            found.setdefault(topic_id, SuggestedTopic(topic_id, names[topic_id], words.lower()))
    return tuple(found.values())[:MOST_SUGGESTED]
