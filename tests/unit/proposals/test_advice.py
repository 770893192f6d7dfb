"""Any colleague may advise on an open proposal that is not her own, and says why where that helps."""

from itertools import product

import pytest

from app.core.errors import Conflict, DomainError, Forbidden, Invalid
from app.proposals.kinds import ProposalState as State
from app.proposals.reviewing import rules
from app.proposals.reviewing.kinds import ReviewVerdict as Verdict
from app.proposals.rules import OPEN, Relation
from tests.unit.proposals.test_rules import PEOPLE, WRITERS

WITHOUT_RIGHTS = {"lezer", "indiener zonder schrijfrecht", "het programma"}


def refusal(state: State, who: Relation) -> type[DomainError] | None:
    try:
        rules.check_adviser(state, who)
    except DomainError as error:
        return type(error)
    return None


@pytest.mark.parametrize(("state", "person"), list(product(State, PEOPLE)))
def test_colleagues_advise_on_open_proposals_of_others_only(state: State, person: str) -> None:
    expected = Forbidden if person in WITHOUT_RIGHTS | WRITERS else None if state in OPEN else Conflict
    assert refusal(state, PEOPLE[person]) is expected
    assert rules.may_advise(state, PEOPLE[person]) == (expected is None)


@pytest.mark.parametrize("verdict", [Verdict.DISAGREE, Verdict.QUESTION])
def test_disagreement_and_a_question_need_words(verdict: Verdict) -> None:
    with pytest.raises(Invalid, match="advice_words_missing") as refused:
        rules.check_advice(verdict, "  \n ")
    assert refused.value.field == "words"
    rules.check_advice(verdict, "Waarom?")


def test_agreement_needs_no_words() -> None:
    rules.check_advice(Verdict.AGREE, "")


def test_approving_is_not_advice() -> None:
    with pytest.raises(Invalid, match="unknown_choice"):
        rules.check_advice(Verdict.APPROVE, "Goed.")


def test_words_have_a_limit() -> None:
    rules.check_advice(Verdict.AGREE, "a" * rules.WORDS_LIMIT)
    with pytest.raises(Invalid, match="text_too_long"):
        rules.check_advice(Verdict.AGREE, "a" * (rules.WORDS_LIMIT + 1))
