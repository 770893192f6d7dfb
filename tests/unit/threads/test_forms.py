"""The numbers of bouwstenen as people write them."""

import pytest
from werkzeug.datastructures import MultiDict

from app.threads.forms import read_placing
from app.web.forms import FormReader


def test_numbers_are_read_as_people_write_them() -> None:
    typed, _ = read_placing(FormReader(MultiDict({"nummers": "12, 15 en 12;20", "stap": "erop"})))
    assert typed.chosen == (12, 15, 20)


@pytest.mark.parametrize("written", ["vier", "-1", "٣", "2147483648", "9" * 5_000])
def test_what_is_no_number_of_a_bouwsteen_is_refused_and_stays(written: str) -> None:
    reader = FormReader(MultiDict({"nummers": written, "stap": "erop"}))
    assert read_placing(reader)[0].numbers == written
    assert "nummers" in reader.errors
