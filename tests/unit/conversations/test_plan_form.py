"""The form of a plan before anything is typed."""

from datetime import date

from werkzeug.datastructures import MultiDict

from app.conversations.kinds import ConversationFormat, WorkKind
from app.conversations.planning.forms import TypedUnit, beginning, read_plan
from app.conversations.planning.rules import MOST_UNITS
from app.web.forms import FormReader


def test_a_plan_begins_with_what_is_not_talked_about_yet() -> None:
    typed = beginning(date(2026, 9, 3), {"vorm": "model-van-de-ambtenaar", "werk": "ander werk"}, 4)
    assert (typed.day, typed.topic_id, typed.format) == ("2026-09-03", 4, ConversationFormat.MODEL)
    assert typed.rows[0] == TypedUnit(work_kind=WorkKind.OTHER)
    assert (len(typed.rows), typed.rows_at_once) == (MOST_UNITS, 3)


def test_words_that_mean_nothing_leave_the_form_as_it_usually_is() -> None:
    typed = beginning(date(2026, 9, 3), {"vorm": "dans", "werk": "policy"}, None)
    assert (typed.format, typed.units) == (ConversationFormat.QUESTIONS, ())


def test_an_hour_that_the_clock_skips_is_refused_at_its_field() -> None:
    for day, refused in (("2027-03-28", True), ("2027-10-31", False), ("2027-03-27", False)):
        reader = FormReader(MultiDict({"dag": day, "tijd": "2:30"}))
        read_plan(reader)
        assert ("tijd" in reader.errors) is refused, day
