"""The kettingreactie: which conversations came from which, as a tree."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from app.conversations.kinds import ConversationStatus
from app.conversations.rules import conversation_path

MOST_ROWS = 400
"""In all trees of one page of the list."""
DEEPEST = 12
"""Generations below the first conversation; deeper ones are found from the page of one in between."""


@dataclass(frozen=True, slots=True)
class LinkedConversation:
    """A conversation that knows which one it follows."""

    number: int
    follows: int | None
    title: str
    status: ConversationStatus
    starts_at: datetime
    participants: int | None

    @property
    def url(self) -> str:
        """Where it is shown."""
        return conversation_path(self.number)


@dataclass(frozen=True, slots=True)
class Link:
    """A conversation with those that came from it."""

    conversation: LinkedConversation
    children: list["Link"] = field(default_factory=list)

    def all(self) -> Iterator[LinkedConversation]:
        """This conversation and everything that came from it."""
        yield self.conversation
        for child in self.children:
            yield from child.all()

    @property
    def count(self) -> int:
        """How many conversations there are in this tree."""
        return sum(1 for _ in self.all())


def trees(rows: Iterable[LinkedConversation], roots: Iterable[int]) -> list[Link]:
    """The tree of each of these conversations, in their order; a row stands in a tree once."""
    links = {row.number: Link(row) for row in rows}
    wanted = [number for number in roots if number in links]
    for number, link in links.items():
        parent = links.get(link.conversation.follows or 0)
        if parent is not None and number not in wanted:
            parent.children.append(link)
    return [links[number] for number in wanted]
