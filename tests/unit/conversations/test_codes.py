"""A code cannot be guessed, and survives paper, reading aloud and typing over."""

from math import log2

import pytest

from app.conversations.codes import LENGTH, SIGNS, new_code, read_code, shown_code


def test_a_code_is_fifty_bits() -> None:
    assert log2(len(set(SIGNS))) * LENGTH == 50
    codes = {new_code() for _ in range(500)}
    assert len(codes) == 500 and all(read_code(code) == code for code in codes)


@pytest.mark.parametrize(
    "typed", ["01ABC-DEF2H", "01abcdef2h", " o1abc def2h ", "OLABC-DEF2H", "0iabc-def2h"]
)
def test_who_types_a_look_alike_or_a_hyphen_is_understood(typed: str) -> None:
    assert read_code(typed) == "01ABCDEF2H"
    assert shown_code("01ABCDEF2H") == "01ABC-DEF2H"


@pytest.mark.parametrize("typed", ["", "01ABC-DEF2", "01ABC-DEF2HH", "01ABC_DEF2H", "UUUUUUUUUU", "0" * 1000])
def test_what_cannot_be_a_code_is_none(typed: str) -> None:
    assert read_code(typed) is None
