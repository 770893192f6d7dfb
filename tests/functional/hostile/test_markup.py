"""Whatever people type, a browser finds nothing in it to run, wherever it is shown."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
import yaml
from flask import Flask
from werkzeug.datastructures import MultiDict

from app.core.db import unit_of_work
from app.importing.kinds import Outcome
from app.pages.kinds import RevisionOrigin
from app.pages.preparation import prepare_text
from app.pages.rules import TITLE_LIMIT, PageContent
from app.pages.service import Attribution, create_page, publish
from app.web.forms import FormReader
from tests.browsing import Visitor
from tests.builders import BODY, LEAD, make_page, revise_page
from tests.functional.hostile.judging import CANARY, answer_faults, feed_faults, page_faults
from tests.functional.hostile.wicked import VIEWS, Wicked, make_wicked
from tests.imported_folder import imported
from tests.unit.text.samples import HOSTILE

SqliteApp = Callable[..., Flask]
# Each of them is tried on the renderer; here a part is enough to see that lists escape.
EVERY = 5


@pytest.fixture
def wicked(sqlite_app: SqliteApp) -> Wicked:
    app = sqlite_app(site_name=f"Gids{CANARY}")
    return make_wicked(app, HOSTILE[1::8])


def test_no_page_carries_what_people_typed_as_html(wicked: Wicked) -> None:
    faults = {}
    for visitor in (wicked.site.visit(wicked.site.people.redacteur), Visitor(wicked.site.app)):
        for address in wicked.addresses():
            answer = visitor.get(address)
            assert answer.status_code in {200, 302}, address
            faults[address] = answer_faults(answer)
    assert {address: found for address, found in faults.items() if found} == {}


def test_no_form_gives_back_what_was_typed_as_html(wicked: Wicked) -> None:
    typed = "\n\n".join((*HOSTILE, CANARY))
    fields = dict.fromkeys(
        ("titel", "samenvatting", "tekst", "wijziging", "reden", "sectie", "sleutel"), typed
    )
    writer, stranger = wicked.site.visit(wicked.site.people.writer), Visitor(wicked.site.app)
    address = f"{wicked.pages[0].url}/voorstel"
    answers = {
        "preview": writer.post("/voorstellen/nieuw", {"tekst": typed, "titel": CANARY, "actie": "voorbeeld"}),
        "too long": writer.post("/voorstellen/nieuw", fields),
        "unknown base": writer.post(address, {**fields, "basis": "999"}),
        "no token": writer.post_without_token(address, fields),
        "no account": stranger.post(address, fields),
        "wrong password": stranger.post(
            "/aanmelden", {"email": typed, "wachtwoord": typed, "bewaard:x": typed}
        ),
        "carried": writer.post("/verder", {"volgende": "/voorstellen/nieuw", "bewaard:tekst": typed}),
        "no such page": writer.post(f"/pagina/{quote(CANARY)}/voorstel", fields),
    }
    expected = {"preview": 200, "unknown base": 404, "no token": 400, "no account": 401, "no such page": 404}
    for name, answer in answers.items():
        assert answer.status_code == expected.get(name, 422), name
        assert page_faults(answer.text) == [], name


def test_settling_an_overlap_shows_three_hostile_texts_as_text(wicked: Wicked) -> None:
    redacteur = wicked.site.visit(wicked.site.people.redacteur)
    for number in wicked.proposals:
        form = {"besluit": "accept", "reden": CANARY, "gezien": "2", "sleutel": CANARY}
        answer = redacteur.post(f"/voorstellen/{number}/besluit", form)
        assert answer.status_code == 409
        assert page_faults(answer.text) == []
        own = {"plek-1": CANARY, "keuze-1": CANARY, "eigen-1": HOSTILE[2], "basis": "1"}
        again = redacteur.post(f"/voorstellen/{number}/besluit", {**form, **own})
        assert page_faults(again.text) == []


@pytest.mark.parametrize("letter", ["alert", "onerror"])
def test_a_letter_changed_inside_a_tag_is_compared_as_text(sqlite_app: SqliteApp, letter: str) -> None:
    app = sqlite_app()
    before = (
        "<script>alert(1)</script>\n\n&lt;img src=x onerror=alert(1)&gt;\n\n<img src=x onerror=alert(1)>\n"
    )
    with app.app_context():
        page = make_page(body=before)
        revise_page(page, body=before.replace(letter, letter.upper()))
    for view in VIEWS:
        shown = Visitor(app).get(f"{page.url}/vergelijk?weergave={view}").text
        assert page_faults(shown) == []
        assert "&lt;" in shown


def test_no_address_or_question_comes_back_as_html(sqlite_app: SqliteApp) -> None:
    visitor = Visitor(sqlite_app())
    for text in HOSTILE[::2]:
        sent = quote(text + CANARY, safe="")
        for address in (
            f"/zoeken?q={sent}&thema={sent}&soort={sent}",
            f"/pagina/{sent}",
            f"/themas/{sent}",
            f"/{sent}",
            f"/paginas?letter={sent}&bladzijde={sent}",
            f"/aanmelden?volgende={sent}",
        ):
            assert page_faults(visitor.get(address).text) == [], address


def test_known_payloads_in_titles_are_text_in_every_list(
    sqlite_app: SqliteApp, payloads: list[dict[str, Any]]
) -> None:
    app = sqlite_app()
    texts = [payload["payload"] for payload in payloads if payload["context"] in {"html", "text", "markdown"}]
    with app.app_context():
        number = publish_with_titles(texts[::EVERY])
    visitor = Visitor(app)
    for place in range(1, number // 50 + 2):
        for address in (f"/wijzigingen?bladzijde={place}", f"/paginas?bladzijde={place}"):
            assert page_faults(visitor.get(address).text) == [], address
    assert feed_faults(visitor.get("/feed.xml").data) == []


def test_an_imported_folder_brings_nothing_to_run(sqlite_app: SqliteApp, tmp_path: Path) -> None:
    app = sqlite_app()
    files: dict[str, str | bytes] = {}
    for number, text in enumerate(HOSTILE):
        front = yaml.safe_dump({"title": text + CANARY, "lead": text + CANARY, "themes": [CANARY]})
        files[f"{number}.md"] = f"---\n{front}---\n# {text}\n\n{text}\n\n![{CANARY}](plaat.png)\n"
    picture = b"\x89PNG\r\n\x1a\n" + b"voorbeeld"
    with app.app_context():
        report = imported(
            tmp_path / "map", {**files, f"{CANARY.replace('/', '')}.md": "x", "plaat.png": picture}
        )
    created = [file.address for file in report.values() if file.outcome is Outcome.CREATED]
    assert len(created) > len(HOSTILE) // 2
    for address in created:
        assert page_faults(Visitor(app).get(address).text) == [], address


def publish_with_titles(texts: list[str]) -> int:
    """A page for each of these titles, as a form would have read them, in one transaction."""
    lines = [FormReader(MultiDict({"titel": text})).line("titel")[:TITLE_LIMIT] for text in texts]
    titles = [line for line in lines if line]
    prepared = prepare_text(PageContent("Pagina", LEAD, BODY), None)
    with unit_of_work():
        for number, title in enumerate(titles):
            page_id = create_page(f"pagina-{number}")
            content = replace(prepared.content, title=title, lead=title)
            told = Attribution(origin=RevisionOrigin.SEED, change_note=title, reason=title)
            publish(page_id, None, replace(prepared, content=content), told)
    return len(titles)
