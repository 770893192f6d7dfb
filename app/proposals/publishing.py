"""Taking a proposal over: merged with the page as it is now, and published in one transaction."""

from dataclasses import dataclass

from sqlalchemy import select

from app.core.db import db
from app.core.errors import Forbidden, Invalid
from app.core.permissions import Actor
from app.core.submissions import answer, claim
from app.pages import service as pages
from app.pages.kinds import RevisionOrigin
from app.pages.preparation import PreparedText, prepare_text
from app.pages.rules import PageContent
from app.pages.texts import RevisionText, current_text, revision_text
from app.proposals.kinds import ProposalStep
from app.proposals.models import ProposalAuthor, Publication
from app.proposals.rebasing import (
    Overlap,
    Rebase,
    Settlements,
    chosen_texts,
    rebase,
    settlements_for,
    uses_own_words,
)
from app.proposals.rules import proposal_path
from app.proposals.texts import ChangeText, change_text
from app.proposals.timeline import Move, check_step, has_taken, take_step
from app.text.slugs import slugify


@dataclass(frozen=True, slots=True)
class Plan:
    """What taking a proposal over would do now.

    `merged` is None when the page is still the one the change was made on, or does not exist yet.
    """

    change: ChangeText
    current: RevisionText | None
    merged: Rebase | None

    @property
    def current_id(self) -> int | None:
        """The revision that the page shows now."""
        return self.current.id if self.current else None

    @property
    def overlaps(self) -> tuple[Overlap, ...]:
        """What has to be settled first."""
        return self.merged.overlaps if self.merged else ()

    def content(self, typed: Settlements) -> PageContent | None:
        """The text that would be published; None while an overlap is not settled."""
        if self.merged is None:
            return self.change.content
        overlaps = self.overlaps
        texts = chosen_texts(overlaps, settlements_for(overlaps, typed))
        return None if texts is None else self.merged.content(texts)

    def is_confirmed(self, seen_revision_id: int | None) -> bool:
        """Whether the redacteur has seen the page as it is now beside the proposal."""
        return self.merged is None or seen_revision_id == self.current_id


@dataclass(frozen=True, slots=True)
class Publishable:
    """A text that is ready to be published, and the revision it follows."""

    change: ChangeText
    base_id: int | None
    prepared: PreparedText
    edited: bool


def plan_acceptance(actor: Actor, move: Move) -> Plan:
    """Merge the newest version with the page as it is now; refuses who may not decide on it now."""
    newest = check_step(actor, ProposalStep.ACCEPT, move)
    change = change_text(newest.version_id)
    if change.page_id is None or change.base_revision_id is None:
        return Plan(change, None, None)
    current = current_text(change.page_id)
    base = revision_text(change.base_revision_id)
    if current is None or base is None or current.id == base.id:
        return Plan(change, current, None)
    return Plan(change, current, rebase(base.content, current.content, change.content))


def prepare_publication(plan: Plan, typed: Settlements) -> Publishable:
    """Render what will be published; called before any transaction begins.

    Raises `Invalid` when an overlap is not settled or when nothing is left to publish.
    """
    content = plan.content(typed)
    if content is None:
        raise Invalid("overlap_not_settled", field="overlaps")
    if plan.current is not None and content == plan.current.content:
        raise Invalid("nothing_left", field="overlaps")
    edited = uses_own_words(plan.overlaps, settlements_for(plan.overlaps, typed))
    return Publishable(plan.change, plan.current_id, prepare_text(content, plan.current), edited)


def accept(actor: Actor, move: Move, text: Publishable, *, key: str) -> str:
    """Take the proposal over: decision, revision, page and promises in the one running transaction.

    Raises `Conflict("page_moved_on")` when the page has another text by now than the one it was merged with.
    """
    if actor.account_id is None:
        raise Forbidden("not_allowed")
    if (earlier := claim(key, actor.account_id)) and has_taken(actor, ProposalStep.ACCEPT, move):
        return earlier
    event = take_step(actor, ProposalStep.ACCEPT, move)
    change = text.change
    attribution = pages.Attribution(
        origin=RevisionOrigin.PROPOSAL,
        author_ids=_author_ids(move.proposal_id),
        editor_ids=(actor.account_id,) if text.edited else (),
        approver_id=actor.account_id,
        change_note=change.change_note,
        reason=change.reason,
        minor=change.minor,
        authored_at=change.sent_at,
    )
    page_id = change.page_id or _new_page(text.prepared.content)
    revision_id = pages.publish(page_id, text.base_id, text.prepared, attribution)
    db.session.add(Publication(change_id=change.id, revision_id=revision_id, event_id=event.id))
    url = proposal_path(move.proposal_id)
    answer(key, actor.account_id, url)
    return url


def _new_page(content: PageContent) -> int:
    """A page outside the guide, at a free address, until the redactie gives it a place."""
    return pages.create_page(pages.free_slug(slugify(content.title)))


def _author_ids(proposal_id: int) -> tuple[int, ...]:
    authors = select(ProposalAuthor.account_id).where(ProposalAuthor.proposal_id == proposal_id)
    return tuple(db.session.scalars(authors.order_by(ProposalAuthor.account_id)))
