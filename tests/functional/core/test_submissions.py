"""A form that is sent in twice has one effect and one answer."""

import pytest
from flask import Flask

from app.accounts.kinds import AccountKind
from app.accounts.models import Account
from app.core.clock import now
from app.core.db import db, unit_of_work
from app.core.submissions import answer, claim, new_key, worded


def person(name: str) -> int:
    with unit_of_work():
        account = Account(name=f"{name} (voorbeeld)", kind=AccountKind.LOCAL, created_at=now())
        db.session.add(account)
        db.session.flush()
        return account.id


def send_in(key: str, account_id: int, url: str) -> str:
    with unit_of_work():
        earlier = claim(key, account_id)
        if earlier is None:
            answer(key, account_id, url)
        return earlier or url


def test_the_second_sending_gets_the_first_answer(context: Flask) -> None:
    sam, key = person("Sam"), new_key()
    assert send_in(key, sam, "/voorstellen/1") == "/voorstellen/1"
    assert send_in(key, sam, "/voorstellen/2") == "/voorstellen/1"


def test_a_sending_that_failed_may_be_tried_again(context: Flask) -> None:
    sam, key = person("Sam"), new_key()
    with pytest.raises(ZeroDivisionError), unit_of_work():
        claim(key, sam)
        _ = 1 / 0
    assert send_in(key, sam, "/voorstellen/1") == "/voorstellen/1"


def test_a_key_of_another_person_tells_nothing(context: Flask) -> None:
    key = new_key()
    send_in(key, person("Sam"), "/voorstellen/1")
    assert send_in(key, person("Noor"), "/voorstellen/2") == "/voorstellen/2"


def test_a_form_with_other_words_is_another_form() -> None:
    assert worded("key", "Moed", 3) == worded("key", "Moed", 3)
    assert len({worded("key", "Moed", 3), worded("key", "Moed", 4), worded("other", "Moed", 3)}) == 3
