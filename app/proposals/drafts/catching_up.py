"""A draft and a page that went on meanwhile: what changed there, and the draft brought up to it."""

from dataclasses import dataclass, replace

from app.core.errors import Invalid
from app.core.permissions import Actor
from app.pages.texts import RevisionText, current_text, text_to_merge
from app.proposals.drafts import parts, service, settled
from app.proposals.drafts.queries import DraftedChange
from app.proposals.rebasing import (
    Overlap,
    Rebase,
    Settlement,
    Settlements,
    chosen_texts,
    rebase,
    settlements_for,
)
from app.proposals.written import WrittenChange


@dataclass(frozen=True, slots=True)
class CatchUp:
    """One page's part in a draft beside the page as it became.

    When `base` is hidden its words were merged with, so that they leave the draft, and are not in here.
    """

    change: DraftedChange
    base: RevisionText
    current: RevisionText
    merged: Rebase

    @property
    def overlaps(self) -> tuple[Overlap, ...]:
        """What its author has to settle."""
        found = self.merged.overlaps
        return tuple(replace(one, base="") for one in found) if self.base.hidden else found

    def choices(self, typed: Settlements) -> list[tuple[Overlap, Settlement]]:
        """What was chosen at each place."""
        chosen = settlements_for(self.overlaps, typed)
        return [(overlap, chosen[overlap.key]) for overlap in self.overlaps]

    def settled(self, typed: Settlements) -> WrittenChange | None:
        """The draft's text on the page as it is now; None while an overlap is not settled.

        It stays about one section as long as nothing but that section differs from the page.
        """
        texts = chosen_texts(self.overlaps, settlements_for(self.overlaps, typed))
        if texts is None:
            return None
        fresh = replace(self.change.written, content=self.merged.content(texts), base=self.current)
        return fresh if fresh.section_body is not None else replace(fresh, section="")


def plan(change: DraftedChange) -> CatchUp | None:
    """What bringing this part up to its page would give; None when the page did not move on."""
    base = change.written.base
    current = current_text(base.page_id) if base else None
    if base is None or current is None or current.id == base.id:
        return None
    words = text_to_merge(base.id) if base.hidden else base
    began_on = words.content if words else base.content
    return CatchUp(change, base, current, rebase(began_on, current.content, change.written.content))


def catch_up(actor: Actor, draft_id: int, seen_version: int, *, plan: CatchUp, typed: Settlements) -> None:
    """Put a settled text in its place in the draft, and keep what was given up for it.

    Raises `Invalid("overlap_not_settled")`: until then the draft keeps what it was.
    """
    draft = service.own(actor, draft_id, seen_version=seen_version)
    written = plan.settled(typed)
    if written is None:
        raise Invalid("overlap_not_settled", field="overlaps")
    settled.keep(plan.change.id, plan.base, plan.current, plan.choices(typed))
    parts.write(draft.id, plan.change.id, written)
    service.touch(draft)
