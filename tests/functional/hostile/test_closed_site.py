"""What a stranger must not learn: anything at all where reading is closed, and names where it is open."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from flask import Flask
from sqlalchemy import select

from app.accounts.models import LoginSession
from app.attachments.service import store
from app.core.db import db, unit_of_work
from app.pages.kinds import RevisionOrigin
from app.pages.models import PageSlug
from app.proposals.sending import Motivation
from app.search.sync import ensure_index
from config import Mode, ReadAccess
from tests.browsing import Visitor
from tests.builders import make_chapter, make_page, make_topic, revise_page
from tests.proposal_builders import REDACTEUR, accept, make_actor, send_edit, send_new_page, take

SqliteApp = Callable[..., Flask]
SECRET = "walrustand"
NAMES = ("Wilhelmina", "Kwartelstaart", "Zeepaardje", "Nachtegaal")


@dataclass(frozen=True)
class Full:
    """A guide with something of everything in it; every word that tells something holds `SECRET`."""

    app: Flask
    reader: Visitor
    picture: str

    def addresses(self) -> Iterator[str]:
        """Everything that can be read, under present and former addresses."""
        yield from ("/", "/feed.xml", "/wijzigingen", "/paginas", "/paginas?letter=w", "/themas")
        yield from (f"/themas/{SECRET}", f"/zoeken?q={SECRET}", f"/zoeken?q={SECRET[:5]}*", self.picture)
        for slug in (SECRET, f"oud-{SECRET}"):
            yield from (f"/pagina/{slug}", f"/pagina/{slug}/versies", f"/pagina/{slug}/versies/1")
            yield from (f"/pagina/{slug}/vergelijk{view}" for view in ("", "?weergave=naast", "?van=1&tot=2"))
            yield f"/pagina/{slug}/voorstel"
        yield from (
            "/voorstellen?lijst=open",
            "/voorstellen/1",
            "/voorstellen/2?weergave=hele-tekst",
            "/redactie/wachtrij",
        )


def make_full(app: Flask) -> Full:
    """The guide of `Full`; its people have names that stand nowhere else."""
    with app.app_context():
        writer, redacteur, editor, colleague = (make_actor(name, *REDACTEUR) for name in NAMES)
        topic = make_topic(SECRET, slug=SECRET)
        place: dict[str, Any] = {
            "slug": SECRET,
            "lead": SECRET,
            "chapter_id": make_chapter(SECRET),
            "topic_ids": [topic],
        }
        page = make_page(f"Over {SECRET}", f"Zin {SECRET}.\n", **place)
        told: dict[str, Any] = {"reason": SECRET, "change_note": SECRET, "approver_id": redacteur.account_id}
        told |= {"author_ids": (writer.account_id,), "editor_ids": (editor.account_id,)}
        page = revise_page(page, f"Nog een zin {SECRET}.\n", origin=RevisionOrigin.PROPOSAL, **told)
        why = Motivation(change_note=SECRET, reason=SECRET)
        taken = send_edit(writer, page, f"Een derde zin {SECRET}.\n", why=why)
        take(redacteur, taken)
        accept(redacteur, taken)
        send_edit(colleague, page, f"Een vierde zin {SECRET}.\n", why=why)
        send_new_page(colleague, f"Nieuw over {SECRET}", SECRET)
        with unit_of_work():
            db.session.add(PageSlug(slug=f"oud-{SECRET}", page_id=page.id, current=False))
            sha256 = store(b"\x89PNG\r\n\x1a\n" + SECRET.encode(), f"{SECRET}.png")
        ensure_index()
    reader = Visitor(app).sign_in(redacteur.account_id or 0)
    return Full(app, reader, f"/bijlage/{sha256}/{SECRET}.png")


def test_where_reading_is_closed_a_stranger_learns_nothing(sqlite_app: SqliteApp) -> None:
    full = make_full(sqlite_app(read_access=ReadAccess.SIGNED_IN))
    stranger = Visitor(full.app)
    for address in full.addresses():
        assert SECRET.encode() in full.reader.get(address, follow_redirects=True).data, address
        for method in ("GET", "HEAD"):
            answer = stranger.client.open(address, method=method, headers={"If-None-Match": "*"})
            assert answer.status_code == 302, address
            assert answer.location.startswith("/aanmelden?volgende="), address
            assert "ETag" not in answer.headers
        after = stranger.get(answer.location).text
        assert SECRET not in after.replace(address.replace("&", "&amp;"), ""), address


def test_where_reading_is_closed_what_is_there_and_what_is_not_look_the_same(sqlite_app: SqliteApp) -> None:
    full = make_full(sqlite_app(read_access=ReadAccess.SIGNED_IN))
    stranger = Visitor(full.app)
    there, gone = SECRET, "q" * len(SECRET)
    for path in ("/pagina/{}", "/pagina/oud-{}", "/pagina/{}/versies/1", "/themas/{}", "/zoeken?q={}"):
        answers = [stranger.get(path.format(word)) for word in (there, gone)]
        assert answers[0].status_code == answers[1].status_code
        assert answers[0].text.replace(there, gone) == answers[1].text
    for path in ("/pagina/{}/voorstel", "/pagina/oud-{}/voorstel"):
        sent = [stranger.post(path.format(word), {"tekst": "Een lange zin."}) for word in (there, gone)]
        assert [answer.status_code for answer in sent] == [401, 401]
        assert len(sent[0].data) == len(sent[1].data)


def test_what_an_open_site_gave_is_worthless_once_it_is_closed(sqlite_app: SqliteApp) -> None:
    full = make_full(sqlite_app())
    etag = Visitor(full.app).get(f"/pagina/{SECRET}").headers["ETag"]
    closed = Visitor(sqlite_app(read_access=ReadAccess.SIGNED_IN))
    answer = closed.get(f"/pagina/{SECRET}", headers={"If-None-Match": etag})
    assert (answer.status_code, SECRET in answer.text.replace(f"/pagina/{SECRET}", "")) == (302, False)


def test_without_an_account_nobodys_name_is_anywhere(sqlite_app: SqliteApp) -> None:
    full = make_full(sqlite_app())
    stranger = Visitor(full.app)
    seen = b"".join(full.reader.get(address, follow_redirects=True).data for address in full.addresses())
    assert all(name.encode() in seen for name in NAMES)
    for address in (*full.addresses(), "/er-is-niets", "/pagina/er-is-niets"):
        shown = stranger.get(address, follow_redirects=True).data
        assert [name for name in NAMES if name.encode() in shown] == [], address
    for name in NAMES:
        assert "niets gevonden" in stranger.get(f"/zoeken?q={name}").text.lower()


def test_a_page_made_for_somebody_with_an_account_is_never_given_to_a_stranger(sqlite_app: SqliteApp) -> None:
    full = make_full(sqlite_app())
    stranger = Visitor(full.app)
    address = f"/pagina/{SECRET}/versies"
    for visitor, named in ((full.reader, True), (stranger, False), (full.reader, True), (stranger, False)):
        assert any(name in visitor.get(address).text for name in NAMES) is named
    with_other_cookies = {"Cookie": "iets=anders; aanmelding2=x"}
    assert not any(name in stranger.get(address, headers=with_other_cookies).text for name in NAMES)


def test_a_forged_session_is_nobodys(sqlite_app: SqliteApp) -> None:
    app = sqlite_app(mode=Mode.PRODUCTION, one_click_sign_in=False, cookie_secure=True)
    visitor = make_full(app).reader
    assert visitor.signed_in_cookie == "__Host-aanmelding"
    with app.app_context():
        stored = db.session.scalars(select(LoginSession.token_hash)).one()
    for token in ("", "x", "0", "\\000", '"', "a" * 3000, stored, stored.upper()):
        visitor.client.set_cookie(visitor.signed_in_cookie, token)
        assert visitor.get("/voorstellen").status_code == 302, token
