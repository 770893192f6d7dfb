"""Who may write along on a proposal: who may propose and will not decide, when one of its writers agrees."""

from app.core.errors import Conflict, Forbidden, Invalid
from app.proposals.joining.kinds import JoinAnswer
from app.proposals.kinds import ProposalState
from app.proposals.rules import OPEN, Relation

WORDS_LIMIT = 1_000


def check_asker(state: ProposalState, who: Relation, *, has_asked: bool) -> None:
    """Refuse who may not propose, writes already, asked before or is about to decide, and what is decided."""
    if not who.may_propose:
        raise Forbidden("not_allowed")
    if state not in OPEN:
        raise Conflict("step_not_possible", state=state)
    if who.writer:
        raise Conflict("writes_already")
    if has_asked:
        raise Conflict("asked_to_join_before")
    if who.assignee:
        raise Conflict("assignee_cannot_join")


def may_ask(state: ProposalState, who: Relation, *, has_asked: bool) -> bool:
    """Whether to offer this person to write along."""
    try:
        check_asker(state, who, has_asked=has_asked)
    except (Conflict, Forbidden):
        return False
    return True


def check_request(words: str) -> None:
    """Refuse a request without words: a writer has to know what she says yes to."""
    if not words.strip():
        raise Invalid("join_words_missing", field="words")
    _check_length(words)


def check_answer(answer: JoinAnswer, words: str) -> None:
    """Refuse a no without a word why."""
    if answer is JoinAnswer.NO and not words.strip():
        raise Invalid("join_refusal_words_missing", field="words")
    _check_length(words)


def _check_length(words: str) -> None:
    if len(words) > WORDS_LIMIT:
        raise Invalid("text_too_long", field="words", limit=WORDS_LIMIT)
