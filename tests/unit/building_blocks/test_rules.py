"""Every status, every step, every person: who may do what with a bouwsteen."""

from itertools import product

import pytest

from app.building_blocks import rules
from app.building_blocks.kinds import BuildingBlockStatus as Status
from app.building_blocks.kinds import BuildingBlockStep as Step
from app.building_blocks.rules import Relation
from app.core.errors import Conflict, DomainError, Forbidden, Invalid

PEOPLE = {
    "collega": Relation(),
    "gastvrouw": Relation(edits=True),
    "redacteur": Relation(curates=True),
    "redacteur van het gesprek": Relation(edits=True, curates=True),
    "het programma": rules.PROGRAM,
}
REDACTIE = {"redacteur", "redacteur van het gesprek"}
EDITORS = REDACTIE | {"gastvrouw"}
PROGRAM = {"het programma"}

IN_THE_HARVEST = {
    (Status.NOTED, Step.SUBMIT): (Status.SUBMITTED, EDITORS),
    (Status.NOTED, Step.ADJUST): (Status.NOTED, EDITORS),
    (Status.NOTED, Step.MERGE): (Status.MERGED, EDITORS),
    (Status.NOTED, Step.WITHDRAW): (Status.WITHDRAWN, EDITORS),
    (Status.MERGED, Step.REOPEN): (Status.NOTED, EDITORS),
    (Status.WITHDRAWN, Step.REOPEN): (Status.NOTED, EDITORS),
}
HANDED_IN = {
    (Status.SUBMITTED, Step.ADJUST): (Status.SUBMITTED, EDITORS),
    (Status.SUBMITTED, Step.WITHDRAW): (Status.WITHDRAWN, EDITORS),
    (Status.SUBMITTED, Step.ACCEPT): (Status.ACCEPTED, REDACTIE),
    (Status.SUBMITTED, Step.PARK): (Status.PARKED, REDACTIE),
    (Status.SUBMITTED, Step.MERGE): (Status.MERGED, REDACTIE),
    (Status.ACCEPTED, Step.ADJUST): (Status.ACCEPTED, REDACTIE),
    (Status.ACCEPTED, Step.PARK): (Status.PARKED, REDACTIE),
    (Status.ACCEPTED, Step.MERGE): (Status.MERGED, REDACTIE),
    (Status.ACCEPTED, Step.WITHDRAW): (Status.WITHDRAWN, REDACTIE),
    (Status.USED, Step.ADJUST): (Status.USED, REDACTIE),
    (Status.USED, Step.MERGE): (Status.MERGED, REDACTIE),
    (Status.USED, Step.WITHDRAW): (Status.WITHDRAWN, REDACTIE),
    (Status.PARKED, Step.REOPEN): (Status.SUBMITTED, REDACTIE),
    (Status.MERGED, Step.REOPEN): (Status.SUBMITTED, REDACTIE),
    (Status.WITHDRAWN, Step.REOPEN): (Status.SUBMITTED, REDACTIE),
    **{(status, Step.USE): (Status.USED, PROGRAM) for status in rules.LIVING - {Status.USED}},
    (Status.USED, Step.UNUSE): (Status.ACCEPTED, PROGRAM),
}


def outcome(status: Status, step: Step, who: Relation, *, handed_in: bool) -> Status | None:
    try:
        return rules.next_status(status, step, who, handed_in=handed_in)
    except (Conflict, Forbidden):
        return None


@pytest.mark.parametrize("handed_in", [False, True])
@pytest.mark.parametrize("step", Step)
def test_each_person_may_do_exactly_what_the_table_says(step: Step, handed_in: bool) -> None:
    table = HANDED_IN if handed_in else IN_THE_HARVEST
    never = {Status.NOTED} if handed_in else rules.LIVING
    for status, (name, who) in product(set(Status) - never, PEOPLE.items()):
        after, allowed = table.get((status, step), (None, set()))
        expected = after if name in allowed else None
        assert outcome(status, step, who, handed_in=handed_in) is expected, (status, name)
        assert (step in rules.possible_steps(status, who, handed_in=handed_in)) == (expected is not None)


def test_every_status_is_reached_and_none_is_a_dead_end() -> None:
    assert set(rules.AFTER.values()) == set(Status)
    assert {status for status, _ in rules.AFTER} == set(Status)


def test_who_has_not_seen_what_a_person_did_is_refused() -> None:
    with pytest.raises(Conflict) as refused:
        rules.check_seen(seen_event=2, last_event=4, since=[Step.ACCEPT, Step.USE])
    assert refused.value.facts == {"step": Step.ACCEPT}
    with pytest.raises(Conflict):
        rules.check_seen(seen_event=9, last_event=4, since=[])


def test_what_pages_did_meanwhile_stands_in_nobodys_way() -> None:
    rules.check_seen(seen_event=2, last_event=4, since=[Step.USE, Step.UNUSE])
    rules.check_seen(seen_event=4, last_event=4, since=[])


@pytest.mark.parametrize(("step", "handed_in"), [(Step.PARK, True), (Step.WITHDRAW, True)])
def test_nothing_is_put_aside_without_a_word_why(step: Step, handed_in: bool) -> None:
    with pytest.raises(Invalid):
        rules.check_reason(step, "  ", handed_in=handed_in)
    rules.check_reason(step, "Dit hoort bij een ander onderwerp.", handed_in=handed_in)
    rules.check_reason(Step.WITHDRAW, "", handed_in=False)
    rules.check_reason(Step.ACCEPT, "", handed_in=True)


@pytest.mark.parametrize(
    ("text", "topics", "code"),
    [
        ("", 0, "block_text_missing"),
        (" - …", 0, "block_text_missing"),
        ("a" * (rules.TEXT_LIMIT + 1), 0, "text_too_long"),
        ("Zeg wat je ziet.", rules.MOST_TOPICS + 1, "block_topics_too_many"),
    ],
)
def test_a_bouwsteen_is_short_and_says_something(text: str, topics: int, code: str) -> None:
    with pytest.raises(Invalid) as refused:
        rules.check_text(text, topics)
    assert refused.value.code == code


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("same_harvest", [True, False])
def test_only_what_lives_speaks_for_another(status: Status, same_harvest: bool) -> None:
    fits = status in rules.LIVING or (same_harvest and status is Status.NOTED)
    try:
        rules.check_target(number=1, target=2, target_status=status, same_harvest=same_harvest)
    except DomainError as refused:
        assert not fits and refused.code == "merge_target_unfit"
    else:
        assert fits


def test_nothing_is_merged_into_itself() -> None:
    with pytest.raises(Invalid, match="merge_into_itself"):
        rules.check_target(number=3, target=3, target_status=Status.ACCEPTED, same_harvest=False)
