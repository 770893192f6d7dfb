"""What taking over a part of a proposal would do now."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace

from app.core.errors import Conflict, Invalid
from app.core.permissions import Actor
from app.pages.rules import PageContent
from app.pages.texts import revision_texts
from app.proposals.kinds import ProposalStep
from app.proposals.mark_check import check_marks
from app.proposals.parts.cutting import CutChange, Part, cut_change
from app.proposals.plans import ChangePlan, Plan, plan_change
from app.proposals.preparing import base_text
from app.proposals.rebasing import Settlements, digest
from app.proposals.texts import texts_to_merge
from app.proposals.timeline import Move, check_step
from app.topics.queries import all_topics

Cuts = tuple[CutChange, ...]


@dataclass(frozen=True, slots=True)
class EditedText:
    """What a redacteur typed over the result, and the version of the page that she had before her.

    `shown` names the result as the form was filled with it.
    """

    seen_id: int | None
    content: PageContent
    shown: str

    @property
    def is_changed(self) -> bool:
        """Whether she wrote anything."""
        return name_of(self.content) != self.shown


@dataclass(frozen=True, slots=True)
class PartWish:
    """Which parts a redacteur takes over, why she leaves one (by key), and what she made of the result.

    `edits` are by the position of the change.
    """

    taken: frozenset[str]
    reasons: Mapping[str, str] = field(default_factory=dict)
    edits: Mapping[int, EditedText] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PartPlan:
    """The cut proposal, and the plan for what is taken over of it."""

    cuts: Cuts
    plan: Plan
    wish: PartWish

    @property
    def left(self) -> tuple[Part, ...]:
        """The parts that are not taken over."""
        return tuple(part for cut in self.cuts for part in cut.parts if part.key not in self.wish.taken)

    @property
    def step(self) -> ProposalStep:
        """Taking everything is taking the proposal over, as always."""
        return ProposalStep.ACCEPT_PART if self.left else ProposalStep.ACCEPT


def cut_version(version_id: int) -> Cuts:
    """Every change of a version in parts. Raises `Conflict("text_hidden")` when a text is hidden."""
    changes = texts_to_merge(version_id)
    if any(change.hidden for change in changes):
        raise Conflict("text_hidden")
    names = {topic.id: topic.name for topic in all_topics()}
    bases = revision_texts(change.base_revision_id for change in changes)
    return tuple(
        cut_change(change, bases[change.base_revision_id].content, names)
        if change.base_revision_id
        else cut_change(change, None, names)
        for change in changes
    )


def cut_proposal(actor: Actor, move: Move) -> Cuts:
    """The newest version in parts; refuses who may not take a part of it over now."""
    return cut_version(check_step(actor, ProposalStep.ACCEPT_PART, move).version_id)


def plan_part(cuts: Cuts, wish: PartWish, typed: Settlements) -> PartPlan:
    """Merge what is taken over with the pages as they are now.

    Raises `Invalid("nothing_ticked")` when that is nothing.
    """
    changes = tuple(
        plan for cut in cuts if (plan := _plan(cut, wish.taken, wish.edits.get(cut.change.position), typed))
    )
    if not changes:
        raise Invalid("nothing_ticked", field="parts")
    return PartPlan(cuts, Plan(changes), wish)


def check_edits(part: PartPlan) -> None:
    """Refuse a bouwsteen that a redacteur added herself, when it can be the source of nothing."""
    proposed = {cut.change.position: cut.change.content.body for cut in part.cuts}
    for plan in part.plan.changes:
        if plan.edited:
            now = plan.current.content.body if plan.current else ""
            check_marks(plan.change.content.body, f"{proposed[plan.change.position]}\n\n{now}")


def name_of(content: PageContent) -> str:
    """A short name for these words, by which it is known whether somebody changed them."""
    return digest(content.title, content.lead, content.body.rstrip())


def _plan(
    cut: CutChange, taken: AbstractSet[str], edit: EditedText | None, typed: Settlements
) -> ChangePlan | None:
    change = cut.take(taken)
    if change is None:
        return None
    plan = plan_change(change)
    result = plan.content(typed)
    if edit is None or not edit.is_changed or result is None:
        return plan
    seen_id = base_text(change.page_id, edit.seen_id).id if change.page_id else None
    content = replace(edit.content, topic_ids=result.topic_ids)
    return plan_change(replace(change, content=content, base_revision_id=seen_id), edited=True)
