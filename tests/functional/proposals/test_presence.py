"""Who is at work where: seen for a minute, by colleagues only, and only when she wants it."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select, update

from app.core.clock import now
from app.core.db import db, unit_of_work
from app.core.permissions import Actor, Role
from app.proposals.presence import service
from app.proposals.presence.models import Presence
from tests.browsing import Visitor
from tests.proposal_builders import make_actor
from tests.proposal_site import Site, html
from tests.statements import counted_statements

FENNA = "Wordt nu bekeken door Fenna Redactie"
WRITING = ("INSERT", "UPDATE", "DELETE")


def look(site: Site, who: Actor, number: int) -> str:
    """The proposal's own page tells that somebody is there, and asks who else is."""
    return html(site.visit(who).post("/aanwezig", {"hier": f"proposal:{number}"}))


def rows(app: Flask) -> list[tuple[int, str]]:
    with app.app_context():
        found = db.session.execute(select(Presence.account_id, Presence.subject).order_by(Presence.subject))
        return [(account_id, subject) for account_id, subject in found]


def test_who_looks_at_a_proposal_is_seen_by_others_for_a_minute(site: Site) -> None:
    number = site.proposal()
    assert FENNA not in look(site, site.people.redacteur, number)
    assert FENNA in look(site, site.people.second, number)
    second = site.visit(site.people.second)
    asked = second.get(f"/aanwezig?onderwerp=proposal:{number}&onderwerp=onzin")
    assert FENNA in html(asked)
    for address in (f"/voorstellen/{number}", "/redactie/wachtrij"):
        assert FENNA in html(second.get(address)), address
    with site.app.app_context(), unit_of_work():
        db.session.execute(update(Presence).values(seen_at=now() - timedelta(seconds=61)))
    assert FENNA not in html(second.get(f"/voorstellen/{number}"))


def test_being_there_costs_one_small_write_and_only_now_and_then(site: Site) -> None:
    visitor = site.visit(site.people.writer)
    written = []
    for ago in (0, 0, 16):
        with site.app.app_context(), unit_of_work():
            db.session.execute(update(Presence).values(seen_at=now() - timedelta(seconds=ago)))
        with counted_statements(site.app) as statements:
            html(visitor.post("/aanwezig", {"hier": f"page:{site.page.id}", "plek": "0123456789ab"}))
        written.append([statement.split()[0] for statement in statements if statement.startswith(WRITING)])
    assert written == [["UPDATE", "DELETE", "INSERT"], [], ["UPDATE"]]


def test_who_arrives_sweeps_away_who_is_gone(site: Site) -> None:
    with site.app.app_context(), unit_of_work():
        service.note(site.people.writer, "page:1", "")
        db.session.execute(update(Presence).values(seen_at=now() - timedelta(minutes=5)))
        service.note(site.people.colleague, "page:2", "")
    assert rows(site.app) == [(site.people.colleague.account_id, "page:2")]


def test_a_person_decides_whether_she_is_seen(site: Site) -> None:
    number, fenna = site.proposal(), site.visit(site.people.redacteur)
    look(site, site.people.redacteur, number)
    assert fenna.post("/mijn/instellingen", {}).status_code == 303
    assert "checked" not in html(fenna.get("/mijn/instellingen")).partition('name="zichtbaar"')[2][:30]
    assert FENNA not in look(site, site.people.second, number)
    fenna.post("/mijn/instellingen", {"zichtbaar": "1"})
    assert FENNA in look(site, site.people.second, number)


def test_the_whole_site_can_do_without(site: Site, other_app: Callable[..., Flask]) -> None:
    number = site.proposal()
    discreet = Site(other_app(presence=False), site.people, site.page)
    look(discreet, site.people.redacteur, number)
    assert rows(site.app) == []
    for address in (f"/voorstellen/{number}", "/redactie/wachtrij"):
        assert "data-presence" not in html(discreet.visit(site.people.second).get(address)), address


@pytest.mark.parametrize(
    ("form", "status"),
    [
        ({"hier": "page:1", "plek": "lees dit even"}, 422),
        ({"hier": "account:1"}, 422),
        ({}, 422),
        ({"hier": "page:1"}, 403),
    ],
)
def test_nothing_else_can_be_told_and_a_page_only_by_who_may_change_it(
    site: Site, form: dict[str, str], status: int
) -> None:
    with site.app.app_context():
        reader = make_actor("Lotte Lezer", Role.READER)
    assert site.visit(reader).post("/aanwezig", form).status_code == status
    assert Visitor(site.app).post("/aanwezig", form).status_code == 401
    assert rows(site.app) == []
