"""Who may write along: a colleague who will not decide, with a word on both sides."""

from itertools import product

import pytest

from app.core.errors import Conflict, DomainError, Forbidden, Invalid
from app.proposals.joining import rules
from app.proposals.joining.kinds import JoinAnswer
from app.proposals.kinds import ProposalState as State
from app.proposals.rules import OPEN, Relation
from tests.unit.proposals.test_rules import PEOPLE, WRITERS

WITHOUT_RIGHTS = {"lezer", "indiener zonder schrijfrecht", "het programma"}
HANDLING = {"behandelaar", "behandelaar die geen redacteur meer is"}


def refusal(state: State, who: Relation, *, has_asked: bool = False) -> type[DomainError] | None:
    try:
        rules.check_asker(state, who, has_asked=has_asked)
    except DomainError as error:
        return type(error)
    return None


@pytest.mark.parametrize(("state", "person"), list(product(State, PEOPLE)))
def test_colleagues_who_do_not_decide_may_ask_on_open_proposals_of_others(state: State, person: str) -> None:
    possible = state in OPEN and person not in WRITERS | HANDLING
    expected = Forbidden if person in WITHOUT_RIGHTS else None if possible else Conflict
    assert refusal(state, PEOPLE[person]) is expected
    assert rules.may_ask(state, PEOPLE[person], has_asked=False) == (expected is None)


def test_one_asks_once() -> None:
    assert refusal(State.SUBMITTED, PEOPLE["medewerker"], has_asked=True) is Conflict


@pytest.mark.parametrize("words", ["", " \n "])
def test_a_request_and_a_refusal_need_words_and_a_yes_does_not(words: str) -> None:
    with pytest.raises(Invalid, match="join_words_missing"):
        rules.check_request(words)
    with pytest.raises(Invalid, match="join_refusal_words_missing"):
        rules.check_answer(JoinAnswer.NO, words)
    rules.check_answer(JoinAnswer.YES, words)


def test_words_have_a_limit() -> None:
    rules.check_request("a" * rules.WORDS_LIMIT)
    with pytest.raises(Invalid, match="text_too_long"):
        rules.check_request("a" * (rules.WORDS_LIMIT + 1))
    with pytest.raises(Invalid, match="text_too_long"):
        rules.check_answer(JoinAnswer.YES, "a" * (rules.WORDS_LIMIT + 1))
