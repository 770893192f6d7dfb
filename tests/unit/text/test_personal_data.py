"""The check on personal data: what it finds, what it leaves alone, and that it is never slow."""

import time
from pathlib import Path
from typing import Any

import pytest
import yaml

from app.text.personal_data.finding import find_personal_data
from app.text.personal_data.names import KnownNames
from app.text.personal_data.numbers import passes_eleven_test

FILE = Path(__file__).with_name("personal_data_cases.yml")
CASES: dict[str, Any] = yaml.safe_load(FILE.read_text("utf-8"))
COLLEAGUES = KnownNames.of_people(CASES["colleagues"])
HOSTILE = (
    "a" * 5,
    "0",
    "06 ",
    "1 ",
    "A.",
    "van de ",
    "Noor ",
    "a@",
    "@a.",
    "x.",
    "1-",
    "AB-12-",
    "+31 ",
    "(",
)


@pytest.mark.parametrize(("sentence", "kind", "words"), CASES["found"])
def test_what_points_at_a_person_is_found_whole(sentence: str, kind: str, words: str) -> None:
    findings = find_personal_data(sentence, COLLEAGUES)
    assert [(found.kind, found.words) for found in findings] == [(kind, words)]
    assert sentence[findings[0].start : findings[0].end] == words


@pytest.mark.parametrize("sentence", CASES["not_found"])
def test_what_points_at_nobody_is_left_alone(sentence: str) -> None:
    assert find_personal_data(sentence, COLLEAGUES) == ()


def test_every_kind_in_one_text_is_told_in_order() -> None:
    text = "Noor (BSN 123456782) rijdt in GV-123-B, bel 0612345678 of mail n@voorbeeld.test."
    kinds = ["name", "citizen_number", "licence_plate", "phone", "email"]
    assert [found.kind for found in find_personal_data(text, COLLEAGUES)] == kinds


def test_names_are_read_as_accounts_have_them() -> None:
    one, other = (
        KnownNames.of_people([name]) for name in ("Jip van der Testerink", "Testerink, Jip van der")
    )
    assert one == other == KnownNames(frozenset({"jip"}), frozenset({"testerink"}))
    assert KnownNames.of_people(["", "de", "J. Testerink"]) == KnownNames(surnames=frozenset({"testerink"}))


def test_one_wrong_digit_fails_the_eleven_test() -> None:
    assert passes_eleven_test("111222333")
    assert not any(passes_eleven_test(f"11122233{last}") for last in "012456789")


@pytest.mark.parametrize("part", HOSTILE)
def test_a_hostile_text_is_not_slower_than_a_long_one(part: str) -> None:
    text = (part * 20_000)[:20_000]
    began = time.process_time()
    find_personal_data(text, COLLEAGUES)
    assert time.process_time() - began < 2


def test_five_thousand_words_take_no_noticeable_time() -> None:
    text = " ".join(sentence for sentence, *_ in CASES["found"] for _ in range(20))
    began = time.process_time()
    find_personal_data(" ".join(text.split()[:5_000]), COLLEAGUES)
    assert time.process_time() - began < 0.5
