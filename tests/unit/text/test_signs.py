"""Which signs stay in a text."""

import pytest

from app.text.signs import clean, one_line


@pytest.mark.parametrize("sign", ["\x00", "\x1b", "\ud800", "\ufffe", "\uffff"])
def test_no_sign_stays_that_a_database_or_a_picture_cannot_hold(sign: str) -> None:
    assert clean(f"Moed{sign}ig") == "Moedig"


def test_signs_that_join_others_stay() -> None:
    assert one_line("👩\u200d👧  می\u200cخواهم") == "👩\u200d👧 می\u200cخواهم"
