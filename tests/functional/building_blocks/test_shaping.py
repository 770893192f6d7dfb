"""Shaping a harvest: nothing typed is lost, and nothing that points at a person goes out unasked."""

import pytest
from flask import Flask

from app.building_blocks.harvesting.queries import harvest_of, noted_in, open_entries
from app.building_blocks.queries import ShownBlock
from app.conversations.kinds import CanvasField, ConversationStatus
from app.conversations.models import CanvasEntry
from app.conversations.queries import conversation_at
from app.core.clock import now
from app.core.db import db, unit_of_work
from app.core.permissions import Role
from app.web.queued import FIELD
from tests.block_builders import note_block
from tests.browsing import Visitor
from tests.builders import make_account
from tests.conversation_builders import make_conversation
from tests.statements import counted_statements


class Harvest:
    """A conversation with two notes, one of which has a telephone number, and its host."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        with app.app_context():
            host = make_account("Sanne Proefpersoon", [Role.MEMBER])
            self.number = make_conversation(host, starts_at=now())
            self.first = note_block("De brief kwam te laat.", self.number, actor_id=host)
            self.second = note_block("Bel 06-12345678 en vraag het.", self.number, actor_id=host)
        self.host = Visitor(app).sign_in(host)
        self.url = f"/gesprekken/{self.number}/oogst"

    def noted(self) -> list[ShownBlock]:
        """What was noted, as it stands now."""
        with self.app.app_context():
            return noted_in(self.number)

    def texts(self) -> list[str]:
        """Their words."""
        return [block.text for block in self.noted()]

    def seen(self) -> list[str]:
        """What a form knows of them."""
        return [f"{block.number}:{block.last_event}" for block in self.noted()]


@pytest.fixture
def harvest(app: Flask) -> Harvest:
    return Harvest(app)


def test_what_points_at_a_person_stays_until_somebody_says_that_it_may_go(harvest: Harvest) -> None:
    harvest.host.post(f"{harvest.url}/aanleveren", {"gezien": harvest.seen()})
    assert harvest.texts() == ["Bel 06-12345678 en vraag het."]
    assert "mag zo blijven" in harvest.host.get(harvest.url).text
    harvest.host.post(f"{harvest.url}/aanleveren", {"gezien": harvest.seen(), "akkoord": str(harvest.second)})
    assert harvest.texts() == []
    with harvest.app.app_context():
        assert harvest_of(harvest.number).handed_in == 2
        assert conversation_at(harvest.number).status is ConversationStatus.HARVESTED


def test_the_screen_asks_the_same_of_the_database_for_every_harvest(harvest: Harvest) -> None:
    harvest.host.get(harvest.url)
    with counted_statements(harvest.app) as statements:
        assert harvest.host.get(harvest.url).status_code == 200
    assert len(statements) <= 12


def test_what_changed_after_it_was_read_is_not_handed_in(harvest: Harvest) -> None:
    read = harvest.seen()
    form = {"tekst": "De brief kwam een week te laat.", "gezien": read[0]}
    assert harvest.host.post(f"{harvest.url}/{harvest.first}", form).status_code == 303
    harvest.host.post(f"{harvest.url}/aanleveren", {"gezien": read})
    assert "De brief kwam een week te laat." in harvest.texts()


def test_a_line_for_each_part_is_a_bouwsteen_for_each_part(harvest: Harvest) -> None:
    form = {
        "tekst": "De brief kwam laat.\n\nDat gaf onrust.",
        "stap": "splitsen",
        "gezien": harvest.seen()[0],
    }
    split = [harvest.host.post(f"{harvest.url}/{harvest.first}", form) for _twice in range(2)]
    assert [answer.status_code for answer in split] == [303, 303]
    assert harvest.texts() == ["De brief kwam laat.", "Bel 06-12345678 en vraag het.", "Dat gaf onrust."]


def test_other_words_split_off_later_are_another_bouwsteen(harvest: Harvest) -> None:
    for piece in ("Dat gaf onrust.", "Bel even."):
        form = {"tekst": f"De brief kwam te laat.\n{piece}", "stap": "splitsen", "gezien": harvest.seen()[0]}
        harvest.host.post(f"{harvest.url}/{harvest.first}", form)
    assert harvest.texts()[-2:] == ["Dat gaf onrust.", "Bel even."]


def test_a_bouwsteen_is_shaped_in_its_own_conversation_only(harvest: Harvest) -> None:
    with harvest.app.app_context():
        elsewhere = note_block(
            "Dit zei een ander gesprek.", make_conversation(make_account("Fenna Elders", [Role.MEMBER]))
        )
    for number in (elsewhere, 9_999, 99_999_999_999):
        form = {"tekst": "Dit is niet van ons.", "gezien": f"{number}:1"}
        assert harvest.host.post(f"{harvest.url}/{number}", form).status_code == 404


def test_several_become_one_that_says_it_all(harvest: Harvest) -> None:
    ticked = harvest.seen()
    for _twice in range(2):
        assert harvest.host.post(f"{harvest.url}/samenvoegen", {"bouwsteen": ticked}).status_code == 303
    assert harvest.texts() == ["De brief kwam te laat. Bel 06-12345678 en vraag het."]


def test_what_is_thrown_away_can_come_back(harvest: Harvest) -> None:
    address = f"{harvest.url}/{harvest.first}"
    harvest.host.post(address, {"tekst": "x", "stap": "weggooien", "gezien": harvest.seen()[0]})
    with harvest.app.app_context():
        (gone,) = harvest_of(harvest.number).thrown_away
    harvest.host.post(address, {"stap": "terugzetten", "gezien": f"{gone.number}:{gone.last_event}"})
    assert "De brief kwam te laat." in harvest.texts()


def test_a_form_that_missed_the_answer_writes_over_its_own_words_only(harvest: Harvest) -> None:
    address, old = f"{harvest.url}/{harvest.first}", harvest.seen()[0]
    earlier: list[str] = []
    for text in ("De brief kwam laat.", "De brief kwam veel te laat."):
        saved = harvest.host.post(address, {"tekst": text, "gezien": old, "eerder": earlier, FIELD: "1"})
        assert saved.status_code == 200
        earlier.append(text)
    elsewhere = harvest.host.post(address, {"tekst": "In een ander venster.", "gezien": old, FIELD: "1"})
    assert (elsewhere.status_code, "De brief kwam veel te laat." in elsewhere.text) == (409, True)
    assert harvest.texts()[0] == "De brief kwam veel te laat."
    with harvest.app.app_context():
        redacteur = Visitor(harvest.app).sign_in
        editor = make_account("Tijs Redactie", [Role.EDITOR])
    form = {"tekst": "De brief kwam nooit.", "gezien": old}
    answer = redacteur(editor).post(address, form)
    assert answer.status_code == 409
    assert "De brief kwam nooit." in answer.text
    assert "Nu staat er: De brief kwam veel te laat." in answer.text


def test_lines_of_the_canvas_become_bouwstenen_once(harvest: Harvest) -> None:
    with harvest.app.app_context(), unit_of_work():
        entry = CanvasEntry(
            conversation_id=harvest.number,
            field=CanvasField.MUST_BE_IN,
            text="Tegenspraak hoort erin, zei 06-12345678",
            position=1,
            client_key="een",
            created_at=now(),
        )
        db.session.add(entry)
        db.session.flush()
        entry_id = entry.id
    page = harvest.host.get(harvest.url).text
    offered = page[page.index("Van het canvas") : page.index("Maak hier bouwstenen van")]
    assert "“06-12345678”" in offered
    assert " checked" not in offered
    for _ in range(2):
        harvest.host.post(f"{harvest.url}/overnemen", {"regel": str(entry_id)})
    assert harvest.texts()[2:] == ["Tegenspraak hoort erin, zei 06-12345678"]
    assert "iemand haalde ze weg" in harvest.host.post(f"{harvest.url}/overnemen", {"regel": "9999"}).text
    with harvest.app.app_context():
        assert open_entries(harvest.number) == ()
