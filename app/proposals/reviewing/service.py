"""Saying what one thinks of a proposal, and taking note that opinions no longer apply."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, select, update

from app.core.clock import now
from app.core.db import db
from app.core.errors import Conflict, Forbidden, NotFound
from app.core.permissions import Actor
from app.core.submissions import answer, claim
from app.proposals.models import Proposal
from app.proposals.reviewing import rules
from app.proposals.reviewing.kinds import LapseCause, ReviewVerdict
from app.proposals.reviewing.models import Review
from app.proposals.rules import proposal_path, relation
from app.proposals.timeline import newest_event, writer_ids


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """What somebody thinks of the version of a proposal that she has seen."""

    proposal_id: int
    version_id: int
    verdict: ReviewVerdict
    words: str = ""


def advise(actor: Actor, advice: Advice, *, key: str) -> str:
    """Say what one thinks; what this person said before no longer applies. Returns the proposal's address.

    Raises `Conflict("proposal_adjusted")` when the proposal has another version by now.
    """
    if actor.account_id is None:
        raise Forbidden("not_allowed")
    rules.check_advice(advice.verdict, advice.words)
    if earlier := claim(key, actor.account_id):
        return _same_as_said(actor.account_id, advice, earlier)
    proposal = _locked(advice.proposal_id)
    newest = newest_event(proposal)
    rules.check_adviser(newest.state_after, relation(actor, writer_ids(proposal.id), proposal.assignee_id))
    if newest.version_id != advice.version_id:
        raise Conflict("proposal_adjusted")
    add_review(actor.account_id, advice)
    url = proposal_path(advice.proposal_id)
    answer(key, actor.account_id, url)
    return url


def add_review(account_id: int, advice: Advice) -> None:
    """Add an opinion; the earlier one of the same person lapses and stays readable."""
    earlier = (Review.proposal_id == advice.proposal_id, Review.account_id == account_id)
    _lapse(LapseCause.REPLACED, *earlier)
    db.session.add(
        Review(
            proposal_id=advice.proposal_id,
            version_id=advice.version_id,
            account_id=account_id,
            verdict=advice.verdict,
            words=advice.words.strip(),
            at=now(),
        )
    )


def lapse_reviews(proposal_id: int, because: LapseCause) -> None:
    """Note that the opinions about a proposal no longer apply, for what it asks has changed."""
    _lapse(because, Review.proposal_id == proposal_id)


def lapse_reviews_by(account_id: int, proposal_id: int, because: LapseCause) -> None:
    """Note that the opinions of one person about a proposal no longer apply."""
    _lapse(because, Review.proposal_id == proposal_id, Review.account_id == account_id)


def _lapse(because: LapseCause, *which: ColumnElement[bool]) -> None:
    applies = update(Review).where(Review.lapsed_at.is_(None), *which)
    db.session.execute(applies.values(lapsed_at=now(), lapsed_because=because))


def _locked(proposal_id: int) -> Proposal:
    proposal = db.session.get(Proposal, proposal_id, with_for_update=True, populate_existing=True)
    if proposal is None:
        raise NotFound("proposal_unknown")
    return proposal


def _same_as_said(account_id: int, advice: Advice, url: str) -> str:
    """The earlier address; refused when the form was sent again with other words, which would be lost."""
    said = select(Review.id).where(
        Review.proposal_id == advice.proposal_id,
        Review.account_id == account_id,
        Review.verdict == advice.verdict,
        Review.words == advice.words.strip(),
    )
    if db.session.scalar(said.limit(1)) is None:
        raise Conflict("already_sent")
    return url
