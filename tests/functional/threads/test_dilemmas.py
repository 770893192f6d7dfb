"""Dilemmas with a database: opened by the redactie, chosen about once by each, shown without names."""

from collections.abc import Iterator

import pytest
from flask import Flask

from app.building_blocks.kinds import BuildingBlockKind
from app.core.db import unit_of_work
from app.core.errors import Conflict, Forbidden
from app.core.permissions import Actor, Role
from app.threads.dilemmas import service
from app.threads.dilemmas.queries import choice_of, dilemmas, reasons_of, spread_of
from app.threads.dilemmas.service import Ways
from app.threads.kinds import DilemmaSide
from tests.browsing import Visitor
from tests.conversation_builders import make_building_block
from tests.proposal_builders import make_actor
from tests.thread_builders import open_as_dilemma

FIRST, SECOND = DilemmaSide.FIRST, DilemmaSide.SECOND
ASKED = "Meld je een fout meteen, of zoek je eerst uit wat er misging?"


@pytest.fixture
def redacteur(app: Flask) -> Iterator[Actor]:
    with app.app_context():
        yield make_actor("redacteur voorbeeld", Role.EDITOR)


def opened(redacteur: Actor) -> int:
    number = make_building_block(ASKED, kind=BuildingBlockKind.DILEMMA)
    open_as_dilemma(redacteur, number)
    return number


def choose(actor: Actor, number: int, side: DilemmaSide, reason: str = "", *, key: str = "a") -> None:
    with unit_of_work():
        service.choose(actor, number, side, reason=reason, voter_key=key)


def test_a_person_chooses_once_and_may_choose_otherwise(redacteur: Actor) -> None:
    number = opened(redacteur)
    choose(redacteur, number, FIRST, "Eerlijk is eerlijk.")
    choose(redacteur, number, SECOND, "Bij nader inzien.")
    choose(redacteur, number, FIRST, key="b")
    assert spread_of(number).counts == {FIRST: 1, SECOND: 1}
    assert [one.reason for one in reasons_of(number)] == ["Bij nader inzien."]
    mine = choice_of(number, "a")
    assert mine is not None
    assert mine.side is SECOND


def test_only_a_dilemma_is_opened_and_once(redacteur: Actor) -> None:
    with pytest.raises(Conflict):
        open_as_dilemma(redacteur, make_building_block())
    number = opened(redacteur)
    open_as_dilemma(redacteur, number)  # the same form, sent twice
    with pytest.raises(Conflict), unit_of_work():
        service.open_dilemma(redacteur, number, Ways(first="Iets anders", second="Nog iets"))
    assert [one.number for one in dilemmas()] == [number]


def test_about_what_is_closed_nobody_chooses_until_it_is_open_again(redacteur: Actor) -> None:
    number = opened(redacteur)
    with unit_of_work():
        service.close_dilemma(redacteur, number)
    with pytest.raises(Conflict):
        choose(redacteur, number, FIRST)
    with unit_of_work():
        service.close_dilemma(redacteur, number, back=True)
    choose(redacteur, number, FIRST)


def test_a_lezer_does_not_choose(redacteur: Actor) -> None:
    number = opened(redacteur)
    with pytest.raises(Forbidden):
        choose(make_actor("lezer voorbeeld", Role.READER), number, FIRST)


def test_what_others_chose_is_seen_after_one_s_own_choice_and_from_three_on(app: Flask) -> None:
    with app.app_context():
        redacteur = make_actor("redacteur voorbeeld", Role.EDITOR)
        number = opened(redacteur)
        choose(redacteur, number, FIRST, "De reden van een ander.", key="x")
    visitor, url = Visitor(app).sign_in(redacteur.account_id or 0), f"/dilemmas/{number}"
    assert "Wat collega's kozen" not in visitor.get(url).text
    assert visitor.post(url, {"keuze": "second", "reden": "Mijn reden."}).status_code == 303
    after_two = visitor.get(url).text
    assert "te weinig keuzes" in after_two
    assert "De reden van een ander." not in after_two
    with app.app_context():
        choose(redacteur, number, FIRST, key="y")
    after_three = visitor.get(url).text
    assert "De reden van een ander." in after_three
    assert "67%" in after_three
    assert "redacteur voorbeeld" not in after_three.partition("<main")[2]
    named = {"keuze": "first", "reden": "Bel 06-12345678."}
    assert "(“06-12345678”)" in visitor.post(url, named).text
    assert visitor.post(url, named | {"bevestigd": "1"}).status_code == 303
    missing = visitor.post(url, {"reden": "Ik twijfel nog."})
    assert (missing.status_code, "Ik twijfel nog." in missing.text) == (422, True)
    visitor.post(f"{url}/sluiten")
    late = visitor.post(url, {"keuze": "first", "reden": "Ik was te laat."})
    assert (late.status_code, "Ik was te laat." in late.text) == (409, True)
