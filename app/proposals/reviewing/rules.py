"""Who may advise on a proposal, what advice must say, and whose agreement a proposal needs."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from app.core.errors import Conflict, Forbidden, Invalid
from app.pages.care.kinds import DecisionRule
from app.pages.care.rules import CurrentProtection
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


@dataclass(frozen=True, slots=True)
class Requirement:
    """Who must agree before a proposal is published: this many redacteuren, the named ones among them."""

    count: int = 1
    named: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Needed:
    """Who must still agree: this many redacteuren, the named ones among them."""

    count: int
    named: frozenset[int] = frozenset()

    @property
    def waits(self) -> bool:
        """Whether it still waits for another when one more has agreed."""
        return self.count > 1

    def is_up_to(self, account_id: int | None) -> bool:
        """Whether this redacteur is one of those who can agree now."""
        return account_id in self.named or self.count > len(self.named) or not self.named


def strictest(protections: Iterable[CurrentProtection], writers: AbstractSet[int]) -> Requirement:
    """What all pages of a proposal ask together.

    A named redacteur who wrote along cannot decide: there any other does.
    """
    rules = list(protections)
    two = any(rule.decision_rule is DecisionRule.TWO for rule in rules)
    deciders = {rule.decider_id for rule in rules if rule.decision_rule is DecisionRule.NAMED}
    named = frozenset(decider for decider in deciders if decider and decider not in writers)
    return Requirement(max(2 if two else 1, len(named)), named)


def what_is_needed(requirement: Requirement, approvals: AbstractSet[int]) -> Needed:
    """Who must still agree when these redacteuren have."""
    named = requirement.named - approvals
    return Needed(max(requirement.count - len(approvals), len(named)), named)


def to_decide(
    who: Relation,
    account_id: int | None,
    needed: Needed,
    approvals: AbstractSet[int],
    *,
    names: Mapping[int, str],
) -> Relation:
    """What a redacteur may still agree with, when these agreed and those must; `names` are of the named."""
    deciders = () if needed.is_up_to(account_id) else tuple(sorted(names[named] for named in needed.named))
    return replace(who, approved=account_id in approvals and needed.count > 0, deciders=deciders)
