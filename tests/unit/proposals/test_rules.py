"""Every state, every step, every person: who may do what with a proposal."""

from itertools import product

import pytest

from app.core.errors import Conflict, DomainError, Forbidden, Invalid
from app.core.permissions import Actor, Permission
from app.proposals import rules
from app.proposals.kinds import ProposalState as State
from app.proposals.kinds import ProposalStep as Step
from app.proposals.rules import Relation

PEOPLE = {
    "lezer": Relation(),
    "medewerker": Relation(may_propose=True),
    "indiener": Relation(writer=True, may_propose=True),
    "indiener zonder schrijfrecht": Relation(writer=True),
    "redacteur": Relation(may_propose=True, may_decide=True),
    "behandelaar": Relation(may_propose=True, may_decide=True, assignee=True),
    "redacteur en indiener": Relation(writer=True, may_propose=True, may_decide=True),
    "behandelaar en indiener": Relation(writer=True, may_propose=True, may_decide=True, assignee=True),
    "behandelaar die geen redacteur meer is": Relation(may_propose=True, assignee=True),
    "het programma": rules.PROGRAM,
    "vertrouwde indiener": Relation(writer=True, may_propose=True, trusted=True),
    "redacteur die nakijkt": Relation(may_propose=True, may_decide=True, awaits_check=True),
    "redacteur die publiceerde": Relation(
        may_propose=True, may_decide=True, awaits_check=True, published=True
    ),
    "redacteur die meeschreef": Relation(edited=True, may_propose=True, may_decide=True),
    "redacteur die akkoord gaf": Relation(approved=True, may_propose=True, may_decide=True),
    "redacteur zonder stem": Relation(deciders=("Fenna Redactie",), may_propose=True, may_decide=True),
    "schrijver die nakijkt": Relation(writer=True, may_propose=True, may_decide=True, awaits_check=True),
}
DECIDERS = {"redacteur", "behandelaar", "redacteur die nakijkt", "redacteur die publiceerde"}
REDACTIE = DECIDERS | {"redacteur die akkoord gaf", "redacteur zonder stem"}
WRITERS = {
    "indiener",
    "redacteur en indiener",
    "behandelaar en indiener",
    "vertrouwde indiener",
    "schrijver die nakijkt",
}
EDITORS = REDACTIE | {
    "redacteur en indiener",
    "behandelaar en indiener",
    "redacteur die meeschreef",
    "schrijver die nakijkt",
}
CHECKERS = {"redacteur die nakijkt", "redacteur die publiceerde", "schrijver die nakijkt"}
OPEN = (State.SUBMITTED, State.IN_REVIEW, State.ADJUSTMENT_REQUESTED)

ALLOWED = {
    (State.SUBMITTED, Step.TAKE): (State.IN_REVIEW, REDACTIE),
    (State.SUBMITTED, Step.WITHDRAW): (State.WITHDRAWN, WRITERS),
    (State.IN_REVIEW, Step.TAKE): (State.IN_REVIEW, REDACTIE - {"behandelaar"}),
    (State.IN_REVIEW, Step.RELEASE): (State.SUBMITTED, {"behandelaar"}),
    (State.IN_REVIEW, Step.ASK_ADJUSTMENT): (State.ADJUSTMENT_REQUESTED, REDACTIE),
    (State.IN_REVIEW, Step.APPROVE): (State.IN_REVIEW, DECIDERS),
    (State.IN_REVIEW, Step.ACCEPT): (State.ACCEPTED, DECIDERS),
    (State.IN_REVIEW, Step.ACCEPT_PART): (State.PARTLY_ACCEPTED, DECIDERS),
    (State.IN_REVIEW, Step.REJECT): (State.REJECTED, REDACTIE - {"redacteur zonder stem"}),
    (State.IN_REVIEW, Step.WITHDRAW): (State.WITHDRAWN, WRITERS),
    (State.SUBMITTED, Step.RESEND): (State.SUBMITTED, WRITERS),
    (State.IN_REVIEW, Step.RESEND): (State.IN_REVIEW, WRITERS),
    (State.ADJUSTMENT_REQUESTED, Step.RESEND): (State.IN_REVIEW, WRITERS),
    (State.ADJUSTMENT_REQUESTED, Step.TAKE): (State.IN_REVIEW, REDACTIE),
    (State.ADJUSTMENT_REQUESTED, Step.WITHDRAW): (State.WITHDRAWN, WRITERS),
    **{(state, step): (state, WRITERS) for state in OPEN for step in (Step.SETTLE, Step.JOIN)},
    **{(state, Step.REBASE): (state, {"het programma"}) for state in OPEN},
    (State.SUBMITTED, Step.EMERGENCY): (State.ACCEPTED, EDITORS),
    (State.IN_REVIEW, Step.EMERGENCY): (State.ACCEPTED, EDITORS),
    (State.SUBMITTED, Step.TRUSTED): (State.ACCEPTED, {"vertrouwde indiener"}),
    (State.ACCEPTED, Step.CHECK): (State.ACCEPTED, {"redacteur die nakijkt"}),
    (State.ACCEPTED, Step.UNDO): (State.ACCEPTED, CHECKERS),
    **{(state, Step.CLASH): (state, {"het programma"}) for state in OPEN},
}
ON_TEXT = (Step.APPROVE, Step.ACCEPT, Step.ACCEPT_PART, Step.EMERGENCY, Step.SETTLE)
DECISIONS = (
    Step.TAKE,
    Step.RELEASE,
    Step.ASK_ADJUSTMENT,
    Step.APPROVE,
    Step.ACCEPT,
    Step.ACCEPT_PART,
    Step.REJECT,
)
FINAL = (State.ACCEPTED, State.PARTLY_ACCEPTED, State.REJECTED, State.WITHDRAWN)


@pytest.mark.parametrize(("state", "step"), list(product(State, Step)))
def test_a_step_is_allowed_to_these_people_in_these_states_only(state: State, step: Step) -> None:
    after, people = ALLOWED.get((state, step), (None, set()))
    for person, relation in PEOPLE.items():
        if person in people:
            assert rules.next_state(state, step, relation) is after, person
        else:
            with pytest.raises((Forbidden, Conflict)):
                rules.next_state(state, step, relation)


@pytest.mark.parametrize(("state", "step"), list(product(State, DECISIONS)))
def test_nobody_decides_on_words_of_their_own_in_any_state(state: State, step: Step) -> None:
    for person in ("redacteur en indiener", "behandelaar en indiener"):
        with pytest.raises(Forbidden, match="own_proposal"):
            rules.next_state(state, step, PEOPLE[person])


@pytest.mark.parametrize(("state", "step"), list(product(State, DECISIONS)))
def test_only_the_redactie_decides(state: State, step: Step) -> None:
    for person in ("lezer", "medewerker", "indiener", "behandelaar die geen redacteur meer is"):
        with pytest.raises(Forbidden, match="only_for_redactie"):
            rules.next_state(state, step, PEOPLE[person])


@pytest.mark.parametrize("step", [Step.RESEND, Step.SETTLE, Step.JOIN, Step.WITHDRAW])
def test_only_writers_send_again_let_others_in_and_withdraw(step: Step) -> None:
    for person in set(PEOPLE) - WRITERS:
        with pytest.raises(Forbidden, match="only_for_writers"):
            rules.next_state(State.ADJUSTMENT_REQUESTED, step, PEOPLE[person])


def test_only_the_assignee_gives_a_proposal_back() -> None:
    with pytest.raises(Forbidden, match="only_for_assignee"):
        rules.next_state(State.IN_REVIEW, Step.RELEASE, PEOPLE["redacteur"])


@pytest.mark.parametrize(("state", "step"), list(product(FINAL, [*DECISIONS[:1], *DECISIONS[2:]])))
def test_what_was_decided_stays_decided(state: State, step: Step) -> None:
    with pytest.raises(Conflict, match="step_not_possible") as refused:
        rules.next_state(state, step, PEOPLE["redacteur"])
    assert refused.value.facts == {"state": state}


@pytest.mark.parametrize(("state", "person"), list(product(State, PEOPLE)))
def test_exactly_the_possible_steps_are_offered(state: State, person: str) -> None:
    expected = {step for (start, step), (_, people) in ALLOWED.items() if start is state and person in people}
    assert rules.possible_steps(state, PEOPLE[person]) == expected


@pytest.mark.parametrize("step", [*DECISIONS[2:], Step.EMERGENCY, Step.UNDO])
@pytest.mark.parametrize("reason", ["", "  \n "])
def test_a_decision_needs_a_reason_in_words(step: Step, reason: str) -> None:
    with pytest.raises(Invalid, match="decision_reason_missing") as refused:
        rules.check_reason(step, reason, 100)
    assert refused.value.field == "reason"


@pytest.mark.parametrize("step", [Step.TAKE, Step.RELEASE, Step.WITHDRAW, Step.SEND, Step.RESEND])
def test_other_steps_need_no_reason(step: Step) -> None:
    rules.check_reason(step, "", 100)


def test_a_reason_has_a_limit() -> None:
    rules.check_reason(Step.REJECT, "a" * 100, 100)
    with pytest.raises(Invalid, match="text_too_long"):
        rules.check_reason(Step.REJECT, "a" * 101, 100)


def check_seen(step: Step, seen: int, *since: Step) -> None:
    rules.check_seen(step, seen_event=seen, last_event=3, since=since)


def test_who_has_not_seen_the_newest_row_is_too_late() -> None:
    check_seen(Step.TAKE, 3)
    with pytest.raises(DomainError, match="proposal_moved_on") as refused:
        check_seen(Step.REJECT, 2, Step.TAKE)
    assert refused.value.facts == {"step": Step.TAKE}
    with pytest.raises(DomainError, match="proposal_moved_on"):
        check_seen(Step.REJECT, 4)


def test_what_the_program_did_meanwhile_hides_nothing_that_people_did() -> None:
    with pytest.raises(DomainError, match="proposal_moved_on") as refused:
        check_seen(Step.TAKE, 1, Step.ASK_ADJUSTMENT, Step.REBASE)
    assert refused.value.facts == {"step": Step.ASK_ADJUSTMENT}


@pytest.mark.parametrize("step", [step for step in Step if step not in ON_TEXT])
def test_a_text_that_the_program_rebased_stands_in_nobodys_way(step: Step) -> None:
    check_seen(step, 2, Step.REBASE)
    check_seen(step, 1, Step.REBASE, Step.CLASH)


@pytest.mark.parametrize("step", ON_TEXT)
def test_nobody_publishes_or_settles_a_text_that_was_rebased_unseen(step: Step) -> None:
    with pytest.raises(DomainError, match="page_moved_on_meanwhile"):
        check_seen(step, 2, Step.REBASE)
    check_seen(step, 2, Step.CLASH)


def test_sending_any_version_makes_a_person_a_writer() -> None:
    actor = Actor(7, "Voorbeeld", frozenset({Permission.DECIDE}))
    assert rules.relation(actor, frozenset({3, 7}), None).writer
    assert not rules.relation(actor, frozenset({3}), 7).writer
    assert rules.relation(actor, frozenset({3}), 7).assignee


def test_a_stranger_is_not_the_assignee_of_what_nobody_took() -> None:
    assert rules.relation(Actor(), frozenset(), None) == Relation()


def test_the_groups_of_states_divide_all_states() -> None:
    assert rules.OPEN | rules.DECIDED | {State.WITHDRAWN} == set(State)
    assert not rules.OPEN & rules.DECIDED
