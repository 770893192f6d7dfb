"""Accounts from the command line, and preparing a site."""

import pytest
from flask import Flask
from sqlalchemy import func, select

from app.accounts.models import Account
from app.accounts.queries import all_accounts
from app.core.db import db
from tests.browsing import Visitor

ADD = ["accounts", "add", "--name", "Noor Voorbeeld", "--email", "Noor@voorbeeld.test", "--password-stdin"]


def test_an_added_account_can_sign_in_with_its_password(app: Flask) -> None:
    command = [*ADD, "--role", "member", "--role", "editor"]
    result = app.test_cli_runner().invoke(args=command, input="een lang wachtwoord\n")
    assert result.exit_code == 0, result.output
    answer = Visitor(app).post(
        "/aanmelden", {"email": "noor@voorbeeld.test", "wachtwoord": "een lang wachtwoord"}
    )
    assert answer.status_code == 303
    with app.app_context():
        assert [sorted(account.person.roles) for account in all_accounts()] == [["editor", "member"]]


def test_without_a_password_on_standard_input_it_asks_twice(app: Flask) -> None:
    command = [*ADD[:-1], "--role", "reader"]
    typed = "een lang wachtwoord\neen lang wachtwoord\n"
    result = app.test_cli_runner().invoke(args=command, input=typed)
    assert result.exit_code == 0
    assert "een lang wachtwoord" not in result.output


@pytest.mark.parametrize(
    ("command", "password", "sentence"),
    [
        ([*ADD, "--role", "member"], "te kort", "at least 12"),
        ([*ADD, "--role", "member", "--email", "noor"], "een lang wachtwoord", "not an e-mail address"),
        ([*ADD, "--role", "member", "--name", " \u200b"], "een lang wachtwoord", "name is empty"),
        ([*ADD, "--role", "baas"], "een lang wachtwoord", "'baas' is not one of"),
        (ADD, "een lang wachtwoord", "--role"),
        (["accounts", "deactivate", "--email", "niemand@voorbeeld.test"], "", "no account"),
    ],
)
def test_what_cannot_be_done_gets_a_line_and_changes_nothing(
    app: Flask, command: list[str], password: str, sentence: str
) -> None:
    result = app.test_cli_runner().invoke(args=command, input=f"{password}\n")
    assert result.exit_code != 0
    assert sentence in result.output
    with app.app_context():
        assert db.session.scalar(select(func.count()).select_from(Account)) == 0


def test_an_address_is_used_once(app: Flask) -> None:
    for expected in (0, 1):
        result = app.test_cli_runner().invoke(args=[*ADD, "--role", "member"], input="een lang wachtwoord\n")
        assert result.exit_code == expected
    assert "There is an account with that e-mail address." in result.output


def test_the_list_shows_who_is_closed(app: Flask) -> None:
    runner = app.test_cli_runner()
    runner.invoke(args=[*ADD, "--role", "member"], input="een lang wachtwoord\n")
    runner.invoke(args=["accounts", "deactivate", "--email", "noor@voorbeeld.test"])
    output = runner.invoke(args=["accounts", "list"]).output
    assert output == "noor@voorbeeld.test\tNoor Voorbeeld\tmember (not active)\n"
