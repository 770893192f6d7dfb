"""What a merge is made of: units and clashes, each with its place in the three texts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from app.text.blocks import BlockKind
from app.text.merging.alignment import likeness
from app.text.merging.regions import Change, Region, find_regions
from app.text.merging.sets import merge_set
from app.text.merging.source_marks import write_marks
from app.text.units import Unit

Span = tuple[int, int]
Units = tuple[Unit, ...]
_MOST_PAIRS = 2_500


class Triple(NamedTuple):
    """The same thing of each of the three texts."""

    base: Units
    current: Units
    proposed: Units


@dataclass(frozen=True, slots=True)
class Item:
    """One unit of the merged text, or one clash.

    `starts` and `ends` say where it stands in base, current and proposed; None where it does not occur.
    `texts` is the one text of a unit, or the three texts of a clash, which has no kind.
    """

    kind: BlockKind | None
    texts: tuple[str, ...]
    starts: tuple[int | None, int | None, int | None]
    ends: tuple[int | None, int | None, int | None]

    @property
    def is_clash(self) -> bool:
        """Whether people have to choose."""
        return self.kind is None


def merge_items(units: Triple) -> Iterator[Item]:
    """The units and clashes of the merged text, in order."""
    positions = (0, 0, 0)
    for region in find_regions(*units):
        yield from _unchanged(units, positions, region.base[0])
        yield from _changed(units, region)
        positions = (region.base[1], region.current[1], region.proposed[1])
    yield from _unchanged(units, positions, len(units.base))


def _unchanged(units: Triple, positions: tuple[int, int, int], until: int) -> Iterator[Item]:
    base, current, proposed = positions
    for step in range(until - base):
        at = (base + step, current + step, proposed + step)
        text = _merge_unit(units.base[at[0]], units.current[at[1]], units.proposed[at[2]])
        yield Item(units.base[at[0]].kind, (text,), at, (at[0] + 1, at[1] + 1, at[2] + 1))


def _merge_unit(base: Unit, current: Unit, proposed: Unit) -> str:
    """One sentence of which at most one side changed the words, or both did alike; the marks of both."""
    if proposed.text in (base.text, current.text):
        return current.text
    if current.text == base.text:
        return proposed.text
    if current.words == proposed.words:
        words = base.text if base.words == current.words else min(current.text, proposed.text)
    else:
        words = proposed.text if current.words == base.words else current.text
    return write_marks(words, merge_set(base.marks, current.marks, proposed.marks))


def _changed(units: Triple, region: Region) -> Iterator[Item]:
    base = units.base[slice(*region.base)]
    current = units.current[slice(*region.current)]
    proposed = units.proposed[slice(*region.proposed)]
    if region.change is Change.BOTH:
        if region.removed:
            return
        alike = [unit.words for unit in current] == [unit.words for unit in proposed]
        if not alike:
            yield _clash(region, base, current, proposed)
            return
        yield from _placed(region, current, _merge_alike(base, current, proposed))
        return
    new, other = (current, proposed) if region.change is Change.CURRENT else (proposed, current)
    if not new and any(after.marks - before.marks for before, after in zip(base, other, strict=True)):
        yield _clash(region, base, current, proposed)
    elif new:
        yield from _placed(region, new, _carry_marks(base, new, other))


def _clash(region: Region, base: Units, current: Units, proposed: Units) -> Item:
    spans = (region.base, region.current, region.proposed)
    texts = tuple("".join(unit.source for unit in side).rstrip() for side in (base, current, proposed))
    starts = [span[0] if span[0] < span[1] else None for span in spans]
    ends = [span[1] if span[0] < span[1] else None for span in spans]
    return Item(None, texts, (starts[0], starts[1], starts[2]), (ends[0], ends[1], ends[2]))


def _placed(region: Region, new: Units, texts: Sequence[str]) -> Iterator[Item]:
    """The new units of a region; the first and last also stand for what they replace in the other texts."""
    spans = (region.base, region.current, region.proposed)
    last = len(texts) - 1
    for step, (kind, text) in enumerate(zip((unit.kind for unit in new), texts, strict=True)):
        starts: list[int | None] = [None, None, None]
        ends: list[int | None] = [None, None, None]
        for side, (begin, end) in enumerate(spans):
            if end - begin == len(texts):
                starts[side], ends[side] = begin + step, begin + step + 1
            elif begin < end:
                starts[side] = begin if step == 0 else None
                ends[side] = end if step == last else None
        yield Item(kind, (text,), (starts[0], starts[1], starts[2]), (ends[0], ends[1], ends[2]))


def _merge_alike(base: Units, current: Units, proposed: Units) -> list[str]:
    """Both sides wrote the same words; only their marks can differ."""
    pairs = list(zip(current, proposed, strict=True))
    if len(base) == len(pairs):
        return [_merge_unit(before, *pair) for before, pair in zip(base, pairs, strict=True)]
    texts = []
    for mine, theirs in pairs:
        marks = mine.marks | theirs.marks
        same = mine.text == theirs.text
        texts.append(mine.text if same else write_marks(min(mine.text, theirs.text), marks))
    return texts


def _carry_marks(base: Units, new: Units, other: Units) -> list[str]:
    """The new units, with what the other side did to the marks of the sentences they replace."""
    if len(base) == len(new):
        triples = zip(base, new, other, strict=True)
        return [_merge_unit(before, mine, theirs) for before, mine, theirs in triples]
    marks = [set(unit.marks) for unit in new]
    for place, (before, after) in enumerate(zip(base, other, strict=True)):
        if added := after.marks - before.marks:
            small = len(base) * len(new) <= _MOST_PAIRS
            marks[_most_alike(before, new) if small else min(place, len(new) - 1)] |= added
        if gone := before.marks - after.marks:
            marks = [kept - gone for kept in marks]
    return [
        unit.text if unit.marks == kept else write_marks(unit.text, kept)
        for unit, kept in zip(new, marks, strict=True)
    ]


def _most_alike(unit: Unit, candidates: Units) -> int:
    scores = [likeness(unit.words, candidate.words) for candidate in candidates]
    return scores.index(max(scores))
