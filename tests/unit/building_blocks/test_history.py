"""Which former texts of a bouwsteen are for everybody to read."""

from app.building_blocks.detail_queries import ShownStep, TextThen, for_outsiders
from app.building_blocks.kinds import BuildingBlockKind as Kind
from app.building_blocks.kinds import BuildingBlockStatus as Status
from app.building_blocks.kinds import BuildingBlockStep as Step
from app.core.clock import now

NOTE = (Step.NOTE, Status.NOTED, "a")
BETTER = (Step.ADJUST, Status.NOTED, "b")
SUBMIT = (Step.SUBMIT, Status.SUBMITTED, "")
ADJUST = (Step.ADJUST, Status.SUBMITTED, "c")
WITHDRAW = (Step.WITHDRAW, Status.WITHDRAWN, "")


def read(*steps: tuple[Step, Status, str], hides: int = -1) -> list[str]:
    """What everybody reads at each step; the one at `hides` hides what was said before it."""
    shown = [
        ShownStep(
            step, status, now(), None, "", TextThen(Kind.TIP, text) if text else None, hides=place == hides
        )
        for place, (step, status, text) in enumerate(steps)
    ]
    return [one.text.text if one.text else "" for one in for_outsiders(shown)]


def test_what_was_said_in_the_harvest_is_read_as_it_was_handed_in() -> None:
    assert read(NOTE, BETTER, SUBMIT, ADJUST) == ["", "", "b", "c"]


def test_an_adjustment_can_hide_what_was_said_before() -> None:
    assert read(NOTE, SUBMIT, ADJUST, hides=2) == ["", "", "c"]


def test_nothing_is_read_of_what_was_withdrawn_or_never_handed_in() -> None:
    assert read(NOTE, SUBMIT, WITHDRAW) == ["", "", ""]
    assert read(NOTE, BETTER) == ["", ""]
