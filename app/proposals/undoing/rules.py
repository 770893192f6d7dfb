"""Taking one old change out of a text, with everything that came after it left in."""

from dataclasses import dataclass

from app.pages.rules import PageContent
from app.proposals.kinds import Choice
from app.proposals.rebasing import Overlap, Settlement, chosen_texts, rebase


@dataclass(frozen=True, slots=True)
class Undone:
    """The present text without the change; `left` are the places where later changes stand on it.

    There the present words stay.
    """

    content: PageContent
    left: tuple[Overlap, ...]


def without_change(current: PageContent, *, before: PageContent, changed: PageContent) -> Undone:
    """Take out of `current` what turned `before` into `changed`: a proposal's merge, backwards."""
    merged = rebase(changed, current, before)
    overlaps = merged.overlaps
    stays = {overlap.key: Settlement(Choice.CURRENT) for overlap in overlaps}
    return Undone(merged.content(chosen_texts(overlaps, stays) or ()), overlaps)
