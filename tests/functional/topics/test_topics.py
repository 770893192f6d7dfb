"""Reading by theme."""

from flask import Flask

from tests.browsing import Visitor
from tests.builders import make_page, make_topic, revise_page


def shown(app: Flask, url: str) -> str:
    answer = Visitor(app).get(url)
    assert answer.status_code == 200
    return answer.get_data(as_text=True)


def test_every_theme_shows_its_definition_and_how_much_there_is(app: Flask) -> None:
    with app.app_context():
        topic, empty = make_topic("Tegenspraak"), make_topic("Openheid")
        make_page("Tegenspraak", lead="Zeggen wat klopt.", describes_topic_id=topic, topic_ids=[topic])
        make_page("Overleg", topic_ids=[topic])
    assert empty != topic
    html = shown(app, "/themas")
    assert "Zeggen wat klopt." in html
    assert html.index("2 pagina&#39;s") < html.index("Openheid</a></h2>") < html.index("0 pagina&#39;s")


def test_a_theme_shows_the_definition_and_everything_on_it(app: Flask) -> None:
    with app.app_context():
        topic = make_topic("Tegenspraak", "kritiek", "afwijkende mening")
        page = make_page("Wat tegenspraak is", lead="Zeggen wat klopt.", describes_topic_id=topic)
        make_page("Overleg", topic_ids=[topic])
        make_page("Iets anders")
    html = shown(app, "/themas/tegenspraak")
    assert "Zeggen wat klopt." in html
    assert f'href="{page.url}"' in html
    assert "afwijkende mening, kritiek" in html
    assert ">Overleg</a>" in html
    assert "Iets anders" not in html


def test_a_page_that_left_a_theme_is_not_listed_any_more(app: Flask) -> None:
    with app.app_context():
        topic = make_topic()
        revise_page(make_page("Overleg", topic_ids=[topic]), topic_ids=[])
    assert ">Overleg</a>" not in shown(app, "/themas/tegenspraak")


def test_a_theme_that_does_not_exist_is_not_found(app: Flask) -> None:
    assert Visitor(app).get("/themas/onbekend").status_code == 404
