"""Which lines are gone from a field, and which of those are worth offering again."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from app.conversations.canvas.rules import KnownLine, Line


@dataclass(frozen=True, slots=True)
class Gone:
    """A line that stood in a field, and when it went."""

    line_id: int
    text: str
    at: datetime


def lost_lines(current: Sequence[KnownLine], lines: Iterable[Line]) -> list[str]:
    """The texts that are gone once `lines` stand there; a line that was only typed on is not."""
    texts = {line.entry_id: line.text for line in lines}
    standing = set(texts.values())
    return [
        line.text
        for line in current
        if line.text not in standing and not texts.get(line.entry_id, "").startswith(line.text)
    ]


def lost_notes(current: Sequence[str], lines: Sequence[str]) -> list[str]:
    """The lines of free notes that are gone once `lines` stand there; these have no entry to be known by."""
    worth_keeping = _typed_out([*current, *lines]) - set(lines)
    return [text for text in current if text in worth_keeping]


def offered_lines(gone: Iterable[Gone], standing: Iterable[str]) -> tuple[Gone, ...]:
    """Of the lines that are gone, in the order given, each once and only those that do not stand there again.

    The beginning of another line is not offered: somebody was on the way to take that line away.
    """
    lines: dict[str, Gone] = {}
    for line in gone:
        lines.setdefault(line.text, line)
    stands = set(standing)
    worth_offering = _typed_out([*lines, *stands]) - stands
    return tuple(line for text, line in lines.items() if text in worth_offering)


def _typed_out(texts: Iterable[str]) -> set[str]:
    """The texts that are not the beginning of another; in their order such another would come next."""
    ordered = sorted(set(texts))
    return {text for text, after in pairwise([*ordered, ""]) if not after.startswith(text)}
