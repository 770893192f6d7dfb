"""Asking to write along on a proposal, and answering that."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, select

from app.core.clock import now
from app.core.db import db
from app.core.errors import Conflict, Forbidden, NotFound
from app.core.permissions import Actor
from app.core.submissions import answer, claim
from app.pages.care.queries import protections_of
from app.pages.care.rules import check_may_propose
from app.proposals.joining import rules
from app.proposals.joining.kinds import JoinAnswer
from app.proposals.joining.models import CoAuthorRequest
from app.proposals.kinds import ProposalStep
from app.proposals.models import Proposal, ProposalAuthor, ProposalChange
from app.proposals.reviewing.kinds import LapseCause
from app.proposals.reviewing.service import lapse_reviews_by
from app.proposals.rules import proposal_number, proposal_path
from app.proposals.timeline import Move, check_step, newest_event, relation, take_step


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What a writer answers the colleague with this account, in her own words."""

    account_id: int
    answer: JoinAnswer
    words: str = ""


def ask_to_join(actor: Actor, proposal_id: int, words: str, *, key: str) -> str:
    """Ask the writers of a proposal to let one write along; returns the address of the proposal."""
    account_id = _account_of(actor)
    rules.check_request(words)
    if earlier := claim(key, account_id):
        return _same(
            earlier, CoAuthorRequest.account_id == account_id, CoAuthorRequest.words == words.strip()
        )
    proposal = db.session.get(Proposal, proposal_id, with_for_update=True, populate_existing=True)
    if proposal is None:
        raise NotFound("proposal_unknown")
    newest = newest_event(proposal)
    asked = db.session.get(CoAuthorRequest, (proposal_id, account_id))
    who = relation(actor, proposal_id, proposal.assignee_id)
    rules.check_asker(newest.state_after, who, has_asked=asked is not None)
    _check_protection(actor, newest.version_id)
    db.session.add(
        CoAuthorRequest(
            proposal_id=proposal_id, account_id=account_id, words=words.strip(), asked_at=now(), answer=""
        )
    )
    return _answered(key, account_id, proposal_id)


def reply(actor: Actor, move: Move, said: Reply, *, key: str) -> str:
    """Let a colleague write along from now on, or not; returns the address of the proposal.

    Her own advice on it no longer applies then. Raises `Conflict` when another writer answered, or when she
    is about to decide on it by now.
    """
    account_id = _account_of(actor)
    rules.check_answer(said.answer, said.words)
    if earlier := claim(key, account_id):
        accepted = CoAuthorRequest.accepted.is_(said.answer is JoinAnswer.YES)
        return _same(earlier, accepted, CoAuthorRequest.answer == said.words.strip())
    check_step(actor, ProposalStep.JOIN, move)
    key_of_request = (move.proposal_id, said.account_id)
    request = db.session.get(CoAuthorRequest, key_of_request, with_for_update=True, populate_existing=True)
    if request is None:
        raise NotFound("join_request_unknown")
    if request.accepted is not None:
        raise Conflict("join_answered")
    if said.answer is JoinAnswer.YES:
        _let_in(actor, move, said)
    request.answered_by_id, request.answered_at = account_id, now()
    request.accepted, request.answer = said.answer is JoinAnswer.YES, said.words.strip()
    return _answered(key, account_id, move.proposal_id)


def _let_in(actor: Actor, move: Move, said: Reply) -> None:
    event = take_step(actor, ProposalStep.JOIN, move)
    event.reason, event.data = said.words.strip(), {"account": said.account_id}
    handles = select(Proposal.id).where(
        Proposal.id == move.proposal_id, Proposal.assignee_id == said.account_id
    )
    if db.session.scalar(handles) is not None:
        raise Conflict("asker_handles_it")
    db.session.add(ProposalAuthor(proposal_id=move.proposal_id, account_id=said.account_id))
    lapse_reviews_by(said.account_id, move.proposal_id, LapseCause.JOINED)


def _same(url: str, *said: ColumnElement[bool]) -> str:
    """The earlier address; refused when the form was sent again with other words, which would be lost."""
    proposal_id = proposal_number(url)
    known = select(CoAuthorRequest.account_id).where(CoAuthorRequest.proposal_id == proposal_id, *said)
    if db.session.scalar(known.limit(1)) is None:
        raise Conflict("already_sent")
    return url


def _check_protection(actor: Actor, version_id: int) -> None:
    pages = select(ProposalChange.page_id).where(
        ProposalChange.version_id == version_id, ProposalChange.page_id.is_not(None)
    )
    for protection in protections_of(db.session.scalars(pages)).values():
        check_may_propose(actor, protection)


def _account_of(actor: Actor) -> int:
    if actor.account_id is None:
        raise Forbidden("not_allowed")
    return actor.account_id


def _answered(key: str, account_id: int, proposal_id: int) -> str:
    url = proposal_path(proposal_id)
    answer(key, account_id, url)
    return url
