"""Reading one page of the guide."""

from flask import Flask

from app.core.permissions import Role
from tests.browsing import Visitor
from tests.builders import at, make_account, make_chapter, make_page, make_topic, revise_page


def shown(visitor: Visitor, url: str) -> str:
    answer = visitor.get(url)
    assert answer.status_code == 200
    return answer.get_data(as_text=True)


def test_a_page_shows_its_title_lead_text_and_themes(app: Flask) -> None:
    with app.app_context():
        topic = make_topic("Menselijke maat")
        page = make_page(
            "Tegenspraak", "Zeg *op tijd* wat je ziet.", lead="Zeggen wat klopt.", topic_ids=[topic]
        )
    html = shown(Visitor(app), page.url)
    assert "<h1>Tegenspraak</h1>" in html
    assert "Zeggen wat klopt." in html
    assert "Zeg <em>op tijd</em> wat je ziet." in html
    assert '<a class="topic" href="/themas/menselijke-maat">Menselijke maat</a>' in html


def test_a_page_says_when_it_was_approved_and_how_often_it_changed(app: Flask) -> None:
    with app.app_context():
        page = revise_page(make_page(published_at=at(1)), "Een nieuwe zin.", published_at=at(3))
    html = shown(Visitor(app), page.url)
    assert "<li>Versie 2</li>" in html
    assert "3 november 2026" in html


def test_who_approved_is_a_name_for_colleagues_and_the_redactie_for_others(app: Flask) -> None:
    with app.app_context():
        editor = make_account("Rosa Voorbeeld", [Role.EDITOR])
        reader = make_account("Lezer Voorbeeld", [Role.READER])
        page = make_page(approver_id=editor, author_ids=(reader,))
    assert "door Rosa Voorbeeld" in shown(Visitor(app).sign_in(reader), page.url)
    strangers = shown(Visitor(app), page.url)
    assert "door de redactie" in strangers
    assert "Voorbeeld" not in strangers


def test_the_foot_asks_whether_it_was_of_use_and_leads_on_to_what_each_may_do(app: Flask) -> None:
    with app.app_context():
        topics = [make_topic("Menselijke maat"), make_topic("Ethiek")]
        page = make_page("Ethiek", "Zo is het.", topic_ids=topics)
        member, reader = make_account(), make_account("Lezer Voorbeeld", [Role.READER])

    def foot(visitor: Visitor) -> tuple[bool, ...]:
        said = shown(visitor, page.url).partition("Heb je hier iets aan?")[2]
        links = (f'href="{page.url}/voorstel"', 'href="/gesprekken/nieuw?thema=ethiek"')
        return tuple(link in said for link in links)

    assert foot(Visitor(app).sign_in(member)) == (True, True)
    assert foot(Visitor(app)) == (True, False)
    assert "iets aan?" not in shown(Visitor(app).sign_in(reader), page.url)


def test_headings_are_listed_and_lead_to_their_place(app: Flask) -> None:
    with app.app_context():
        page = make_page("Pagina", "## Eerst dit\n\nZin.\n\n## Dan dat\n\nZin.\n")
    html = shown(Visitor(app), page.url)
    assert '<a href="#kop-eerst-dit">Eerst dit</a>' in html
    assert '<h2 id="kop-dan-dat">' in html


def test_each_heading_has_a_pencil_for_who_may_propose_and_for_nobody_else(app: Flask) -> None:
    with app.app_context():
        page = make_page("Pagina", "## Eerst dit\n\nZin.\n\n> ## Geciteerd\n")
        member, reader = make_account(), make_account("Lezer Voorbeeld", [Role.READER])
    pencil = f'href="{page.url}/voorstel?sectie=kop-eerst-dit"'
    for_member = shown(Visitor(app).sign_in(member), page.url)
    assert pencil in for_member
    assert for_member.count("section-pencil") == 1
    assert "section-pencil" not in shown(Visitor(app).sign_in(reader), page.url)
    assert "section-pencil" not in shown(Visitor(app), page.url)


def test_who_has_no_right_to_propose_is_not_sent_to_the_form(app: Flask) -> None:
    with app.app_context():
        page = make_page()
        reader = make_account("Lezer Voorbeeld", [Role.READER])
    assert "Stel een wijziging voor" not in shown(Visitor(app).sign_in(reader), page.url)
    assert f'href="{page.url}/voorstel"' in shown(Visitor(app), page.url)


def test_previous_and_next_follow_the_guide_across_chapters(app: Flask) -> None:
    with app.app_context():
        first, empty, last = make_chapter("Eerste"), make_chapter("Leeg"), make_chapter("Laatste")
        one, two = make_page("Een", chapter_id=first), make_page("Twee", chapter_id=first)
        three = make_page("Drie", chapter_id=last)
    assert empty != last
    html = shown(Visitor(app), two.url)
    assert f'rel="prev" href="{one.url}"' in html
    assert f'rel="next" href="{three.url}"' in html
    assert 'rel="next"' not in shown(Visitor(app), three.url)


def test_a_page_outside_the_guide_has_no_neighbours(app: Flask) -> None:
    with app.app_context():
        make_page("Een", chapter_id=make_chapter())
        outside = make_page("Los")
    html = shown(Visitor(app), outside.url)
    assert 'rel="prev"' not in html
    assert "buiten de gids" in html


def test_the_navigation_opens_the_current_chapter_only(app: Flask) -> None:
    with app.app_context():
        here, there = make_chapter("Hier"), make_chapter("Daar")
        page = make_page("Een", chapter_id=here)
        first, second = make_page("Twee", chapter_id=there), make_page("Drie", chapter_id=there)
    html = shown(Visitor(app), page.url)
    assert f'<a href="{page.url}" aria-current="page">Een</a>' in html
    assert first.url in html
    assert second.url not in html


def test_pages_that_link_here_are_shown(app: Flask) -> None:
    with app.app_context():
        page = make_page("Tegenspraak")
        make_page("Openheid", "Lees ook [[Tegenspraak]] en [[tegenspraak#Een kop]].")
    html = shown(Visitor(app), page.url)
    assert html.count('<a href="/pagina/openheid">Openheid</a>') == 1


def test_a_title_cannot_smuggle_in_html(app: Flask) -> None:
    with app.app_context():
        page = make_page("<img src=x onerror=alert(1)>", lead="<b>x</b>", slug="gevaarlijk")
    html = shown(Visitor(app), page.url)
    assert "<img src=x" not in html
    assert "<b>x</b>" not in html
