"""What people meet on the screens about bouwstenen."""

import re

import pytest
from flask import Flask

from app.building_blocks.kinds import BuildingBlockKind, BuildingBlockStatus
from app.core.permissions import Role
from tests.block_builders import hand_in, note_block, status_of
from tests.browsing import Visitor
from tests.builders import make_account, make_topic
from tests.conversation_builders import make_conversation
from tests.proposal_builders import make_actor
from tests.statements import counted_statements

TEXT = "Wie in de spreekkamer tegenspraak vraagt, hoort meer."


@pytest.fixture
def people(app: Flask) -> dict[str, Visitor]:
    """A host with a harvest of three, of which two are handed in; a colleague and a redacteur."""
    with app.app_context():
        host = make_actor("Noor Voorbeeld", Role.MEMBER)
        topic = make_topic()
        here = make_conversation(host.account_id or 0)
        first = note_block(TEXT, here, kind=BuildingBlockKind.TIP, topic_ids=[topic])
        second = note_block("In de spreekkamer hoort wie tegenspraak vraagt meer.", here)
        note_block("Een notitie van de burgemeester.", here)
        hand_in(host, here, first, second)
        others = {
            "colleague": make_account("Sam Voorbeeld"),
            "redacteur": make_account("Fenna", [Role.EDITOR]),
        }
    accounts = {"host": host.account_id or 0, **others}
    return {name: Visitor(app).sign_in(account) for name, account in accounts.items()}


def test_a_note_is_seen_by_who_edits_its_conversation_and_nobody_else(people: dict[str, Visitor]) -> None:
    for name, seen in (("host", True), ("redacteur", True), ("colleague", False)):
        assert ("burgemeester" in people[name].get("/bouwstenen?stand=genoteerd").text) is seen, name
        assert people[name].get("/bouwstenen/3").status_code == (200 if seen else 404), name
        assert "burgemeester" not in people[name].get("/bouwstenen").text


def test_what_was_withdrawn_or_said_before_a_correction_is_read_by_insiders_only(
    people: dict[str, Visitor],
) -> None:
    host, colleague, redacteur = (people[name] for name in ("host", "colleague", "redacteur"))
    fields = {"tekst": "Wie vraagt, hoort meer.", "soort": "tip", "verberg": "1", "gezien": "2"}
    gone = redacteur.post("/bouwstenen/1/aanpassen", fields | {"themas": "9999"})
    assert gone.status_code == 422 and "Wie vraagt, hoort meer." in gone.text
    assert redacteur.post("/bouwstenen/1/aanpassen", fields).status_code == 303
    assert TEXT in host.get("/bouwstenen/1").text
    assert TEXT not in colleague.get("/bouwstenen/1").text
    assert "Wie vraagt, hoort meer." in colleague.get("/bouwstenen/1").text
    redacteur.post("/bouwstenen/1/intrekken", {"reden": "Op verzoek.", "gezien": "3"})
    assert "Wie vraagt, hoort meer." in host.get("/bouwstenen?stand=ingetrokken").text
    for page in ("/bouwstenen/1", "/bouwstenen?stand=ingetrokken", "/bouwstenen", "/zoeken?q=vraagt"):
        assert "Wie vraagt, hoort meer." not in colleague.get(page).text, page
    assert "Op verzoek." in colleague.get("/bouwstenen/1").text


def test_words_that_may_point_at_a_person_are_kept_only_after_a_warning(people: dict[str, Visitor]) -> None:
    said = {"tekst": "Bakker weet het: mail noor@voorbeeld.nl.", "soort": "tip", "gezien": "2"}
    why = {"reden": "Zo zei Noor Voorbeeld het.", "gezien": "3"}
    for address, sent in (("/bouwstenen/1/aanpassen", said), ("/bouwstenen/1/parkeren", why)):
        warned = people["redacteur"].post(address, sent)
        assert warned.status_code == 422 and warned.text.count("(“") == 1
        assert (sent.get("tekst") or sent["reden"]) in warned.text
        assert people["redacteur"].post(address, sent | {"bevestigd": "1"}).status_code == 303


def test_a_choice_leaves_out_what_it_does_not_name(people: dict[str, Visitor]) -> None:
    chosen = people["colleague"].get("/bouwstenen?soort=tip&thema=tegenspraak&zoek=spreekkamers&ongebruikt=1")
    assert "1 bouwsteen" in chosen.text and TEXT in chosen.text
    for nothing in (
        "soort=citaat",
        "thema=openheid",
        "deel=hart",
        "gesprek=9",
        "stand=verwerkt",
        "zoek=elders",
    ):
        assert "Met deze keuze is er niets" in people["colleague"].get(f"/bouwstenen?{nothing}").text, nothing
    for found in ("%231", "Spreekkam*", "wie%20vraagt"):
        assert TEXT in people["colleague"].get(f"/bouwstenen?zoek={found}").text, found


def test_the_redactie_merges_with_a_likely_duplicate_by_its_number(people: dict[str, Visitor]) -> None:
    page = people["redacteur"].get("/redactie/bouwstenen")
    assert page.text.index("Bouwsteen 2:") < page.text.index("Bouwsteen 1:")
    assert not re.search(r'name="met"[^>]* checked', page.text), "nothing that merges is chosen beforehand"
    data = {"met": "2", "gezien": "2", "terug": "/redactie/bouwstenen"}
    answer = people["redacteur"].post("/bouwstenen/1/samenvoegen", data)
    assert (answer.status_code, answer.location) == (303, "/redactie/bouwstenen")
    assert "spreekt er nu voor" in people["colleague"].get("/bouwstenen/1").text
    assert TEXT in people["colleague"].get("/bouwstenen/2").text


def test_a_stale_form_is_refused_with_a_sentence_and_its_words(
    people: dict[str, Visitor], app: Flask
) -> None:
    people["redacteur"].post("/bouwstenen/1/opnemen", {"gezien": "2"})
    late = people["redacteur"].post("/bouwstenen/1/parkeren", {"gezien": "2", "reden": "Dit past hier niet."})
    assert late.status_code == 409
    assert "was je net voor: opgenomen." in late.text and "Dit past hier niet." in late.text
    again = people["redacteur"].post("/bouwstenen/1/parkeren", {"gezien": "3", "reden": " "})
    assert again.status_code == 422 and "Schrijf op waarom" in again.text
    with app.app_context():
        assert status_of(1) is BuildingBlockStatus.ACCEPTED


def test_a_colleague_takes_no_steps_with_what_others_harvested(people: dict[str, Visitor]) -> None:
    for step in ("opnemen", "aanpassen", "samenvoegen", "parkeren", "intrekken"):
        assert people["colleague"].get(f"/bouwstenen/1/{step}").status_code == 403
        sent = {"gezien": "2", "tekst": "Iets.", "soort": "tip", "met": "2", "reden": "Zo."}
        assert people["colleague"].post(f"/bouwstenen/1/{step}", sent).status_code == 403


def test_the_screens_ask_little_of_the_database(people: dict[str, Visitor], app: Flask) -> None:
    for url in ("/bouwstenen?zoek=spreekkamer", "/bouwstenen/1", "/redactie/bouwstenen"):
        with counted_statements(app) as statements:
            assert people["redacteur"].get(url).status_code == 200
        assert len(statements) <= 12, url


def test_colleagues_find_bouwstenen_in_the_search_and_nobody_else_does(
    people: dict[str, Visitor], app: Flask
) -> None:
    for asked in ("spreekkamers", "spreekkam*", '"wie tegenspraak vraagt" -minister'):
        found = people["colleague"].get("/zoeken", query_string={"q": asked}).text
        assert TEXT in found, asked
        assert TEXT not in Visitor(app).get("/zoeken", query_string={"q": asked}).text
    assert "Een notitie van" not in people["host"].get("/zoeken?q=notitie").text
