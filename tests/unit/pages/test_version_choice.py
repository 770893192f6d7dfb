"""Which two versions are compared."""

import pytest

from app.pages.version_choice import VersionChoice, chosen_versions


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, VersionChoice(4, 5)),
        ({"van": "2"}, VersionChoice(2, 5)),
        ({"tot": "3"}, VersionChoice(2, 3)),
        ({"van": "1", "tot": "4"}, VersionChoice(1, 4)),
        ({"van": " 4 ", "tot": "1"}, VersionChoice(1, 4)),
    ],
)
def test_what_is_not_named_is_the_newest_and_the_one_before(
    asked: dict[str, str], expected: VersionChoice
) -> None:
    assert chosen_versions(asked, newest=5) == expected


@pytest.mark.parametrize("word", ["0", "6", "-1", "een", "1.5", "٣", "9" * 30])
def test_a_version_that_never_was_cannot_be_compared(word: str) -> None:
    assert chosen_versions({"van": word}, newest=5).problem == "unknown"
    assert chosen_versions({"tot": word}, newest=5).problem == "unknown"


def test_a_version_cannot_be_compared_with_itself() -> None:
    assert chosen_versions({"van": "2", "tot": "2"}, newest=5).problem == "equal"


def test_one_version_leaves_nothing_to_compare() -> None:
    assert chosen_versions({"van": "9"}, newest=1).problem == "only_one"
