"""An agenda is typed as lines and comes back as it was typed."""

import pytest

from app.conversations.formats.rules import (
    MOST_PARTS,
    SLUGS,
    AgendaPart,
    FormatQuestion,
    format_with_slug,
    kept_agenda,
    read_agenda,
    read_questions,
    to_keep,
    written_agenda,
    written_questions,
)
from app.conversations.kinds import ConversationFormat
from app.core.errors import Invalid

AGENDA = (AgendaPart("Welkom", 5), AgendaPart("Kennismaken", 10, "Eén zin per persoon."))


def test_an_agenda_reads_back_as_it_was_written_and_kept() -> None:
    assert read_agenda(written_agenda(AGENDA)) == AGENDA
    assert kept_agenda(to_keep(AGENDA)) == AGENDA


@pytest.mark.parametrize(
    "line", ["5 Welkom", "  5  Welkom ", "5 min Welkom", "5 minuten: Welkom", "5m - Welkom", "5' Welkom"]
)
def test_minutes_are_understood_as_people_write_them(line: str) -> None:
    assert read_agenda(f"\n{line}\n\n") == (AgendaPart("Welkom", 5),)


@pytest.mark.parametrize(
    "line", ["Welkom", "Welkom 5", "5", "0 Welkom", "999 Welkom", "5 | uitleg", "5 " + "x" * 400]
)
def test_a_line_that_cannot_be_read_is_named_by_its_number(line: str) -> None:
    with pytest.raises(Invalid) as refused:
        read_agenda(f"5 Welkom\n\n{line}")
    assert (refused.value.code, refused.value.facts) == ("agenda_line_unreadable", {"line": 3})


def test_an_agenda_has_an_end() -> None:
    assert len(read_agenda("5 Welkom\n" * MOST_PARTS)) == MOST_PARTS
    with pytest.raises(Invalid, match="agenda_too_many_parts"):
        read_agenda("5 Welkom\n" * (MOST_PARTS + 1))


def test_every_format_has_an_address_of_its_own() -> None:
    assert {format_with_slug(slug) for slug in SLUGS.values()} == set(ConversationFormat)
    assert format_with_slug("bestaat-niet") is None


def test_questions_read_back_as_they_were_written_with_the_names_of_their_groups() -> None:
    questions = (
        FormatQuestion("head", "Wat weet je?"),
        FormatQuestion("", "En nu?"),
        FormatQuestion("", "Dus?"),
    )
    names = {"head": "hoofd", "": "Tot slot"}
    text = written_questions(questions, names)
    assert text == "# hoofd\nWat weet je?\n\n# Tot slot\nEn nu?\nDus?"
    assert read_questions(text, {"hoofd": "head", "tot slot": ""}) == questions
    assert read_questions("Los\n## Eigen kop\n- Vraag", {}) == (
        FormatQuestion("", "Los"),
        FormatQuestion("Eigen kop", "Vraag"),
    )
