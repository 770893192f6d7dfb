"""Noting in one line, and bringing the harvest of a conversation into shape."""

from dataclasses import dataclass

import pytest
from flask import Flask

from app.building_blocks.harvesting.queries import noted_in
from app.building_blocks.kinds import BuildingBlockKind
from app.building_blocks.queries import ShownBlock
from app.core.permissions import Role
from app.web.queued import FIELD
from tests.browsing import Visitor
from tests.builders import make_account
from tests.conversation_builders import make_conversation


@dataclass(frozen=True, slots=True)
class Table:
    """A conversation that is being held, and the visitor who hosts it."""

    app: Flask
    host: Visitor
    number: int

    @property
    def harvest(self) -> str:
        """Where it is harvested."""
        return f"/gesprekken/{self.number}/oogst"

    def noted(self) -> list[ShownBlock]:
        """What was noted, as it stands now."""
        with self.app.app_context():
            return noted_in(self.number)


@pytest.fixture
def table(app: Flask) -> Table:
    with app.app_context():
        host = make_account("Sanne Proefpersoon", [Role.MEMBER])
        number = make_conversation(host)
    return Table(app, Visitor(app).sign_in(host), number)


def test_a_line_that_is_sent_twice_is_noted_once(table: Table) -> None:
    line = {"tekst": "d: Snel of zorgvuldig? @buik", "sleutel": "telefoon-1"}
    assert table.host.post(f"{table.harvest}/noteer", line).status_code == 303
    again = table.host.post(f"{table.harvest}/noteer", {**line, FIELD: "1"})
    (noted,) = table.noted()
    assert (noted.text, noted.kind) == ("Snel of zorgvuldig?", BuildingBlockKind.DILEMMA)
    assert again.json is not None
    assert f'id="bouwsteen-{noted.number}"' in again.json["regel"]


def test_another_line_under_the_same_key_comes_back_in_its_field(table: Table) -> None:
    table.host.post(f"{table.harvest}/noteer", {"tekst": "De eerste.", "sleutel": "een"})
    answer = table.host.post(f"{table.harvest}/noteer", {"tekst": "De tweede.", "sleutel": "een"})
    assert answer.status_code == 409
    assert 'value="De tweede."' in answer.text
    assert 'value="een"' not in answer.text


def test_nobody_else_notes_in_a_conversation(table: Table) -> None:
    with table.app.app_context():
        stranger = make_account("Tijs Vreemdeling", [Role.MEMBER])
    visitor = Visitor(table.app).sign_in(stranger)
    assert visitor.get(f"/gesprekken/{table.number}/voeren").status_code == 403
    assert visitor.post(f"{table.harvest}/noteer", {"tekst": "Ik was er niet."}).status_code == 403
    assert table.noted() == []


def test_what_points_at_a_person_is_told_at_the_line(table: Table) -> None:
    table.host.post(f"{table.harvest}/noteer", {"tekst": "Proefpersoon zei: bel 06-12345678."})
    page = table.host.get(f"/gesprekken/{table.number}/voeren").text
    assert "een naam (“Proefpersoon”)" in page
    assert "een telefoonnummer (“06-12345678”)" in page


def test_what_other_screens_noted_is_told_once(table: Table) -> None:
    address = f"/gesprekken/{table.number}/voeren/stand"
    first = table.host.get(address)
    known = {"If-None-Match": first.headers["ETag"]}
    assert table.host.get(address, headers=known).status_code == 304
    table.host.post(f"{table.harvest}/noteer", {"tekst": "De brief kwam te laat."})
    later = table.host.get(address, headers=known)
    assert (later.status_code, "De brief kwam te laat." in later.text) == (200, True)


def test_a_line_for_the_model_that_does_not_fit_is_still_to_be_read(table: Table) -> None:
    address, long = f"/gesprekken/{table.number}/voeren/model", "Denkt na. " * 31
    refused = table.host.post(address, {"plek": "head", "zin": long})
    assert (refused.status_code, long.strip() in refused.text) == (422, True)
    assert table.host.post(address, {"plek": "head", "zin": ""}).status_code == 303


def test_who_writes_in_a_conversation_that_is_off_is_told_so(table: Table) -> None:
    address = f"/gesprekken/{table.number}"
    screens = [f"{address}/{screen}" for screen in ("voeren", "oogst", "canvas", "model")]

    def told() -> list[bool]:
        return ["Dit gesprek is afgezegd" in table.host.get(screen).text for screen in screens]

    assert told() == [False] * 4
    assert table.host.post(f"{address}/stap", {"stap": "afzeggen"}).status_code == 303
    assert told() == [True] * 4
