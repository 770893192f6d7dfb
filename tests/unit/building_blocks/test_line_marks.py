"""Marking kind, theme and part of the model within a line, by the keyboard alone."""

import pytest

from app.building_blocks.harvesting.line_marks import KIND_MARKS, PART_MARKS, left_marks, read_marks
from app.building_blocks.kinds import BuildingBlockKind
from app.conversations.kinds import ModelPart
from app.web.labels import label

TOPICS = [(1, "tegenspraak"), (2, "menselijke-maat"), (3, "openheid"), (4, "openbaarheid")]


def test_a_line_says_its_kind_its_themes_and_its_part() -> None:
    marked = read_marks("d: Ik moest kiezen #tegenspraak tussen twee kwaden @buik #menselijke-maat", TOPICS)
    assert marked.text == "Ik moest kiezen tussen twee kwaden"
    assert marked.kind is BuildingBlockKind.DILEMMA
    assert marked.model_part is ModelPart.BELLY
    assert marked.topic_ids == {1, 2}


@pytest.mark.parametrize(("mark", "kind"), list(KIND_MARKS.items()))
def test_every_kind_has_a_mark(mark: str, kind: BuildingBlockKind) -> None:
    assert read_marks(f"{mark.upper()}: Zo was het.", []).kind is kind
    assert mark == "?" or label(kind).startswith(mark)


def test_every_part_is_called_in_a_mark_as_it_is_on_the_screen() -> None:
    assert {name: label(part) for name, part in PART_MARKS.items()} == {name: name for name in PART_MARKS}
    assert set(PART_MARKS.values()) == set(ModelPart)


@pytest.mark.parametrize(
    ("written", "topic_ids"),
    [("#teg", {1}), ("#Mens", {2}), ("#openh", {3}), ("#open", set()), ("#x9", set())],
)
def test_the_beginning_of_one_theme_is_enough_and_of_two_is_not(written: str, topic_ids: set[int]) -> None:
    marked = read_marks(f"Zo was het {written}", TOPICS)
    assert marked.topic_ids == topic_ids
    assert marked.text == ("Zo was het" if topic_ids else f"Zo was het {written}")


@pytest.mark.parametrize(
    "line",
    [
        "Let op: dit is belangrijk",
        "mail a@hart.nl",
        "nummer#tegenspraak",
        "@ha is hart of handen",
        "d:zonder spatie",
    ],
)
def test_what_is_no_mark_stays_in_the_text(line: str) -> None:
    marked = read_marks(line, TOPICS)
    assert (marked.text, marked.kind, marked.model_part, marked.topic_ids) == (line, None, None, frozenset())


def test_a_mark_that_means_nothing_stays_and_is_told() -> None:
    marked = read_marks("Snel of zorgvuldig #zzz @buik in zaak #12", [(1, "tegenspraak")])
    assert marked.text == "Snel of zorgvuldig #zzz in zaak #12"
    assert left_marks(marked.text) == ("#zzz",)
