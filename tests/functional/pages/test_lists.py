"""The front page, all pages, recent changes, and addresses without a page."""

from flask import Flask

from app.core.permissions import Role
from tests.browsing import Visitor
from tests.builders import at, make_account, make_chapter, make_many_pages, make_page, make_topic, revise_page


def shown(visitor: Visitor, url: str, status: int = 200) -> str:
    answer = visitor.get(url)
    assert answer.status_code == status
    return answer.get_data(as_text=True)


def test_the_front_page_shows_chapters_in_order_with_their_pages(app: Flask) -> None:
    with app.app_context():
        first, second = make_chapter("Eerst"), make_chapter("Daarna")
        make_page("Achteraan", chapter_id=second)
        make_page("Vooraan", chapter_id=first)
        make_page("Los", published_at=at(1, year=2020))
    html = shown(Visitor(app), "/")
    places = [html.index(part) for part in ("Eerst</h3>", "Vooraan", "Daarna</h3>", "Achteraan")]
    assert places == sorted(places)
    assert "Los" not in html[places[0] : html.index('id="veranderd"')]


def test_the_front_page_of_an_empty_guide_says_how_it_begins(app: Flask) -> None:
    assert "De eerste pagina begint met een voorstel." in shown(Visitor(app), "/")


def test_the_front_page_shows_recent_changes_with_their_reason_but_no_small_ones(app: Flask) -> None:
    with app.app_context():
        page = make_page("Openheid", published_at=at(1))
        page = revise_page(page, "Duidelijker.", reason="Niemand begreep het.", published_at=at(2))
        revise_page(page, "Duidelijker!", reason="Tikfout.", minor=True, published_at=at(3))
    html = shown(Visitor(app), "/")
    assert "Niemand begreep het." in html
    assert "Tikfout." not in html


def test_the_front_page_does_not_call_the_beginning_of_the_guide_a_change(app: Flask) -> None:
    with app.app_context():
        make_page("Openheid", reason="Zo begon het.")
    html = shown(Visitor(app), "/")
    assert "Zo begon het." not in html
    assert "De gids is net begonnen" in html


def test_all_pages_are_listed_by_title_outside_the_guide_too(app: Flask) -> None:
    with app.app_context():
        chapter = make_chapter("Hoofdstuk een")
        for title, place in (("Ethiek", None), ("Één maat", chapter), ("Advies", None)):
            make_page(title, chapter_id=place)
    html = shown(Visitor(app), "/paginas")
    places = [html.index(f">{title}</a>") for title in ("Advies", "Één maat", "Ethiek")]
    assert places == sorted(places)
    assert "Hoofdstuk een" in html
    assert html.count("buiten de gids") == 2


def test_a_letter_shows_only_the_pages_that_begin_with_it(app: Flask) -> None:
    with app.app_context():
        make_page("Ethiek")
        make_page("Advies")
    html = shown(Visitor(app), "/paginas?letter=e")
    assert ">Ethiek</a>" in html
    assert ">Advies</a>" not in html
    assert ">Advies</a>" in shown(Visitor(app), "/paginas?letter=%25")


def test_all_pages_come_in_pieces(app: Flask) -> None:
    with app.app_context():
        make_many_pages(101)
    assert "Bladzijde 1 van 2" in shown(Visitor(app), "/paginas")
    last = shown(Visitor(app), "/paginas?letter=p&bladzijde=99")
    assert last.count("page-list__title") == 1
    assert 'href="/paginas?letter=p&amp;bladzijde=1"' in last


def test_pages_that_are_wanted_are_listed_by_demand(app: Flask) -> None:
    with app.app_context():
        make_page("Een", "Zie [[Klokkenluiders]] en [[Loyaliteit]].")
        make_page("Twee", "Zie [[klokkenluiders]] en [[thema:onbekend]].")
    html = shown(Visitor(app), "/paginas")
    wanted = html[html.index('id="gewenst"') :]
    assert wanted.index("/pagina/klokkenluiders") < wanted.index("/pagina/loyaliteit")
    assert "thema" not in wanted.partition("</section>")[0]


def test_an_address_without_a_page_says_who_wants_it_and_offers_to_write_it(app: Flask) -> None:
    with app.app_context():
        make_page("Openheid", "Zie [[Klokkenluiders]].")
        member, reader = make_account(), make_account("Lezer Voorbeeld", [Role.READER])
    html = shown(Visitor(app).sign_in(member), "/pagina/klokkenluiders", 404)
    assert "Deze pagina is er nog niet" in html
    assert '<a href="/pagina/openheid">Openheid</a>' in html
    assert "/voorstellen/nieuw?titel=Klokkenluiders" in html
    assert "Schrijf deze pagina" not in shown(Visitor(app).sign_in(reader), "/pagina/klokkenluiders", 404)


def test_changes_stand_under_the_day_they_were_made_in_the_netherlands(app: Flask) -> None:
    with app.app_context():
        page = make_page("Openheid", published_at=at(1))
        revise_page(page, "Nieuw.", change_note="Zin erbij.", reason="Vraag.", published_at=at(2, hour=23))
    html = shown(Visitor(app), "/wijzigingen")
    assert html.index("3 november 2026</h2>") < html.index("Zin erbij.") < html.index("1 november 2026</h2>")
    assert 'href="/pagina/openheid/vergelijk?van=1&amp;tot=2"' in html


def test_changes_show_names_to_colleagues_only(app: Flask) -> None:
    with app.app_context():
        author = make_account("Rosa Voorbeeld", [Role.READER])
        make_page("Openheid", author_ids=(author,))
    assert "Rosa Voorbeeld" in shown(Visitor(app).sign_in(author), "/wijzigingen")
    assert "Rosa" not in shown(Visitor(app), "/wijzigingen")
    assert "geschreven door een medewerker" in shown(Visitor(app), "/wijzigingen")


def test_themes_are_on_the_front_page(app: Flask) -> None:
    with app.app_context():
        make_topic("Menselijke maat")
    assert '<a href="/themas/menselijke-maat">Menselijke maat</a>' in shown(Visitor(app), "/")
