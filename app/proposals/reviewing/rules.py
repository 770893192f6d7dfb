"""Who may advise on a proposal, and what advice must say."""

from app.core.errors import Conflict, Forbidden, Invalid
from app.proposals.kinds import ProposalState
from app.proposals.reviewing.kinds import ReviewVerdict
from app.proposals.rules import OPEN, Relation

ADVICE = (ReviewVerdict.AGREE, ReviewVerdict.DISAGREE, ReviewVerdict.QUESTION)
"""What a colleague may say; approving is a redacteur's."""
IN_WORDS = frozenset({ReviewVerdict.DISAGREE, ReviewVerdict.QUESTION})
WORDS_LIMIT = 2_000


def check_adviser(state: ProposalState, who: Relation) -> None:
    """Refuse advice on one's own words, by somebody who may not propose, or on what was decided."""
    if not who.may_propose:
        raise Forbidden("not_allowed")
    if who.writer:
        raise Forbidden("advice_on_own_proposal")
    if state not in OPEN:
        raise Conflict("step_not_possible", state=state)


def may_advise(state: ProposalState, who: Relation) -> bool:
    """Whether to ask this person what she thinks."""
    return who.may_propose and not who.writer and state in OPEN


def check_advice(verdict: ReviewVerdict, words: str) -> None:
    """Refuse what is not advice, disagreement or a question without words, and words beyond the limit."""
    if verdict not in ADVICE:
        raise Invalid("unknown_choice", field="verdict")
    if verdict in IN_WORDS and not words.strip():
        raise Invalid("advice_words_missing", field="words")
    if len(words) > WORDS_LIMIT:
        raise Invalid("text_too_long", field="words", limit=WORDS_LIMIT)
