"""What taking a proposal over would do now: each of its changes merged with its page as it is."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.core.db import db
from app.core.errors import Conflict
from app.core.permissions import Actor
from app.pages.rules import PageContent
from app.pages.texts import RevisionText, current_text, text_to_merge
from app.proposals.kinds import ProposalStep
from app.proposals.rebasing import (
    Overlap,
    Rebase,
    Settlement,
    Settlements,
    chosen_texts,
    rebase,
    settlements_for,
    uses_own_words,
)
from app.proposals.texts import ChangeText, texts_to_merge
from app.proposals.timeline import Move, check_step


@dataclass(frozen=True, slots=True)
class ChangePlan:
    """One change and its page.

    `merged` is None when the page is still the one the change was made on, or does not exist yet. `edited`
    says that the redacteur who decides wrote in this text.
    """

    change: ChangeText
    current: RevisionText | None
    merged: Rebase | None
    edited: bool = False

    @property
    def overlaps(self) -> tuple[Overlap, ...]:
        """What has to be settled first, numbered within this page."""
        return self.merged.overlaps if self.merged else ()

    def content(self, typed: Settlements) -> PageContent | None:
        """The text that would be published; None while an overlap is not settled."""
        if self.merged is None:
            return self.change.content
        texts = chosen_texts(self.overlaps, settlements_for(self.overlaps, typed))
        return None if texts is None else self.merged.content(texts)

    def settled(self, typed: Settlements) -> tuple[tuple[Overlap, Settlement], ...]:
        """Every overlap with what was chosen there so far."""
        chosen = settlements_for(self.overlaps, typed)
        return tuple((overlap, chosen[overlap.key]) for overlap in self.overlaps)

    def uses_own_words(self, typed: Settlements) -> bool:
        """Whether the person who decides or settles wrote part of this text herself."""
        return self.edited or uses_own_words(self.overlaps, settlements_for(self.overlaps, typed))

    def leaves_page_alone(self, content: PageContent | None) -> bool:
        """Whether this text is what the page says already."""
        return self.current is not None and content == self.current.content


@dataclass(frozen=True, slots=True)
class Plan:
    """A whole proposal and its pages."""

    changes: tuple[ChangePlan, ...]

    @property
    def first(self) -> ChangePlan:
        """The change by which the proposal is named."""
        return self.changes[0]

    @property
    def current_ids(self) -> tuple[int, ...]:
        """The revisions that the pages show now, in the order of the changes."""
        return tuple(change.current.id for change in self.changes if change.current)

    @property
    def has_moved_on(self) -> bool:
        """Whether any page has another text than the one its change was made on."""
        return any(change.merged for change in self.changes)

    @property
    def overlaps(self) -> tuple[Overlap, ...]:
        """What has to be settled first, numbered through the pages."""
        found = (overlap for change in self.changes for overlap in change.overlaps)
        return tuple(replace(overlap, number=number) for number, overlap in enumerate(found, start=1))

    def is_settled(self, typed: Settlements) -> bool:
        """Whether something was chosen for every overlap."""
        return all(change.content(typed) is not None for change in self.changes)

    def is_confirmed(self, seen_revision_ids: Sequence[int]) -> bool:
        """Whether the redacteur has seen the pages as they are now beside the proposal."""
        return not self.has_moved_on or tuple(seen_revision_ids) == self.current_ids


def plan_step(actor: Actor, step: ProposalStep, move: Move) -> Plan:
    """Merge the newest version with its pages as they are now; refuses who may not take this step now.

    Raises `Conflict("text_hidden")` when a text that would be shown is hidden.
    """
    plan = plan_version(check_step(actor, step, move).version_id)
    if plan.has_moved_on:
        # PostgreSQL reads each statement at its own moment: this very proposal may have moved its page on.
        db.session.expire_all()
        check_step(actor, step, move)
    if any(change.change.hidden for change in plan.changes):
        raise Conflict("text_hidden")
    return plan


def plan_version(version_id: int) -> Plan:
    """Merge every change of a version with its page as it is now."""
    return Plan(tuple(plan_change(change) for change in texts_to_merge(version_id)))


def plan_change(change: ChangeText, *, edited: bool = False) -> ChangePlan:
    """Merge one change with its page as it is now."""
    if change.page_id is None or change.base_revision_id is None:
        return ChangePlan(change, None, None, edited)
    current = current_text(change.page_id)
    base = text_to_merge(change.base_revision_id)
    if current is None or base is None or current.id == base.id:
        return ChangePlan(change, current, None, edited)
    scope = "" if change.position == 1 else str(change.position)
    merged = rebase(base.content, current.content, change.content, scope=scope)
    return ChangePlan(change, current, merged, edited)
