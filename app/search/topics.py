"""Themes in a question: by name or synonym they lead to the theme, and to the page that describes it."""

from collections.abc import Iterable, Sequence

from app.search.analysis import stem, stems, words
from app.search.port import Part
from app.search.query import Phrase, Query, Term, Word, texts
from app.topics.queries import TopicWords

Name = tuple[str, ...]


def parts_of(query: Query, topics: Iterable[TopicWords]) -> tuple[Part, ...]:
    """What must be there; words that together name a theme may be replaced by the page that describes it."""
    named = _names(topics)
    longest = max(map(len, named), default=1)
    found: list[Part] = []
    rest: Sequence[Term] = query.wanted
    while rest:
        size = next((n for n in range(longest, 0, -1) if _name(rest[:n]) in named), 1)
        found.append(Part(tuple(rest[:size]), tuple(named.get(_name(rest[:size]), ()))))
        rest = rest[size:]
    return tuple(found)


def topics_asked(query: Query, topics: Iterable[TopicWords]) -> list[TopicWords]:
    """The themes that a question is about: every word of it is in what the theme is called."""
    wanted = {stem(word) for term in query.wanted for word in texts(term)}
    unwanted = {stem(word) for term in query.unwanted for word in texts(term)}
    if not wanted:
        return []
    return [
        topic
        for topic in topics
        if any(wanted <= _stems(name) for name in topic.names) and unwanted.isdisjoint(_stems(topic.name))
    ]


def _names(topics: Iterable[TopicWords]) -> dict[Name, list[int]]:
    named: dict[Name, list[int]] = {}
    for topic in topics:
        for name in topic.names:
            named.setdefault(tuple(stem(word) for word in words(name)), []).append(topic.id)
    named.pop((), None)
    return named


def _name(terms: Sequence[Term]) -> Name:
    """The stems that these terms make together; nothing for a prefix, which names nothing."""
    if not all(isinstance(term, Word | Phrase) for term in terms):
        return ()
    return tuple(stem(word) for term in terms for word in texts(term))


def _stems(name: str) -> set[str]:
    return {stem(word) for word in words(name)} | set(stems(name))
