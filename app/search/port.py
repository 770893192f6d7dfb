"""What search asks of an engine. The engine holds a copy: losing it costs a rebuild, nothing else."""

from collections.abc import Callable, Collection, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from app.search.query import Term


class Audience(StrEnum):
    """Who may find a document; an engine filters on it before it counts anything."""

    PUBLIC = "public"


@dataclass(frozen=True, slots=True)
class Document:
    """What can be found; `seal` changes with anything in it, so that equal ones need not be written again."""

    page_id: int
    title: str
    headings: str
    text: str
    seal: str
    topic_ids: tuple[int, ...] = ()
    describes_topic_id: int | None = None
    audience: Audience = Audience.PUBLIC


@dataclass(frozen=True, slots=True)
class Part:
    """One thing asked for: all of these terms, or the page that describes one of these themes."""

    terms: tuple[Term, ...]
    topic_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Request:
    """A question to the engine; with `any_part` one of the parts is enough, otherwise all must be there."""

    parts: tuple[Part, ...]
    unwanted: tuple[Term, ...] = ()
    topic_id: int | None = None
    any_part: bool = False
    audience: Audience = Audience.PUBLIC


@dataclass(frozen=True, slots=True)
class Found:
    """The answer: every page that fits, the best first, and how many each theme would leave of them.

    `topic_counts` is counted before the theme of the request is applied, `page_ids` after.
    """

    page_ids: tuple[int, ...] = ()
    topic_counts: Mapping[int, int] = field(default_factory=dict)


class IndexUnusable(Exception):
    """There is no index, or it is damaged: answer without it and build it again."""


class Batch(Protocol):
    """Changes to the index that are seen by others all at once, or not at all."""

    def seals(self, page_ids: Collection[int] | None = None) -> dict[int, str]:
        """The seal of each document of these pages, or of all, as they were before this batch."""

    def put(self, document: Document) -> None:
        """Add a document, or replace the one of the same page."""

    def remove(self, page_id: int) -> None:
        """Take the document of a page out; nothing happens when there is none."""


class SearchEngine(Protocol):
    """An index that several processes read and change at once. Every method may raise `IndexUnusable`."""

    def search(self, request: Request) -> Found:
        """Find documents."""

    def suggest(self, word: str, audience: Audience) -> str | None:
        """A word from documents of this audience that looks like `word`, when `word` itself is in none."""

    def updating(self) -> AbstractContextManager[Batch]:
        """Change the index when nobody else does; writes when the block ends well."""

    def identity(self) -> str:
        """Which index is in use: another after each `replace`, empty when there is none."""

    def replace(
        self,
        fill: Callable[[Batch], None],
        catch_up: Callable[[Batch], None],
        *,
        instead_of: str | None = None,
    ) -> None:
        """Build a new index beside the present one and take it into use.

        Nothing happens while another process does so, or when `instead_of` is no longer the one in use.
        `fill` runs while others search and change the old one; `catch_up` while nobody can change it.
        """
