"""Versions of a page: the list, an old one, and the differences between two."""

import pytest
from flask import Flask

from app.core.permissions import Role
from tests.browsing import Visitor
from tests.builders import BuiltPage, at, make_account, make_page, make_topic, revise_page


def shown(visitor: Visitor, url: str, status: int = 200) -> str:
    answer = visitor.get(url)
    assert answer.status_code == status
    return answer.get_data(as_text=True)


@pytest.fixture
def page(app: Flask) -> BuiltPage:
    """A page with three versions."""
    with app.app_context():
        author = make_account("Rosa Voorbeeld")
        editor = make_account("Edo Voorbeeld", [Role.EDITOR])
        built = make_page("Openheid", "Wees open. Vertel wat je weet.", published_at=at(1))
        built = revise_page(
            built,
            "Wees open. Vertel rustig wat je weet.",
            origin="proposal",
            author_ids=(author,),
            editor_ids=(editor,),
            approver_id=editor,
            change_note="Woord erbij.",
            reason="Haast maakt fouten.",
            published_at=at(2),
        )
        return revise_page(built, title="Openheid nu", minor=True, published_at=at(3))


def test_the_history_shows_who_what_and_why_newest_first(app: Flask, page: BuiltPage) -> None:
    with app.app_context():
        reader = make_account("Lezer Voorbeeld", [Role.READER])
    html = shown(Visitor(app).sign_in(reader), f"{page.url}/versies")
    assert html.index("Versie 3</a>") < html.index("Versie 2</a>") < html.index("Versie 1</a>")
    assert "door Rosa Voorbeeld · bewerkt door Edo Voorbeeld · vastgesteld door Edo Voorbeeld" in html
    assert "Woord erbij." in html
    assert "Haast maakt fouten." in html
    assert "1 zin anders" in html
    assert html.count("kleine wijziging") == 1


def test_the_history_hides_names_from_strangers(app: Flask, page: BuiltPage) -> None:
    html = shown(Visitor(app), f"{page.url}/versies")
    assert "door een medewerker · bewerkt door de redactie · vastgesteld door de redactie" in html
    assert "Rosa" not in html
    assert "Edo" not in html


def test_a_long_history_comes_in_pieces(app: Flask) -> None:
    with app.app_context():
        built = make_page("Lang")
        for number in range(50):
            built = revise_page(built, f"Zin {number}.")
    assert "Bladzijde 1 van 2" in shown(Visitor(app), f"{built.url}/versies")
    assert "eerste versie" in shown(Visitor(app), f"{built.url}/versies?bladzijde=2")


def test_an_old_version_is_marked_and_leads_to_the_present_one(app: Flask, page: BuiltPage) -> None:
    html = shown(Visitor(app), f"{page.url}/versies/1")
    assert "Dit is een oude versie" in html
    assert "Vertel wat je weet." in html
    assert f'<a href="{page.url}">Lees de nieuwste versie (3)</a>' in html


def test_the_present_version_is_not_called_old(app: Flask, page: BuiltPage) -> None:
    assert "Dit is een oude versie" not in shown(Visitor(app), f"{page.url}/versies/3")


def test_a_version_that_never_was_is_not_found(app: Flask, page: BuiltPage) -> None:
    for number in ("0", "4", "99999999999999999999", "een", "-1"):
        assert Visitor(app).get(f"{page.url}/versies/{number}").status_code == 404, number


def test_differences_show_what_came_and_the_reason_above_it(app: Flask, page: BuiltPage) -> None:
    html = shown(Visitor(app), f"{page.url}/vergelijk?van=1&tot=2")
    assert html.index("Haast maakt fouten.") < html.index("ingevoegd: </span>rustig")
    assert "**" not in html


def test_differences_of_title_and_themes_are_shown(app: Flask, page: BuiltPage) -> None:
    with app.app_context():
        revise_page(page, topic_ids=[make_topic("Menselijke maat")])
    html = shown(Visitor(app), f"{page.url}/vergelijk?van=2&tot=4")
    assert '<h2>Titel</h2><div class="diff">' in html
    assert 'erbij: <ins class="diff-ins">Menselijke maat</ins>' in html
    assert "Geen verschillen." in html


def test_without_numbers_the_last_two_versions_are_compared(app: Flask, page: BuiltPage) -> None:
    html = shown(Visitor(app), f"{page.url}/vergelijk")
    assert "versie 2</a>" in html
    assert "versie 3</a>, die nu in de gids staat" in html


def test_differences_can_be_seen_in_three_ways(app: Flask, page: BuiltPage) -> None:
    for view in ("naast", "brontekst", "doorlopend", "<script>"):
        html = shown(Visitor(app), f"{page.url}/vergelijk?van=1&tot=2&weergave={view}")
        assert "rustig" in html, view
        assert ("Versie 1</th>" in html) is (view == "naast"), view


def test_markdown_signs_are_seen_in_the_source_only(app: Flask) -> None:
    with app.app_context():
        built = revise_page(make_page("Openheid", "Wees *open*."), "Wees **open** en eerlijk.")
    assert "**open**" not in shown(Visitor(app), f"{built.url}/vergelijk?weergave=doorlopend")
    assert "**" in shown(Visitor(app), f"{built.url}/vergelijk?weergave=brontekst")


def test_versions_that_cannot_be_compared_get_a_plain_message(app: Flask, page: BuiltPage) -> None:
    html = shown(Visitor(app), f"{page.url}/vergelijk?van=1&tot=9", 404)
    assert "De pagina heeft versie 1 tot en met 3." in html
    assert "Je koos twee keer versie 2." in shown(Visitor(app), f"{page.url}/vergelijk?van=2&tot=2", 404)


def test_a_page_with_one_version_has_nothing_to_compare(app: Flask) -> None:
    with app.app_context():
        built = make_page()
    assert "nog maar één versie" in shown(Visitor(app), f"{built.url}/vergelijk", 404)
    assert "Vergelijk de gekozen versies" not in shown(Visitor(app), f"{built.url}/versies")


def test_the_history_of_a_page_that_is_not_there_is_not_found(app: Flask) -> None:
    for rest in ("/versies", "/versies/1", "/vergelijk"):
        assert Visitor(app).get(f"/pagina/onbekend{rest}").status_code == 404, rest
