"""One redacteur decides, two, or a named one: nothing is published before the right people agreed."""

from dataclasses import replace
from itertools import permutations, product

import pytest

from app.core.errors import Conflict, Forbidden
from app.pages.care.kinds import DecisionRule
from app.pages.care.rules import CurrentProtection
from app.proposals import rules as steps
from app.proposals.kinds import ProposalState as State
from app.proposals.kinds import ProposalStep as Step
from app.proposals.reviewing.rules import Needed, Requirement, strictest, to_decide, what_is_needed
from app.proposals.rules import Relation

FENNA, JORIS, KARIN, WRITER, MEMBER = range(1, 6)
NAMES = {FENNA: "Fenna Redactie", JORIS: "Joris Redactie"}
REDACTIE = (FENNA, JORIS, KARIN, WRITER)
ONE = CurrentProtection(DecisionRule.ONE)
TWO = CurrentProtection(DecisionRule.TWO, id=1)
BY_FENNA = CurrentProtection(DecisionRule.NAMED, id=2, decider_id=FENNA, decider=NAMES[FENNA])
BY_JORIS = CurrentProtection(DecisionRule.NAMED, id=3, decider_id=JORIS, decider=NAMES[JORIS])
BY_WRITER = CurrentProtection(DecisionRule.NAMED, id=4, decider_id=WRITER, decider="Wies Redactie")

# The protections of the pages of a proposal, and what they ask together.
PAGES = {
    "one": ((ONE,), Requirement(1)),
    "two": ((TWO,), Requirement(2)),
    "named": ((BY_FENNA,), Requirement(1, frozenset({FENNA}))),
    "a named one who wrote it": ((BY_WRITER,), Requirement(1)),
    "one and two": ((ONE, TWO), Requirement(2)),
    "two and named": ((TWO, BY_FENNA), Requirement(2, frozenset({FENNA}))),
    "two named": ((BY_FENNA, BY_JORIS, ONE), Requirement(2, frozenset({FENNA, JORIS}))),
    "no page yet": ((), Requirement(1)),
}


@pytest.mark.parametrize(("protections", "expected"), PAGES.values(), ids=PAGES)
def test_of_several_pages_the_strictest_rule_counts(
    protections: tuple[CurrentProtection, ...], expected: Requirement
) -> None:
    assert strictest(protections, frozenset({WRITER})) == expected


def relation(person: int, requirement: Requirement, approvals: set[int]) -> Relation:
    """What a person is to the proposal of the writer."""
    who = Relation(may_propose=True, may_decide=person in REDACTIE, writer=person == WRITER)
    return to_decide(who, person, what_is_needed(requirement, approvals), approvals, names=NAMES)


def agrees(person: int, requirement: Requirement, approvals: set[int]) -> bool:
    """Whether this person can agree now."""
    try:
        steps.next_state(State.IN_REVIEW, Step.ACCEPT, relation(person, requirement, approvals))
    except (Forbidden, Conflict):
        return False
    return True


@pytest.mark.parametrize("name", PAGES)
def test_in_any_order_it_is_published_when_the_right_people_agreed_and_not_before(name: str) -> None:
    requirement = PAGES[name][1]
    for order in permutations((FENNA, JORIS, KARIN, WRITER, MEMBER)):
        approvals: set[int] = set()
        published = False
        for person in (*order, *order):  # whoever was too early tries again
            if published or not agrees(person, requirement, approvals):
                continue
            published = not what_is_needed(requirement, approvals).waits
            approvals.add(person)
            complete = len(approvals) >= requirement.count and requirement.named <= approvals
            assert published == complete, (order, approvals)
        assert published
        assert approvals <= {FENNA, JORIS, KARIN}


STEPS = (Step.APPROVE, Step.ACCEPT, Step.ACCEPT_PART, Step.REJECT, Step.ASK_ADJUSTMENT)
ANYBODY = list(product(State, STEPS, (*REDACTIE, MEMBER), (False, True)))


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("approvals", [set(), {FENNA}, {KARIN}], ids=["nobody", "fenna", "karin"])
def test_only_in_review_and_only_who_is_asked_and_did_not_write_or_agree(
    name: str, approvals: set[int]
) -> None:
    requirement = PAGES[name][1]
    left = requirement.named - approvals
    needed = max(requirement.count - len(approvals), len(left))
    for state, step, person, edited in ANYBODY:
        asked = not left or person in left or needed > len(left) or step is Step.ASK_ADJUSTMENT
        fresh = person not in approvals or needed == 0 or step in {Step.REJECT, Step.ASK_ADJUSTMENT}
        redacteur = person in {FENNA, JORIS, KARIN}
        may = redacteur and asked and fresh and not edited and state is State.IN_REVIEW
        who = replace(relation(person, requirement, approvals), edited=edited)
        assert (step in steps.possible_steps(state, who)) == may, (state, step, person, edited)


def test_others_are_told_who_decides() -> None:
    who = relation(KARIN, Requirement(1, frozenset({FENNA})), set())
    with pytest.raises(Forbidden, match="only_named_decides") as refused:
        steps.next_state(State.IN_REVIEW, Step.ACCEPT, who)
    assert refused.value.facts == {"who": "Fenna Redactie"}


def test_what_was_agreed_by_enough_people_waits_for_anybody() -> None:
    needed = what_is_needed(Requirement(1), {FENNA})
    assert needed == Needed(0)
    assert agrees(FENNA, Requirement(1), {FENNA})


def test_who_agreed_can_still_reject_and_nobody_agrees_twice() -> None:
    who = relation(FENNA, Requirement(2), {FENNA})
    assert steps.next_state(State.IN_REVIEW, Step.REJECT, who) is State.REJECTED
    with pytest.raises(Conflict, match="approved_already"):
        steps.next_state(State.IN_REVIEW, Step.ACCEPT, who)
    with pytest.raises(Conflict):
        steps.next_state(State.ACCEPTED, Step.REJECT, who)
