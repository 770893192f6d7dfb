"""Decides what of a comparison is in sight: changes, a few blocks around them, and folds for the rest."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.text.differences import BlockChange, ChangeKind


@dataclass(frozen=True, slots=True)
class Place:
    """A block in sight; `is_upward` says of a moved one that it now stands earlier than before."""

    change: BlockChange
    is_upward: bool = False


@dataclass(frozen=True, slots=True)
class Fold:
    """Unchanged blocks, far from any change, that a reader may open."""

    places: tuple[Place, ...]


Layout = list[Place | Fold]


def lay_out(
    changes: Sequence[BlockChange], *, context: int, keep: Callable[[BlockChange], bool] | None = None
) -> Layout:
    """The changes in order, with unchanged blocks more than `context` away from any change folded.

    A block that is to be kept in sight stays, alone if need be.
    """
    upward = _moved_upward(changes)
    near = _near(changes, context)
    layout: Layout = []
    hidden: list[Place] = []
    for index, change in enumerate(changes):
        if not near[index] and not (keep and keep(change)):
            hidden.append(Place(change))
            continue
        if hidden:
            layout.append(Fold(tuple(hidden)))
            hidden = []
        layout.append(Place(change, is_upward=change.new_indexes in upward))
    if hidden:
        layout.append(Fold(tuple(hidden)))
    return layout


def _near(changes: Sequence[BlockChange], context: int) -> list[bool]:
    near = [False] * len(changes)
    for order in (range(len(changes)), range(len(changes) - 1, -1, -1)):
        distance = context + 1
        for index in order:
            distance = 0 if changes[index].kind is not ChangeKind.SAME else distance + 1
            near[index] |= distance <= context
    return near


def _moved_upward(changes: Sequence[BlockChange]) -> set[tuple[int, ...]]:
    """The new places of blocks whose old place comes later."""
    upward: set[tuple[int, ...]] = set()
    left: set[tuple[int, ...]] = set()
    for change in changes:
        if change.kind is ChangeKind.MOVED_AWAY:
            left.add(change.new_indexes)
        elif change.kind is ChangeKind.MOVED and change.new_indexes not in left:
            upward.add(change.new_indexes)
    return upward
