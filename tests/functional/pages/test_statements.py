"""A page costs the same few statements, however large the guide is."""

import pytest
from flask import Flask

from app.conversations.kinds import WorkKind
from app.core.permissions import Role
from tests.browsing import Visitor
from tests.builders import (
    BuiltPage,
    make_account,
    make_chapter,
    make_many_pages,
    make_page,
    make_topic,
    revise_page,
)
from tests.conversation_builders import make_building_block, make_conversation
from tests.proposal_builders import make_actor, send_edit
from tests.statements import counted_statements

SMALL, LARGE = 5, 300


def statements_for(app: Flask, visitor: Visitor, url: str) -> int:
    with counted_statements(app) as statements:
        assert visitor.get(url).status_code == 200
    return len(statements)


def grow(app: Flask, number: int) -> BuiltPage:
    """A guide of this many pages that all link to the first, in two chapters, on one theme."""
    with app.app_context():
        topic = make_topic()
        chapters = [make_chapter("Eerste"), make_chapter("Tweede")]
        target = make_page("Doel", chapter_id=chapters[0], topic_ids=[topic])
        for chapter in chapters:
            make_many_pages(number // 2, "Zie [[Doel]].", chapter_id=chapter, topic_ids=[topic])
    return target


@pytest.mark.parametrize("number", [SMALL, LARGE])
def test_a_page_read_by_a_redacteur_takes_at_most_eight_statements(app: Flask, number: int) -> None:
    page = grow(app, number)
    with app.app_context():
        visitor = make_account(roles=[Role.MEMBER, Role.EDITOR])
        for writer in range(2):
            send_edit(make_actor(f"Schrijver {writer} Voorbeeld", Role.MEMBER), page, f"Anders {writer}.\n")
    assert statements_for(app, Visitor(app).sign_in(visitor), page.url) <= 8


def test_a_page_that_rests_on_bouwstenen_asks_once_for_all_of_them(app: Flask) -> None:
    """What the marks open is live and not stored with the page: the ninth, and only where there are marks."""
    with app.app_context():
        visitor = make_account(roles=[Role.MEMBER, Role.EDITOR])
        conversation = make_conversation(visitor, units=[("Directie Voorbeeld", WorkKind.POLICY)])
        blocks = [make_building_block(f"Nummer {n}.", conversation_id=conversation) for n in range(20)]
        plain = make_page("Zonder", "Zo is het.\n")
        resting = make_page("Rust", "".join(f"Zo is het. [[bouwsteen:{block}]]\n\n" for block in blocks))
    signed_in = Visitor(app).sign_in(visitor)
    without = statements_for(app, signed_in, plain.url)
    assert statements_for(app, signed_in, resting.url) == without + 1 <= 9


def test_the_history_takes_as_many_statements_for_sixty_versions_as_for_two(app: Flask) -> None:
    with app.app_context():
        author = make_account()
        short = revise_page(make_page("Kort"), "Anders.", author_ids=(author,))
        long = make_page("Lang")
        for number in range(59):
            long = revise_page(long, f"Zin nummer {number}.", author_ids=(author,))
    visitor = Visitor(app).sign_in(author)
    few = statements_for(app, visitor, f"{short.url}/versies")
    assert statements_for(app, visitor, f"{long.url}/versies") == few


def test_lists_take_a_fixed_number_of_statements(app: Flask) -> None:
    grow(app, SMALL)
    urls = ("/", "/themas", "/themas/tegenspraak", "/wijzigingen", "/paginas", "/feed.xml")
    few = {url: statements_for(app, Visitor(app), url) for url in urls}
    with app.app_context():
        make_many_pages(40, "Zie [[Niemand schreef dit]].")
    assert {url: statements_for(app, Visitor(app), url) for url in urls} == few
