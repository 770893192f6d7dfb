"""What a visitor sees when something goes wrong."""

import logging
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import text

from app.core.db import db
from tests.browsing import Visitor


def test_a_missing_page_offers_to_search(anonymous: Visitor) -> None:
    answer = anonymous.get("/pagina/<script>alert(1)</script>")
    assert answer.status_code == 404
    assert 'action="/zoeken"' in answer.text
    assert "<script>alert" not in answer.text


def test_a_failure_has_a_number_in_page_and_log_and_shows_nothing_inside(
    member: Visitor, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        answer = member.get("/voorbeeld/kapot?x=%0a")
    assert answer.status_code == 500
    assert "geheim" not in answer.text and "Traceback" not in answer.text
    [entry] = [record for record in caplog.records if record.name == "app.web.errors"]
    assert entry.exc_info
    assert entry.getMessage().split()[1] in answer.text


def test_a_failing_form_shows_what_was_typed(member: Visitor) -> None:
    answer = member.post("/voorbeeld/kapot", {"tekst": "Mijn lange zin.", "sleutel": "Kx9 geheim"})
    assert answer.status_code == 500
    assert "Mijn lange zin." in answer.text
    assert "Kx9" not in answer.text


def test_a_conflict_says_what_happened_and_keeps_the_text(member: Visitor) -> None:
    answer = member.post("/voorbeeld/conflict", {"tekst": "Mijn lange zin."})
    assert answer.status_code == 409
    assert "De pagina is net weer veranderd." in answer.text
    assert "Mijn lange zin." in answer.text


def test_too_large_a_form_gets_a_dutch_page(member: Visitor) -> None:
    answer = member.post("/voorbeeld/formulier", {"tekst": "x" * (12 * 1024 * 1024)})
    assert answer.status_code == 413
    assert "te groot" in answer.text


def test_a_text_of_200_000_signs_comes_through(member: Visitor) -> None:
    answer = member.post("/voorbeeld/formulier", {"tekst": "é" * 200_000})
    assert answer.status_code == 303


def test_a_database_that_fails_gets_a_sentence_and_a_number(app: Flask, member: Visitor) -> None:
    with app.app_context(), db.engine.begin() as connection:
        connection.execute(text("DROP TABLE login_session"))
    answer = member.post("/voorbeeld/formulier", {"tekst": "Mijn lange zin."})
    assert answer.status_code in {500, 503}
    assert "Mijn lange zin." in answer.text


def test_no_error_page_speaks_english(anonymous: Visitor) -> None:
    folder = Path(__file__).parents[3] / "app" / "templates" / "errors"
    for page in folder.glob("*.html"):
        assert "{% extends" in page.read_text(encoding="utf-8")
    assert "Not Found" not in anonymous.get("/x").text
