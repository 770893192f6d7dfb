"""The form of a proposal, as a browser sends it."""

import pytest
from flask import Flask
from sqlalchemy import func, select

from app.core.db import db
from app.core.permissions import Role
from app.proposals.detail_queries import proposal_head
from app.proposals.models import Proposal
from app.proposals.texts import ChangeText, change_text
from tests.block_builders import hand_in, note_block
from tests.browsing import Visitor
from tests.builders import BODY, make_topic, revise_page
from tests.conversation_builders import make_conversation
from tests.proposal_builders import make_actor, move
from tests.proposal_site import APART, BETTER, Site, hidden, html, went_to

WORDS = {"reden": "Zo leest het sneller.", "wijziging": "Kortere zin"}


def edit_url(site: Site) -> str:
    return f"{site.page.url}/voorstel"


def filled(site: Site, **changes: str) -> dict[str, str]:
    """The form for the whole page, with these fields changed."""
    whole = {"titel": site.page.title, "samenvatting": "Een zin die zegt waar deze pagina over gaat."}
    return {**whole, **WORDS, "tekst": BETTER, "basis": str(site.page.revision_id), "sleutel": "s", **changes}


def sent_in(app: Flask, number: int) -> ChangeText:
    with app.app_context():
        head = proposal_head(number)
        assert head is not None
        return change_text(head.version_id)


def count(app: Flask) -> int:
    with app.app_context():
        return db.session.scalar(select(func.count()).select_from(Proposal)) or 0


def test_the_form_opens_with_the_text_of_the_page(site: Site) -> None:
    page = html(site.visit(site.people.writer).get(edit_url(site)))
    assert "Onder de kop staat nog een zin." in page
    assert hidden(page, "basis") == str(site.page.revision_id)
    assert hidden(page, "sleutel")


def test_a_sent_proposal_says_so_and_waits_for_the_redactie(site: Site) -> None:
    visitor = site.visit(site.people.writer)
    number = went_to(visitor.post(edit_url(site), filled(site)))
    page = html(visitor.get(f"/voorstellen/{number}"))
    assert "Je voorstel is verstuurd." in page
    assert "ingediend" in page
    assert sent_in(site.app, number).content.body == BETTER


def test_a_text_begins_to_name_only_bouwstenen_that_were_handed_in(site: Site) -> None:
    with site.app.app_context():
        host = make_actor("Ada Gastheer", Role.MEMBER)
        conversation = make_conversation(host.account_id or 0)
        good = note_block("Vraag wat je mist.", conversation)
        hand_in(host, conversation)
        noted = note_block("Dit houden we nog bij ons.", conversation)
    visitor = site.visit(site.people.writer)
    text = f"{BODY}\n\nEen zin. [[bouwsteen:{good}]] [[bouwsteen:{noted}]] [[bouwsteen:99999]]\n"
    refused = html(visitor.post(edit_url(site), filled(site, tekst=text)), 422)
    assert f"kunnen geen bron zijn: {noted}, 99999." in refused and f"[[bouwsteen:{noted}]]" in refused
    assert "Deze bouwsteen is nog niet aangeleverd." in refused and "houden we nog bij ons" not in refused
    went_to(visitor.post(edit_url(site), filled(site, tekst=f"{BODY}\n\nEen zin. [[bouwsteen:{good}]]\n")))


def test_a_section_changes_nothing_around_it(site: Site) -> None:
    visitor = site.visit(site.people.writer)
    page = html(visitor.get(f"{edit_url(site)}?sectie=kop-een-kop"))
    assert "## Een kop" in page
    assert "Dit is een voorbeeld." not in page
    fields = {"sectie": "kop-een-kop", "tekst": "## Een kop\n\nEen nieuwe zin.\n"}
    number = went_to(visitor.post(edit_url(site), filled(site) | fields))
    change = sent_in(site.app, number)
    assert change.content.body == BODY.replace("Onder de kop staat nog een zin.", "Een nieuwe zin.")
    assert change.content.title == site.page.title


def test_a_section_that_is_gone_opens_the_whole_page(site: Site) -> None:
    page = html(site.visit(site.people.writer).get(f"{edit_url(site)}?sectie=weg"))
    assert "Dit kopje staat niet (meer) op de pagina." in page
    assert "Dit is een voorbeeld." in page


def test_sending_twice_makes_one_proposal(site: Site) -> None:
    visitor = site.visit(site.people.writer)
    first, again = (went_to(visitor.post(edit_url(site), filled(site))) for _ in range(2))
    assert first == again
    assert count(site.app) == 1


def test_going_back_and_sending_other_words_loses_none_of_them(site: Site) -> None:
    visitor = site.visit(site.people.writer)
    went_to(visitor.post(edit_url(site), filled(site)))
    page = html(visitor.post(edit_url(site), filled(site, tekst=APART)), 409)
    assert "was al verstuurd" in page
    assert "nog een langere zin" in page
    assert count(site.app) == 1


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("titel", "", "Vul een titel in."),
        ("titel", "x" * 151, "Dit is te lang"),
        ("samenvatting", "x" * 401, "Dit is te lang"),
        ("tekst", "x" * 200_001, "Dit is te lang"),
        ("tekst", BODY, "Je hebt nog niets veranderd"),
        ("reden", " ", "Schrijf op waarom"),
        ("wijziging", "x" * 501, "Dit is te lang"),
        ("themas", "99", "Deze keuze bestaat niet"),
    ],
)
def test_after_an_error_everything_typed_is_still_there(
    site: Site, field: str, value: str, sentence: str
) -> None:
    typed = filled(site, titel="Mijn eigen titel") if field != "tekst" else filled(site)
    answer = site.visit(site.people.writer).post(edit_url(site), typed | {field: value})
    page = html(answer, 422)
    assert sentence in page
    kept = [text for name, text in WORDS.items() if name != field]
    assert all(text in page for text in kept)
    assert value.strip()[:150] in page
    assert count(site.app) == 0


def test_an_expired_session_gives_the_filled_form_back_and_sends_nothing(site: Site) -> None:
    stranger = Visitor(site.app)
    page = html(stranger.post(edit_url(site), filled(site, reden="Mijn kostbare reden.")), 401)
    assert "Mijn kostbare reden." in page
    assert site.people.writer.account_id
    visitor = stranger.sign_in(site.people.writer.account_id)
    resumed = visitor.post(edit_url(site), filled(site, reden="Mijn kostbare reden.", _herstel="1"))
    page = resumed.get_data(as_text=True)
    assert "Mijn kostbare reden." in page
    assert "beter voorbeeld" in page
    assert count(site.app) == 0


def test_a_preview_shows_the_text_and_keeps_what_was_typed(site: Site) -> None:
    answer = site.visit(site.people.writer).post(
        edit_url(site), filled(site, tekst="Een **vet** woord.", reden="", actie="voorbeeld")
    )
    page = html(answer)
    assert "Een <strong>vet</strong> woord." in page
    assert "Een **vet** woord." in page
    assert count(site.app) == 0


def test_a_page_that_moved_on_meanwhile_does_not_stop_the_proposal(site: Site) -> None:
    visitor = site.visit(site.people.writer)
    with site.app.app_context():
        revise_page(site.page, APART)
    number = went_to(visitor.post(edit_url(site), filled(site)))
    assert "Dat geeft niet" in html(visitor.get(f"/voorstellen/{number}"))
    assert sent_in(site.app, number).base_revision_id == site.page.revision_id


@pytest.mark.parametrize("base", ["999", "9999999999", "", "x"])
def test_an_unknown_base_is_refused_and_the_text_is_kept(site: Site, base: str) -> None:
    answer = site.visit(site.people.writer).post(edit_url(site), filled(site, basis=base))
    assert "beter voorbeeld" in html(answer, 404)


def test_a_new_page_carries_its_title_lead_text_and_themes(site: Site) -> None:
    with site.app.app_context():
        topic = make_topic("Openheid")
    visitor = site.visit(site.people.writer)
    page = html(visitor.get("/voorstellen/nieuw?titel=Samen+beslissen"))
    assert "Samen beslissen" in page
    fields = {"titel": "Samen beslissen", "samenvatting": "Kort.", "tekst": "Nieuw.", "themas": str(topic)}
    number = went_to(visitor.post("/voorstellen/nieuw", WORDS | fields | {"sleutel": "n"}))
    content = sent_in(site.app, number).content
    assert (content.title, content.lead, content.body) == ("Samen beslissen", "Kort.", "Nieuw.")
    assert content.topic_ids == {topic}


def test_a_new_page_without_text_is_refused(site: Site) -> None:
    answer = site.visit(site.people.writer).post("/voorstellen/nieuw", WORDS | {"titel": "Leeg"})
    assert "Leeg" in html(answer, 422)
    assert count(site.app) == 0


def test_an_adjusted_text_is_sent_in_as_a_next_version(site: Site) -> None:
    number = site.proposal(taken=True)
    redacteur, writer = site.visit(site.people.redacteur), site.visit(site.people.writer)
    fields = {"besluit": "ask_adjustment", "reden": "Kan het korter?", "gezien": "2", "sleutel": "v"}
    went_to(redacteur.post(f"/voorstellen/{number}/besluit", fields))
    page = html(writer.get(f"/voorstellen/{number}/aanpassen"))
    assert "Kan het korter?" in page
    assert "beter voorbeeld" in page
    changed = filled(site, tekst=APART, gezien=hidden(page, "gezien"), sleutel=hidden(page, "sleutel"))
    went_to(writer.post(f"/voorstellen/{number}/aanpassen", changed))
    assert (sent_in(site.app, number).number, sent_in(site.app, number).content.body) == (2, APART)
    assert "beter voorbeeld" in html(writer.get(f"/voorstellen/{number}?versie=1&weergave=hele-tekst"))


def test_somebody_else_cannot_adjust_a_proposal(site: Site) -> None:
    number = site.proposal(taken=True)
    with site.app.app_context():
        seen = move(number).seen_event
    colleague = site.visit(site.people.colleague)
    assert colleague.get(f"/voorstellen/{number}/aanpassen").status_code == 403
    fields = filled(site, tekst=APART, gezien=str(seen))
    assert colleague.post(f"/voorstellen/{number}/aanpassen", fields).status_code == 403


def test_a_reader_reads_proposals_and_cannot_make_one(site: Site) -> None:
    number = site.proposal()
    with site.app.app_context():
        reader = make_actor("Lezer Voorbeeld", Role.READER)
    visitor = site.visit(reader)
    assert "beter" in html(visitor.get(f"/voorstellen/{number}"))
    lists = html(visitor.get("/voorstellen?lijst=mijn"))
    assert f'href="/voorstellen/{number}"' in lists
    assert "Van mij" not in lists and "Mijn voorstellen" not in lists
    assert visitor.get(edit_url(site)).status_code == 403
    assert visitor.post(edit_url(site), filled(site)).status_code == 403


def test_a_stranger_sees_no_proposals(site: Site) -> None:
    number = site.proposal()
    for url in ("/voorstellen", f"/voorstellen/{number}", "/redactie/wachtrij", edit_url(site)):
        answer = Visitor(site.app).get(url)
        assert answer.status_code in {302, 303}
        assert answer.headers["Location"].startswith("/aanmelden")
