"""Which two versions of a page a reader wants to compare."""

from collections.abc import Mapping
from dataclasses import dataclass

LONGEST_NUMBER = 9


@dataclass(frozen=True, slots=True)
class VersionChoice:
    """An older and a newer version by number; or a code that says why there is nothing to compare."""

    old: int = 0
    new: int = 0
    problem: str = ""


def chosen_versions(asked: Mapping[str, str], newest: int) -> VersionChoice:
    """The versions in `van` and `tot`, in either order; not named are the newest and the one before it."""
    if newest < 2:
        return VersionChoice(problem="only_one")
    new = _number(asked.get("tot", ""), default=newest)
    old = _number(asked.get("van", ""), default=max(1, (new or newest) - 1))
    if old is None or new is None or not (1 <= old <= newest and 1 <= new <= newest):
        return VersionChoice(problem="unknown")
    if old == new:
        return VersionChoice(old, new, problem="equal")
    return VersionChoice(min(old, new), max(old, new))


def _number(text: str, *, default: int) -> int | None:
    """None for what is no number."""
    text = text.strip()
    if not text:
        return default
    return int(text) if text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER else None
