"""A rendered text, as it is stored beside its revision."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any, Self

from app.text.cutting.model import BlockKind

RENDERER_VERSION = 2
"""Raise this when the same source comes to look different: stored renderings are then made again."""


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading of the page itself: its id, its level on the screen (2–6) and its words."""

    anchor: str
    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Segment:
    """One source block, rendered to be shown apart, and its words; both empty when it shows nothing."""

    kind: BlockKind
    html: str
    text: str


def read_segments(stored: Iterable[Mapping[str, str]]) -> tuple[Segment, ...]:
    """The segments as a database column has them."""
    return tuple(Segment(BlockKind(part["kind"]), part["html"], part["text"]) for part in stored)


@dataclass(frozen=True, slots=True)
class Rendered:
    """What a source text looks like: safe HTML, its words (a line per block), headings, and segments."""

    html: str
    text: str
    headings: tuple[Heading, ...]
    segments: tuple[Segment, ...]

    def to_dict(self) -> dict[str, Any]:
        """The same in strings, numbers, lists and dictionaries, for a database column or a pipe."""
        return asdict(self)

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Self:
        """The rendered text that `to_dict` wrote down."""
        return cls(
            html=data["html"],
            text=data["text"],
            headings=tuple(Heading(**heading) for heading in data["headings"]),
            segments=read_segments(data["segments"]),
        )
