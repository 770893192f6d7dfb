"""Lines up two changed texts with the text both began from, and cuts them where they agree."""

from dataclasses import dataclass
from enum import StrEnum

from app.text.merging.alignment import Hunk, find_hunks, likeness
from app.text.units import Unit

_ALIKE = 0.5


class Change(StrEnum):
    """Who changed a region."""

    CURRENT = "current"
    PROPOSED = "proposed"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Region:
    """One stretch of the base and what stands in its place in the two changed texts, as spans of units.

    `removed` says that whoever changed it only took units away.
    """

    change: Change
    base: tuple[int, int]
    current: tuple[int, int]
    proposed: tuple[int, int]
    removed: bool = False


def find_regions(
    base: tuple[Unit, ...], current: tuple[Unit, ...], proposed: tuple[Unit, ...]
) -> list[Region]:
    """The regions that somebody changed, in order; what lies between them is equal in words in all three."""
    marked = [(hunk, Change.CURRENT) for hunk in _fine_hunks(base, current)]
    marked += [(hunk, Change.PROPOSED) for hunk in _fine_hunks(base, proposed)]
    marked.sort(key=lambda item: (item[0].old_start, item[0].old_end))
    regions: list[Region] = []
    shifts = {Change.CURRENT: 0, Change.PROPOSED: 0}
    for group in _groups(marked):
        regions.append(_region(group, shifts))
    return regions


def _fine_hunks(base: tuple[Unit, ...], changed: tuple[Unit, ...]) -> list[Hunk]:
    hunks = find_hunks([unit.words for unit in base], [unit.words for unit in changed])
    fine: list[Hunk] = []
    for hunk in hunks:
        fine.extend(_split(hunk, base, changed))
    return fine


def _split(hunk: Hunk, base: tuple[Unit, ...], changed: tuple[Unit, ...]) -> list[Hunk]:
    """Sentences that were each rewritten in their own place are changes of their own."""
    old_start, old_end, new_start, new_end = hunk
    if old_end - old_start != new_end - new_start:
        return [hunk]
    pairs = zip(range(old_start, old_end), range(new_start, new_end), strict=True)
    split = [Hunk(i, i + 1, j, j + 1) for i, j in pairs]
    if all(likeness(base[part.old_start].words, changed[part.new_start].words) >= _ALIKE for part in split):
        return split
    return [hunk]


def _groups(marked: list[tuple[Hunk, Change]]) -> list[list[tuple[Hunk, Change]]]:
    groups: list[list[tuple[Hunk, Change]]] = []
    reach = -1
    for hunk, side in marked:
        if groups and (hunk.old_start < reach or _meet(groups[-1], hunk, side)):
            groups[-1].append((hunk, side))
        else:
            groups.append([(hunk, side)])
        reach = max(reach, hunk.old_end)
    return groups


def _meet(group: list[tuple[Hunk, Change]], hunk: Hunk, side: Change) -> bool:
    """Whether both sides put something new at the place where this hunk begins: then no order is safe."""
    return hunk.grows and any(
        other.grows and other.old_end == hunk.old_start and its_side != side for other, its_side in group
    )


def _region(group: list[tuple[Hunk, Change]], shifts: dict[Change, int]) -> Region:
    start = group[0][0].old_start
    end = max(hunk.old_end for hunk, _ in group)
    sides = {side for _, side in group}
    starts = {side: start + shift for side, shift in shifts.items()}
    for hunk, side in group:
        shifts[side] += (hunk.new_end - hunk.new_start) - (hunk.old_end - hunk.old_start)
    return Region(
        Change.BOTH if len(sides) == 2 else sides.pop(),
        (start, end),
        (starts[Change.CURRENT], end + shifts[Change.CURRENT]),
        (starts[Change.PROPOSED], end + shifts[Change.PROPOSED]),
        removed=all(hunk.new_start == hunk.new_end for hunk, _ in group),
    )
