"""Where each sentence of a page came from: kept as a follow-up, the same before that, shown as it may be."""

import re

from flask import Flask
from sqlalchemy import select, update

from app.core.clock import now
from app.core.db import db, unit_of_work
from app.core.outbox import run_due
from app.core.permissions import Role
from app.pages.hiding.models import RevisionHiding
from app.pages.models import RevisionAuthor
from app.pages.provenance.models import ProvenanceState, SentenceProvenance
from app.pages.provenance.reading import traced_text
from app.pages.provenance.tracing import promise_untraced, trace_page
from app.pages.texts import current_text, texts_after
from app.text.tracing.sentences import trace
from tests.browsing import Visitor
from tests.builders import BuiltPage, make_account, make_page, revise_page
from tests.imported_folder import WITHOUT_INDEX
from tests.proposal_builders import accept, make_people, send_edit, take
from tests.statements import counted_statements

TEXTS = (
    "Eerst dit. Dan dat.\n",
    "Dan dat.\n\nEerst dit. Er komt iets bij.\n",
    "- Er komt iets bij.\n",
    "> Eerst **dit**.\n> Er komt iets bij. [[bouwsteen:3]]\n\nDan wat anders.\n",
)


def follow_up() -> None:
    while run_due(WITHOUT_INDEX):
        pass


def shown(page: BuiltPage) -> dict[str, int]:
    """The number of the version in which each sentence of the page first stood, by its words."""
    text = current_text(page.id)
    assert text is not None
    numbers = {each.id: each.number for each in texts_after(page.id, 0)}
    traced = traced_text(text)
    return {sentence.text: numbers[sentence.origin] for sentence in (*traced.lead, *traced.body)}


def kept(page: BuiltPage) -> dict[str, int]:
    """What is stored, with the numbers of the versions."""
    numbers = {each.id: each.number for each in texts_after(page.id, 0)}
    rows = db.session.scalars(select(SentenceProvenance).where(SentenceProvenance.page_id == page.id))
    return {row.sentence_key: numbers[row.revision_id] for row in rows}


def looked_up_one_by_one(page: BuiltPage) -> dict[str, int]:
    """Every sentence that ever stood on the page, in the first version that says it."""
    first: dict[str, int] = {}
    for text in texts_after(page.id, 0):
        for sentence in (*trace(text.content.lead), *trace(text.content.body)):
            first.setdefault(sentence.key, text.number)
    return {key: number for key, number in first.items() if key}


def test_a_sentence_keeps_its_origin_when_it_moves_goes_and_comes_back(context: Flask) -> None:
    page = make_page("Openheid", TEXTS[0], lead="Waarom dit. Dan dat.")
    for body in TEXTS[1:]:
        page = revise_page(page, body)
    expected = {
        "Waarom dit.": 1,
        "Dan dat.": 1,
        "Eerst dit.": 1,
        "Er komt iets bij.": 2,
        "Dan wat anders.": 4,
    }
    assert shown(page) == expected
    follow_up()
    assert shown(page) == expected
    assert kept(page) == looked_up_one_by_one(page)


def test_what_is_kept_follows_each_new_version_and_serves_also_when_it_is_behind(context: Flask) -> None:
    page = make_page("Openheid", TEXTS[0])
    follow_up()
    page = revise_page(page, TEXTS[1])
    before = kept(page)
    assert shown(page)["Er komt iets bij."] == 2
    assert kept(page) == before
    follow_up()
    trace_page({"page": page.id})
    assert kept(page) == looked_up_one_by_one(page) != before


def test_pages_from_before_are_promised_and_traced(context: Flask) -> None:
    page = make_page("Openheid", TEXTS[0])
    follow_up()
    with unit_of_work():
        db.session.query(ProvenanceState).delete()
        db.session.query(SentenceProvenance).delete()
    promise_untraced()
    follow_up()
    assert kept(page) == looked_up_one_by_one(page)
    with counted_statements(context) as statements:
        promise_untraced()
    assert len(statements) == 1


def test_the_page_tells_who_in_which_proposal_and_why_but_no_names_to_strangers(app: Flask) -> None:
    with app.app_context():
        people = make_people()
        page = make_page("Openheid", TEXTS[0])
        number = send_edit(people.writer, page, TEXTS[1])
        take(people.redacteur, number)
        accept(people.redacteur, number)
    visitor = Visitor(app).sign_in(people.colleague.account_id or 0)
    for address in (f"{page.url}/herkomst", f"{page.url}/herkomst?weergave=lijst"):
        told = visitor.get(address).text
        for fact in ("Noor Voorbeeld", "Fenna Redactie", "Zo leest het sneller.", f'"/voorstellen/{number}"'):
            assert fact in told
        strange = Visitor(app).get(address).text
        assert "Zo leest het sneller." in strange
        assert "een medewerker" in strange
        assert not re.search(r"Noor|Fenna|/voorstellen/\d", strange)


def test_a_page_without_a_lead_or_without_words_has_its_herkomst_too(context: Flask) -> None:
    assert shown(make_page("Openheid", "Een zin.\n", lead="")) == {"Een zin.": 1}
    assert shown(make_page("Leeg", "---\n", lead="")) == {}


def test_a_hidden_name_is_not_told(app: Flask) -> None:
    with app.app_context():
        author, reader = make_account("Noor Voorbeeld"), make_account("Sam Voorbeeld", [Role.READER])
        page = make_page("Openheid", TEXTS[0], author_ids=(author,))
        with unit_of_work():
            db.session.execute(update(RevisionAuthor).values(hidden_at=now()))
    assert "Noor" not in Visitor(app).sign_in(reader).get(f"{page.url}/herkomst").text


def test_a_sentence_of_a_hidden_version_keeps_its_origin_without_its_reason(app: Flask) -> None:
    with app.app_context():
        reader = make_account("Sam Voorbeeld", [Role.READER])
        page = make_page("Openheid", TEXTS[0], reason="Dit is van belang voor iemand.")
        revise_page(page, TEXTS[1])
        with unit_of_work():
            asked = RevisionHiding(
                revision_id=page.revision_id, reason="x", asked_by_id=reader, asked_at=now()
            )
            asked.confirmed = True
            db.session.add(asked)
        assert shown(page)["Eerst dit."] == 1
    told = Visitor(app).sign_in(reader).get(f"{page.url}/herkomst").text
    assert "Deze versie is verborgen" in told
    assert "van belang voor iemand" not in told


def test_it_takes_as_many_statements_for_sixty_versions_as_for_two(app: Flask) -> None:
    with app.app_context():
        author = make_account()
        short = revise_page(make_page("Kort"), "Anders.", author_ids=(author,))
        long = make_page("Lang")
        for number in range(59):
            long = revise_page(long, f"Zin nummer {number}.", author_ids=(author,))
        follow_up()
    counts = []
    for page in (short, long):
        with counted_statements(app) as statements:
            assert Visitor(app).get(f"{page.url}/herkomst").status_code == 200
        counts.append(len(statements))
    assert counts[0] == counts[1] <= 9
