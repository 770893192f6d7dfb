"""Reading a form: clean values, everything that was typed kept, and a Dutch sentence for what is wrong."""

from datetime import date
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from app.core.errors import Invalid
from app.web.forms import FormReader


class Size(StrEnum):
    SMALL = "small"
    LARGE = "large"


def reader(*fields: tuple[str, str]) -> FormReader:
    return FormReader(MultiDict(fields))


def test_a_line_loses_spaces_around_it_and_signs_that_nobody_sees() -> None:
    form = reader(("titel", "  Moed\u202e \r\n en\x02\u200b  maat "))
    assert form.line("titel") == "Moed en maat"
    assert form.ok


def test_a_text_keeps_its_lines_and_indents() -> None:
    form = reader(("tekst", "  a\r\n\tb\rc\x00\n"))
    assert form.text("tekst") == "  a\n\tb\nc\n"


def test_an_accent_of_two_signs_becomes_one() -> None:
    assert reader(("titel", "cafe\u0301")).line("titel") == "caf\u00e9"


@pytest.mark.parametrize("nothing", [" \u200b ", "\u00ad\u200d"])
def test_an_empty_required_line_is_refused_in_words_of_its_own(nothing: str) -> None:
    form = reader(("titel", nothing))
    form.line("titel", required=True)
    assert form.errors == {"titel": "Vul een titel in."}


def test_a_text_that_is_too_long_is_refused_and_kept() -> None:
    form = reader(("tekst", "a" * 1_201))
    assert len(form.text("tekst", limit=1_200)) == 1_201
    assert "1.201" in form.errors["tekst"]


@pytest.mark.parametrize("value", ["-1", "1.5", "12abc", "9" * 19, "\u0663", "{}", "1 2"])
def test_a_number_that_is_no_identifier_is_refused(value: str) -> None:
    form = reader(("thema", value))
    assert form.identifier("thema") is None
    assert form.identifiers("thema") == ()
    assert "thema" in form.errors


def test_ticked_rows_come_once_each_in_order() -> None:
    assert reader(("thema", "3"), ("thema", "1"), ("thema", "3"), ("thema", "")).identifiers("thema") == (
        3,
        1,
    )


def test_of_a_doubled_field_the_first_value_counts() -> None:
    form = reader(("rol", "small"), ("rol", "large"), ("titel", "een"), ("titel", "twee"))
    assert (form.choice("rol", Size), form.line("titel")) == (Size.SMALL, "een")


def test_a_word_outside_the_enumeration_is_refused() -> None:
    form = reader(("maat", "SMALL"))
    assert form.choice("maat", Size) is None
    assert form.errors["maat"].startswith("Deze keuze bestaat niet")


def test_a_choice_that_may_be_left_open_may_be_left_open() -> None:
    form = reader()
    assert form.choice("maat", Size, required=False) is None
    assert form.ok


@pytest.mark.parametrize("typed", ["2026-11-03", "3-11-2026", "03-11-2026", " 3-11-2026 "])
def test_a_day_is_read_as_browsers_and_people_write_it(typed: str) -> None:
    assert reader(("tot", typed)).day("tot") == date(2026, 11, 3)


@pytest.mark.parametrize("typed", ["31-2-2026", "3-11-26", "morgen", "0000-01-01", "9999-12-31", "²-11-2026"])
def test_what_is_no_day_is_refused(typed: str) -> None:
    form = reader(("tot", typed))
    assert form.day("tot") is None
    assert "Dit is geen dag" in form.errors["tot"]


def test_what_a_service_refused_stands_at_its_field() -> None:
    form = reader()
    form.refuse(Invalid("email_taken", field="email"))
    form.fail("email", "required")
    assert form.errors == {"email": "Er is al een account met dit e-mailadres."}


def test_a_form_that_comes_back_is_never_right_at_once() -> None:
    form = reader(("titel", "Moed"), ("_herstel", "1"))
    assert form.line("titel", required=True) == "Moed"
    assert not form.ok


@given(st.text())
def test_any_typed_text_can_be_read_and_read_again_without_change(typed: str) -> None:
    once = reader(("tekst", typed)).text("tekst")
    assert reader(("tekst", once)).text("tekst") == once
    once.encode("utf-8")
