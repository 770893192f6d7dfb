"""Who gets in where: the whole program in one table, compared with what the program really does.

A new route fails here until it has a row; a row whose route is gone fails too. To add one: write the method
and the address as the route has it, and who gets in. Nothing else in this file changes.
"""

from collections.abc import Callable

from flask import Flask
from werkzeug.test import TestResponse

from app.core.permissions import Role
from config import ReadAccess
from tests.browsing import Visitor
from tests.builders import make_account
from tests.invariants.conversation_routes import CONVERSING
from tests.invariants.gates import EVERYBODY, IN, NO, READERS, REDACTIE, SIGN_IN, SIGNED_IN, WRITERS
from tests.site_map import address, routes

VISITORS = ("anonymous", "lezer", "medewerker", "redacteur", "beheerder")
ROLES = {
    "lezer": Role.READER,
    "medewerker": Role.MEMBER,
    "redacteur": Role.EDITOR,
    "beheerder": Role.ADMIN,
}

OPEN_TO_ALL = {
    "GET /aanmelden": EVERYBODY,
    "POST /aanmelden": EVERYBODY,
    "POST /aanmelden/voorbeeld": EVERYBODY,
    "POST /afmelden": EVERYBODY,
    "POST /verder": EVERYBODY,
}
READING = {
    "GET /": READERS,
    "GET /bijlage/<sha256>/<name>": READERS,
    "GET /feed.xml": READERS,
    "GET /pagina/<slug>": READERS,
    "GET /pagina/<slug>/herkomst": READERS,
    "GET /pagina/<slug>/vergelijk": READERS,
    "GET /pagina/<slug>/versies": READERS,
    "GET /pagina/<slug>/versies/<int:number>": READERS,
    "GET /paginas": READERS,
    "GET /stijl": READERS,
    "GET /themas": READERS,
    "GET /themas/<slug>": READERS,
    "GET /voorstellen/cijfers": READERS,
    "GET /wijzigingen": READERS,
    "GET /zoeken": READERS,
}
PROPOSALS = {
    "GET /aanwezig": SIGNED_IN,
    "POST /aanwezig": SIGNED_IN,
    "GET /mijn/instellingen": SIGNED_IN,
    "POST /mijn/instellingen": SIGNED_IN,
    "GET /pagina/<slug>/voorstel": WRITERS,
    "POST /pagina/<slug>/voorstel": WRITERS,
    "GET /redactie/achteraf": REDACTIE,
    "GET /redactie/wachtrij": REDACTIE,
    "GET /voorstellen": SIGNED_IN,
    "GET /voorstellen/<int:proposal_id>": SIGNED_IN,
    "GET /voorstellen/<int:proposal_id>/aanpassen": WRITERS,
    "POST /voorstellen/<int:proposal_id>/aanpassen": WRITERS,
    "POST /voorstellen/<int:proposal_id>/behandelen": REDACTIE,
    "POST /voorstellen/<int:proposal_id>/besluit": REDACTIE,
    "GET /voorstellen/<int:proposal_id>/botsing": WRITERS,
    "POST /voorstellen/<int:proposal_id>/botsing": WRITERS,
    "GET /voorstellen/<int:proposal_id>/deel": REDACTIE,
    "POST /voorstellen/<int:proposal_id>/deel": REDACTIE,
    "POST /voorstellen/<int:proposal_id>/intrekken": WRITERS,
    "GET /voorstellen/<int:proposal_id>/meeschrijven": WRITERS,
    "POST /voorstellen/<int:proposal_id>/meeschrijven": WRITERS,
    "GET /voorstellen/<int:proposal_id>/meeschrijven/<int:account_id>": WRITERS,
    "POST /voorstellen/<int:proposal_id>/meeschrijven/<int:account_id>": WRITERS,
    "GET /voorstellen/<int:proposal_id>/rest": WRITERS,
    "GET /voorstellen/<int:proposal_id>/beoordelen": WRITERS,
    "POST /voorstellen/<int:proposal_id>/beoordelen": WRITERS,
    "POST /voorstellen/<int:proposal_id>/nagekeken": REDACTIE,
    "POST /voorstellen/<int:proposal_id>/ongedaan": REDACTIE,
    "POST /voorstellen/<int:proposal_id>/terugleggen": REDACTIE,
    "GET /voorstellen/nieuw": WRITERS,
    "POST /voorstellen/nieuw": WRITERS,
}
UNDOING = {
    "GET /pagina/<slug>/versies/<int:number>/ongedaan": WRITERS,
    "GET /pagina/<slug>/versies/<int:number>/terugzetten": WRITERS,
    "POST /pagina/<slug>/versies/<int:number>/terugzetten": WRITERS,
}
CARE = {
    "GET /pagina/<slug>/beheer": SIGNED_IN,
    "GET /pagina/<slug>/beheer/bescherming": REDACTIE,
    "POST /pagina/<slug>/beheer/bescherming": REDACTIE,
    "GET /pagina/<slug>/beheer/eigenaar": REDACTIE,
    "POST /pagina/<slug>/beheer/eigenaar": REDACTIE,
    "POST /pagina/<slug>/beheer/klopt-nog": WRITERS,
    "GET /pagina/<slug>/beheer/verouderd": REDACTIE,
    "POST /pagina/<slug>/beheer/verouderd": REDACTIE,
    "GET /pagina/<slug>/versies/<int:number>/verbergen": REDACTIE,
    "POST /pagina/<slug>/versies/<int:number>/verbergen": REDACTIE,
    "GET /redactie/nakijken": REDACTIE,
    "GET /redactie/verbergen": REDACTIE,
    "POST /redactie/verbergen/<int:request_id>": REDACTIE,
}
DISCUSSIONS = {
    "GET /overleg/<int:discussion_id>": SIGNED_IN,
    "POST /overleg/<int:discussion_id>": WRITERS,
    "GET /voorstellen/<int:proposal_id>/reageer": WRITERS,
    "POST /voorstellen/<int:proposal_id>/reageer": WRITERS,
}
DRAFTS = {
    "GET /mijn/concepten": WRITERS,
    "GET /mijn/concepten/<int:draft_id>": WRITERS,
    "POST /mijn/concepten/<int:draft_id>": WRITERS,
    "GET /mijn/concepten/<int:draft_id>/bijwerken": WRITERS,
    "POST /mijn/concepten/<int:draft_id>/bijwerken": WRITERS,
    "GET /mijn/concepten/<int:draft_id>/erbij": WRITERS,
    "POST /mijn/concepten/<int:draft_id>/erbij": WRITERS,
    "POST /mijn/concepten/<int:draft_id>/terughalen": WRITERS,
    "POST /mijn/concepten/<int:draft_id>/weggooien": WRITERS,
    "POST /mijn/concepten/<int:draft_id>/weghalen": WRITERS,
    "POST /mijn/concepten/bewaren": WRITERS,
    "POST /mijn/concepten/van-voorstel/<int:proposal_id>": WRITERS,
}
SPELLINGS = (
    "//redactie/wachtrij",
    "/./redactie/wachtrij",
    "/redactie/wachtrij/",
    "/Redactie/wachtrij",
    "/redactie%2fwachtrij",
    "/redactie/wachtrij;x",
    "/redactie/wachtrij.json",
    "/redactie/wachtrij%00",
    "/static/../redactie/wachtrij",
)
TABLE = {
    **OPEN_TO_ALL,
    **READING,
    **PROPOSALS,
    **CARE,
    **UNDOING,
    **DISCUSSIONS,
    **DRAFTS,
    **CONVERSING,
}


def outcome(answer: TestResponse) -> str:
    """What the guard said; forms come without a token here, so 400 means that the permission was there."""
    if answer.status_code == 401 or (answer.location or "").startswith("/aanmelden?volgende="):
        return SIGN_IN
    return NO if answer.status_code == 403 else IN


def visit(app: Flask) -> dict[str, tuple[str, ...]]:
    """What every visitor meets on every route."""
    with app.app_context():
        accounts = {name: make_account(f"{name} voorbeeld", [role]) for name, role in ROLES.items()}
    visitors = [Visitor(app), *(Visitor(app).sign_in(accounts[name]) for name in VISITORS[1:])]
    return {
        name: tuple(outcome(v.client.open(address(app, rule), method=name.split()[0])) for v in visitors)
        for name, rule in routes(app).items()
    }


def test_every_route_has_a_row_and_every_row_a_route(app: Flask) -> None:
    assert sorted(set(routes(app)) - set(TABLE)) == [], "routes without a row"
    assert sorted(set(TABLE) - set(routes(app))) == [], "rows without a route"


def test_everybody_meets_what_the_table_says(app: Flask) -> None:
    met = visit(app)
    assert {name: met[name] for name in met if met[name] != TABLE[name]} == {}


def test_where_one_must_sign_in_to_read_only_signing_in_is_open(other_app: Callable[..., Flask]) -> None:
    met = visit(other_app(read_access=ReadAccess.SIGNED_IN))
    assert {name for name in met if met[name][0] == IN} == set(OPEN_TO_ALL)
    assert all(met[name][1:] == TABLE[name][1:] for name in met)


def test_nothing_of_the_machine_can_be_reached(app: Flask) -> None:
    for path in (
        "/.git/HEAD",
        "/console",
        "/debug",
        "/metrics",
        "/instance/wiki.sqlite3",
        "/static/../wsgi.py",
    ):
        assert Visitor(app).get(path).status_code == 404, path


def test_another_spelling_of_an_address_opens_nothing(app: Flask) -> None:
    visitor = Visitor(app)
    for path in SPELLINGS:
        assert "Wachtrij" not in visitor.get(path, follow_redirects=True).text
        assert visitor.get(path).status_code in {302, 308, 404}, path
