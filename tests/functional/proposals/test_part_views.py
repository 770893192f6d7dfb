"""A redacteur takes over a part of a proposal, as a browser sends it."""

import re

import pytest
from sqlalchemy import func, select
from werkzeug.test import TestResponse

from app.core.db import db
from app.pages.kinds import AuthorPart
from app.pages.models import Revision, RevisionAuthor
from app.proposals.detail_queries import proposal_head
from app.proposals.kinds import ProposalState
from tests.browsing import Visitor
from tests.builders import BODY, revise_page
from tests.proposal_builders import take_part, text_of
from tests.proposal_site import APART, BETTER, OTHER, Site, hidden, html, went_to

BOTH = BETTER.replace("nog een zin", "nog een langere zin")
REASON = "Deze zin was al lang genoeg."
TICK = re.compile(r'name="(deel-[0-9a-f]+)" value="1"( checked)?')


def address(number: int) -> str:
    return f"/voorstellen/{number}/deel"


def ticks(page: str) -> list[str]:
    """The names of the ticks, in order."""
    return [name for name, _ in TICK.findall(page)]


def send(visitor: Visitor, number: int, *ticked: str, **fields: str) -> TestResponse:
    form = {"actie": "neem", "reden": REASON, "gezien": "2", "sleutel": "k", **fields}
    return visitor.post(address(number), form | dict.fromkeys(ticked, "1"))


def chosen(site: Site, body: str = BOTH) -> tuple[int, Visitor, list[str]]:
    """A proposal of two changes, a redacteur on it, and the names of the ticks."""
    number = site.proposal(taken=True, body=body)
    visitor = site.visit(site.people.redacteur)
    return number, visitor, ticks(html(visitor.get(address(number))))


def body(site: Site) -> str:
    with site.app.app_context():
        return text_of(site.page).content.body


def state(site: Site, number: int) -> ProposalState:
    with site.app.app_context():
        head = proposal_head(number)
        assert head is not None
        return head.state


def revisions(site: Site) -> int:
    with site.app.app_context():
        return db.session.scalar(select(func.count()).select_from(Revision)) or 0


def test_all_changes_are_numbered_and_ticked_at_first(site: Site) -> None:
    number, visitor, names = chosen(site)
    page = html(visitor.get(address(number)))
    assert len(names) == 2
    assert [checked for _, checked in TICK.findall(page)] == [" checked"] * 2
    assert "Neem wijziging 2 over: tekst" in page
    assert address(number) in html(visitor.get(f"/voorstellen/{number}"))


def test_what_is_left_out_stands_on_the_proposal_with_the_reason(site: Site) -> None:
    number, visitor, names = chosen(site)
    went_to(send(visitor, number, names[0], **{names[1].replace("deel", "reden"): "Te lang geworden."}))
    assert body(site) == BETTER
    page = html(site.visit(site.people.writer).get(f"/voorstellen/{number}"))
    assert "deels overgenomen" in page
    assert "Dit is niet overgenomen" in page
    assert "Waarom niet: Te lang geworden." in page
    assert "1 van 2 wijzigingen overgenomen" in page
    assert "Stuur de rest opnieuw in" in page
    assert "Stuur de rest opnieuw in" not in html(visitor.get(f"/voorstellen/{number}"))


def test_ticking_everything_is_taking_the_proposal_over(site: Site) -> None:
    number, visitor, names = chosen(site)
    went_to(send(visitor, number, *names))
    assert (state(site, number), body(site)) == (ProposalState.ACCEPTED, BOTH)


def test_ticking_nothing_is_refused_and_points_to_rejecting(site: Site) -> None:
    number, visitor, _ = chosen(site)
    page = html(send(visitor, number), 422)
    assert "Je hebt niets aangevinkt." in page
    assert "gebruik “Wijs af”" in page
    assert REASON in page
    assert state(site, number) is ProposalState.IN_REVIEW


def test_without_a_reason_the_form_comes_back_as_it_was(site: Site) -> None:
    number, visitor, names = chosen(site)
    own = names[1].replace("deel", "reden")
    page = html(send(visitor, number, names[0], **{own: "Nog niet rijp."}, reden=" "), 422)
    assert "Schrijf op waarom." in page
    assert "Nog niet rijp." in page
    assert [checked for _, checked in TICK.findall(page)] == [" checked", ""]


def test_the_same_form_twice_has_one_effect(site: Site) -> None:
    number, visitor, names = chosen(site)
    for _ in range(2):
        went_to(send(visitor, number, names[0]))
    assert revisions(site) == 2
    assert state(site, number) is ProposalState.PARTLY_ACCEPTED


def test_a_decision_by_somebody_else_comes_first_and_nothing_typed_is_lost(site: Site) -> None:
    number, visitor, names = chosen(site)
    with site.app.app_context():
        take_part(site.people.second, number, left=["Onder de kop staat nog een langere zin."])
    page = html(send(visitor, number, names[1], reden="Mijn lange uitleg."), 409)
    assert "Iemand was je net voor" in page
    assert "Mijn lange uitleg." in page
    assert revisions(site) == 2


def test_the_writer_and_other_colleagues_cannot_choose(site: Site) -> None:
    number = site.proposal(taken=True, writer=site.people.second, body=BOTH)
    assert site.visit(site.people.second).get(address(number)).status_code == 403
    assert site.visit(site.people.colleague).get(address(number)).status_code == 403


def edit(page: str, text: str, **fields: str) -> dict[str, str]:
    """The fields of the screen on which the result is edited, with this text."""
    names = ("basis", "gezien-1", "getoond-1")
    known = {name: hidden(page, name) for name in names}
    return known | {"titel-1": "Een voorbeeld", "samenvatting-1": "Kort.", "tekst-1": text} | fields


def test_the_result_can_be_edited_and_the_redacteur_is_named_as_editor(site: Site) -> None:
    number, visitor, names = chosen(site)
    page = html(send(visitor, number, names[0], actie="bewerk", reden=""))
    assert "beter voorbeeld" in page
    assert "langere zin" not in page
    unfit = edit(page, "Dit schreef de redacteur. [[bouwsteen:99999]]\n")
    refused = html(send(visitor, number, names[0], **unfit), 422)
    assert "kunnen geen bron zijn: 99999." in refused and "Dit schreef de redacteur." in refused
    unreadable = edit(page, "Dit schreef de redacteur. [[bouwsteen:abc]]\n")
    assert "geen nummer van een bouwsteen" in html(send(visitor, number, names[0], **unreadable), 422)
    went_to(send(visitor, number, names[0], **edit(page, "Dit schreef de redacteur.\n")))
    assert body(site) == "Dit schreef de redacteur.\n"
    with site.app.app_context():
        parts = dict(db.session.execute(select(RevisionAuthor.part, RevisionAuthor.account_id)).all())
    people = site.people
    assert parts[AuthorPart.EDITOR] == people.redacteur.account_id
    assert parts[AuthorPart.AUTHOR] == people.writer.account_id


def test_a_result_that_was_looked_at_but_not_changed_has_no_editor(site: Site) -> None:
    number, visitor, names = chosen(site)
    page = html(send(visitor, number, *names, actie="bewerk"))
    fields = edit(page, BOTH, **{"titel-1": site.page.title})
    fields["samenvatting-1"] = hidden_value(page, "samenvatting-1")
    went_to(send(visitor, number, *names, **fields))
    with site.app.app_context():
        editors = select(RevisionAuthor.account_id).where(RevisionAuthor.part == AuthorPart.EDITOR)
        assert list(db.session.scalars(editors)) == []


def hidden_value(page: str, name: str) -> str:
    found = re.search(rf'name="{name}"[^>]*>\n?([^<]*)</textarea>', page)
    assert found
    return found.group(1)


def test_the_edited_text_is_previewed_and_comes_back_after_an_error(site: Site) -> None:
    number, visitor, names = chosen(site)
    page = html(send(visitor, number, *names, actie="bewerk"))
    fields = edit(page, "Dit is **nadruk**.")
    page = html(send(visitor, number, *names, **fields, actie="voorbeeld", reden=""))
    assert "<strong>nadruk</strong>" in page
    page = html(send(visitor, number, *names, **fields, reden=""), 422)
    assert "Dit is **nadruk**." in page
    page = html(send(visitor, number, *names, **(fields | {"titel-1": ""})), 422)
    assert 'href="#veld-titel-1"' in page


def test_a_page_that_moved_on_is_shown_merged_before_the_part_is_published(site: Site) -> None:
    number, visitor, names = chosen(site)
    with site.app.app_context():
        revise_page(site.page, BODY.replace("Een kop", "Een betere kop"))
    page = html(send(visitor, number, names[0]))
    assert "Kijk het samengevoegde resultaat na" in page
    assert names[0] in page
    assert names[1] not in page
    went_to(send(visitor, number, names[0], basis=hidden(page, "basis")))
    assert body(site) == BETTER.replace("Een kop", "Een betere kop")
    assert state(site, number) is ProposalState.PARTLY_ACCEPTED


def test_only_what_is_ticked_can_overlap_with_the_page(site: Site) -> None:
    number, visitor, names = chosen(site)
    with site.app.app_context():
        revise_page(site.page, OTHER)
    page = html(send(visitor, number, names[0]), 409)
    settled = {"basis": hidden(page, "basis"), "plek-1": hidden(page, "plek-1"), "keuze-1": "voorstel"}
    went_to(send(visitor, number, names[0], **settled))
    assert body(site) == BETTER


def test_a_page_that_moves_on_while_the_result_is_edited_is_merged_with_it(site: Site) -> None:
    number, visitor, names = chosen(site)
    fields = edit(html(send(visitor, number, *names, actie="bewerk")), BOTH.replace("Het staat", "Dat staat"))
    with site.app.app_context():
        revise_page(site.page, BODY.replace("Een kop", "Een betere kop"))
    page = html(send(visitor, number, *names, **fields))
    assert "De pagina is net weer veranderd" in page
    assert "Dat staat er om te lezen." in page
    went_to(send(visitor, number, *names, **(fields | {"basis": hidden(page, "basis")})))
    assert body(site) == BOTH.replace("Het staat", "Dat staat").replace("Een kop", "Een betere kop")


def test_the_rest_opens_the_usual_form_for_who_wrote_it(site: Site) -> None:
    number, visitor, names = chosen(site)
    went_to(send(visitor, number, names[0]))
    writer = site.visit(site.people.writer)
    page = html(writer.get(f"/voorstellen/{number}/rest"))
    assert "met daarin wat niet is overgenomen" in page
    assert "nog een langere zin" in page
    form = {"tekst": APART, "titel": "Een voorbeeld", "reden": "Toch.", "sleutel": "r"}
    went_to(writer.post(f"{site.page.url}/voorstel", form | {"basis": hidden(page, "basis")}))
    assert visitor.get(f"/voorstellen/{number}/rest").status_code == 403


def test_there_is_no_rest_before_a_decision(site: Site) -> None:
    number = site.proposal(body=BOTH)
    answer = site.visit(site.people.writer).get(f"/voorstellen/{number}/rest")
    assert answer.status_code == 404


@pytest.mark.parametrize("tick", ["deel-0123456789abcdef", "deel-x"])
def test_a_crafted_tick_is_no_tick(site: Site, tick: str) -> None:
    number, visitor, _ = chosen(site)
    assert "Je hebt niets aangevinkt." in html(send(visitor, number, tick), 422)
