"""No view without a guard, no change without a token, no change by reading, and no form that sends itself."""

import pytest
from flask import Flask

from app.core.permissions import GRANTS, Permission, Role
from app.web.guards import MARK, OPEN_ENDPOINTS, Access
from tests.site_map import Guide, address, contents, everybody, make_guide, routes

# Shown, shown with what has to be mended, or shown as overlapping with what the page became.
SHOWN = {200, 409, 422}
EVIL = {"Origin": "https://evil.example"}
TYPED = "Mijn eigen zin die niet weg mag."
# Somebody may have typed in any of these; the form's own view shows what it knows.
FIELDS = {
    "reden": TYPED,
    "tekst": TYPED,
    "woorden": TYPED,
    "reactie": TYPED,
    "samenvatting": TYPED,
    "moet-erin": TYPED,
    "verhaal": TYPED,
    "hoofd": TYPED,
    "eerste": TYPED,
    "opgave": TYPED,
    "inhoud": TYPED,
    "wie": TYPED,
    "opmerking": TYPED,
    "titel": "Voorbeeld",
    "basis": "2",
    "sleutel": "Abc123",
    "gezien": "1",
    "plek-1": "a-b",
    "eigen-1": TYPED,
}


@pytest.fixture
def guide(app: Flask) -> Guide:
    return make_guide(app)


def accesses(app: Flask) -> dict[str, Access | None]:
    return {
        name: getattr(app.view_functions[rule.endpoint], MARK, None) for name, rule in routes(app).items()
    }


def test_only_static_files_are_open_without_a_permission(app: Flask) -> None:
    assert sorted(OPEN_ENDPOINTS) == ["static"]
    assert [name for name, access in accesses(app).items() if access is None] == []


def test_a_view_that_changes_something_is_not_read_with_get(app: Flask) -> None:
    methods = {name.split()[0] for name in routes(app)}
    assert methods == {"GET", "POST"}


def test_no_form_is_accepted_without_its_token_or_from_another_site(app: Flask, guide: Guide) -> None:
    visitors = everybody(app, guide)
    before = contents(app)
    for name, rule in routes(app).items():
        for who, visitor in visitors.items() if name.startswith("POST") else ():
            url = address(app, rule)
            assert visitor.post_without_token(url, FIELDS).status_code in {400, 401, 403}, (name, who)
            assert visitor.post(url, FIELDS, headers=EVIL).status_code == 403, (name, who)
    assert contents(app) == before


def test_nothing_is_changed_by_reading(app: Flask, guide: Guide) -> None:
    visitors = everybody(app, guide)
    before = contents(app)
    for name, rule in routes(app).items():
        for who, visitor in visitors.items() if name.startswith("GET") else ():
            assert visitor.get(address(app, rule)).status_code < 500, (name, who)
    assert contents(app) == before


def test_a_form_that_comes_back_is_shown_with_its_text_and_not_sent(app: Flask, guide: Guide) -> None:
    visitors = everybody(app, guide)
    before = contents(app)
    for name, access in accesses(app).items():
        if access is None or not access.restores:
            continue
        who = "medewerker" if Role.MEMBER in GRANTS[access.permission] else "redacteur"
        carried = {f"bewaard:{field}": value for field, value in FIELDS.items()}
        url = address(app, routes(app)[name])
        answer = visitors[who].post("/verder", {**carried, "volgende": url})
        assert answer.status_code in SHOWN, name
        assert TYPED in answer.text, name
        assert visitors[who].post(url, {**FIELDS, "_herstel": "1"}).status_code in SHOWN, name
    assert contents(app) == before


def test_what_is_carried_for_a_step_without_a_form_is_not_sent_either(app: Flask, guide: Guide) -> None:
    redacteur = everybody(app, guide)["redacteur"]
    before = contents(app)
    for name, access in accesses(app).items():
        if (
            access
            and not access.restores
            and name.startswith("POST")
            and access.permission is not Permission.SIGN_IN
        ):
            data = {"volgende": address(app, routes(app)[name]), "bewaard:reden": TYPED}
            answer = redacteur.post("/verder", data)
            assert TYPED in answer.text, name
    assert contents(app) == before
