"""A stored rendering follows the renderer and the targets of its links; the revision stays as it is."""

import sqlalchemy as sa
from flask import Flask

from app.core.db import db, unit_of_work
from app.core.outbox import run_due
from app.pages.models import Page, PageLink, Rendering, Revision
from app.pages.rerendering import promise_outdated_renderings
from app.preparation import prepare_everything
from app.subscribers import HANDLERS
from app.text.rendered import RENDERER_VERSION
from tests.builders import BuiltPage, make_page, revise_page


def follow_up() -> None:
    while run_due(HANDLERS):
        pass


def html_of(page: BuiltPage) -> str:
    rendering = sa.select(Rendering.html).join(Page, Page.current_revision_id == Rendering.revision_id)
    return db.session.scalars(rendering.where(Page.id == page.id)).one()


def make_outdated() -> None:
    with unit_of_work():
        db.session.execute(sa.update(Rendering).values(renderer_version=RENDERER_VERSION - 1, html="oud"))


def test_a_link_comes_alive_when_the_page_it_wanted_is_there(context: Flask) -> None:
    page = make_page("Openheid", "Lees ook [[Menselijke maat]].\n")
    assert "missing-link" in html_of(page)
    wanted = make_page("Menselijke maat")
    follow_up()
    assert "missing-link" not in html_of(page)
    assert db.session.scalars(sa.select(PageLink.target_page_id)).one() == wanted.id


def test_a_new_title_is_shown_by_the_pages_that_link_to_it(context: Flask) -> None:
    target = make_page("Maat", slug="maat")
    page = make_page("Openheid", "Lees ook [[maat]].\n")
    sealed = db.session.scalars(sa.select(Revision.sha256).where(Revision.page_id == page.id)).one()
    revise_page(target, title="Menselijke maat")
    follow_up()
    assert 'href="/pagina/maat"' in html_of(page)
    assert db.session.scalars(sa.select(Revision.sha256).where(Revision.page_id == page.id)).one() == sealed


def test_what_another_renderer_made_is_promised_and_made_again(context: Flask) -> None:
    page = make_page("Openheid")
    follow_up()
    make_outdated()
    assert promise_outdated_renderings() == 1
    follow_up()
    assert "Dit is een voorbeeld." in html_of(page)
    assert promise_outdated_renderings() == 0


def test_preparing_leaves_the_outdated_renderings_to_the_server(context: Flask) -> None:
    prepare_everything()
    make_outdated()
    prepare_everything()
    assert db.session.scalar(sa.select(sa.func.count()).where(Rendering.html == "oud"))
    follow_up()
    outdated = sa.select(sa.func.count()).where(Rendering.renderer_version != RENDERER_VERSION)
    assert db.session.scalar(outdated) == 0
