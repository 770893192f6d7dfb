"""Narrowing down: by theme and by kind, each with how much it leaves and an address of its own."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Self
from urllib.parse import urlencode

from app.search.query import clean
from app.search.results import Answer

ADDRESS = "/zoeken"


class Kind(StrEnum):
    """The kinds of things to find, as they are called in the address."""

    PAGE = "pagina"
    TOPIC = "thema"


@dataclass(frozen=True, slots=True)
class Choice:
    """What was asked: the words typed, a theme (its slug) and a kind, each possibly empty."""

    typed: str = ""
    topic: str = ""
    kind: str = ""

    @classmethod
    def of(cls, arguments: Mapping[str, str]) -> Self:
        """What an address asks; a kind that does not exist counts as none."""
        kind = arguments.get("soort", "")
        known = kind if kind in set(Kind) else ""
        return cls(clean(arguments.get("q", "")), arguments.get("thema", ""), known)

    @property
    def pages(self) -> bool:
        """True when pages are wanted."""
        return self.kind != Kind.TOPIC

    @property
    def topics(self) -> bool:
        """True when themes themselves are wanted; not while looking within one."""
        return self.kind != Kind.PAGE and not self.topic

    def url(self, *, typed: str | None = None, topic: str | None = None, kind: str | None = None) -> str:
        """The address of the same question with something changed; empty takes it away."""
        fields = {
            "q": self.typed if typed is None else typed,
            "thema": self.topic if topic is None else topic,
            "soort": self.kind if kind is None else kind,
        }
        return f"{ADDRESS}?{urlencode({name: value for name, value in fields.items() if value})}"


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to narrow down."""

    label: str
    url: str
    count: int
    current: bool


def topic_facets(choice: Choice, answer: Answer) -> list[Facet]:
    """The themes of the pages found, largest first; the chosen one stays, even when it leaves nothing."""
    if not choice.pages:
        return []
    counts = answer.topic_counts
    facets = [
        Facet(topic.name, choice.url(topic=topic.slug), counts.get(topic.id, 0), topic.slug == choice.topic)
        for topic in answer.all_topics
        if topic.id in counts or topic.slug == choice.topic
    ]
    return sorted(facets, key=lambda facet: -facet.count)


def kind_facets(choice: Choice, answer: Answer) -> list[Facet]:
    """Pages and themes, when both were found or one of the two was chosen."""
    both = answer.page_ids and answer.topics and not choice.topic
    if not both and not choice.kind:
        return []
    counts = {Kind.PAGE: len(answer.page_ids), Kind.TOPIC: len(answer.topics)}
    labels = {Kind.PAGE: "Pagina's", Kind.TOPIC: "Thema's"}
    return [
        Facet(labels[kind], choice.url(kind=kind, topic=""), counts[kind], kind == choice.kind)
        for kind in Kind
    ]
