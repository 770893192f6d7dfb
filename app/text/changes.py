"""Cuts the difference between two texts into changes that people take over or leave one by one."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property

from app.text.differences import BlockChange
from app.text.taking.bundles import bundle
from app.text.taking.pieces import Side, cut_texts
from app.text.taking.script import write_script
from app.text.taking.showing import Shower
from app.text.taking.writing import Writer

__all__ = ["CutChanges", "TextChange", "cut_changes"]


@dataclass(frozen=True, slots=True)
class TextChange:
    """One change that is taken over whole or not at all; `position` counts from 1, in the order of the text.

    `parts` show it within its surroundings; `old` and `new` are its own words before and after, a line per
    block, without the signs of Markdown. A change of nothing but white space has no parts.
    """

    position: int
    parts: tuple[BlockChange, ...]
    old: str
    new: str


class CutChanges:
    """What differs between a base text and a proposed one, in changes that do not depend on each other.

    White space and list signs around words that stayed are no change of their own: they follow when all
    changes are taken over, and are the only change when nothing else differs.
    """

    def __init__(self, base: str, proposed: str) -> None:
        self._texts = cut_texts(base, proposed)
        self._script = write_script(self._texts)
        self._bundles = bundle(self._script, self._texts)
        if not self._bundles and base != proposed:
            self._bundles = [()]

    def __len__(self) -> int:
        """How many changes there are."""
        return len(self._bundles)

    @cached_property
    def changes(self) -> tuple[TextChange, ...]:
        """The changes, to be shown. Bounded: what differs too much is shown as removed and inserted."""
        shower = Shower(self._script, self._texts)
        return tuple(
            TextChange(
                position,
                tuple(shower.part(index) for index in indexes),
                shower.words(indexes, Side.OLD),
                shower.words(indexes, Side.NEW),
            )
            for position, indexes in enumerate(self._bundles, start=1)
        )

    def take(self, positions: AbstractSet[int]) -> str:
        """The base text with the changes at these positions: all give the proposed text, none the base.

        Raises ValueError for a position that is not there.
        """
        if not positions <= set(range(1, len(self) + 1)):
            raise ValueError(f"{len(self)} changes, asked for {sorted(positions)}")
        everything = Side.NEW if len(positions) == len(self) else Side.OLD
        sides = [everything] * len(self._script)
        for position, indexes in enumerate(self._bundles, start=1):
            for index in indexes:
                sides[index] = Side.NEW if position in positions else Side.OLD
        return Writer(self._texts, self._script).write(sides)


def cut_changes(base: str, proposed: str) -> CutChanges:
    """The changes of a proposed text, each a paragraph or a run of sentences in it, a heading, a list item, a
    table row, a moved, split or joined block. Time and memory are in proportion to the texts."""
    return CutChanges(base, proposed)
