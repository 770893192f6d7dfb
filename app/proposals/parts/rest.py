"""What was left of a proposal, put into the page as it is now, to be sent in again."""

from dataclasses import dataclass, replace

from app.core.errors import NotFound
from app.pages.rules import PageContent
from app.pages.texts import current_text
from app.proposals.kinds import Choice
from app.proposals.parts.cutting import CutChange
from app.proposals.parts.plans import cut_version
from app.proposals.parts.queries import PartChoice, choices_of
from app.proposals.rebasing import Settlement, chosen_texts, rebase
from app.proposals.typed import TypedChange

REST = Settlement(Choice.PROPOSED)


@dataclass(frozen=True, slots=True)
class Rest:
    """The filled form, and the page it is for; None for a page that was not made."""

    typed: TypedChange
    page_id: int | None


def left_over(proposal_id: int, version_id: int, page: int) -> Rest:
    """What was left for one page of a proposal (1 is the first), in the text of that page as it is now.

    Where the page changed since, the words that were left stand in their place: whoever sends them in again
    sees that. Raises `NotFound("nothing_left_over")` when everything was taken, or the page is gone.
    """
    cut = next((cut for cut in cut_version(version_id) if cut.change.position == page), None)
    choices = [choice for choices in choices_of(proposal_id).values() for choice in choices]
    left = [choice for choice in choices if choice.page == page and not choice.taken]
    if cut is None or not left:
        raise NotFound("nothing_left_over")
    change = cut.change
    typed = TypedChange(change.content, change.change_note, change.reason, change.minor)
    if change.page_id is None:
        return Rest(typed, None)
    current = current_text(change.page_id)
    if cut.base is None or current is None:
        raise NotFound("nothing_left_over")
    content = _with_rest(cut, cut.base, current.content, left)
    return Rest(replace(typed, content=content, base_id=current.id), change.page_id)


def _with_rest(
    cut: CutChange, base: PageContent, current: PageContent, left: list[PartChoice]
) -> PageContent:
    """The page as it is now, with the changes from what was taken over to all that was proposed."""
    words = {(choice.position, choice.old, choice.new) for choice in left}
    taken = {part.key for part in cut.parts if (part.position, part.old, part.new) not in words}
    published = cut.take(taken)
    merged = rebase(published.content if published else base, current, cut.change.content)
    settled = {overlap.key: REST for overlap in merged.overlaps}
    return merged.content(chosen_texts(merged.overlaps, settled) or [])
