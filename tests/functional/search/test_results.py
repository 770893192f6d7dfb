"""What a visitor meets on /zoeken; the page "Lezen en zoeken" of the guide promises it."""

from tests.builders import make_chapter, make_page, make_topic
from tests.functional.search.conftest import Guide
from tests.statements import counted_statements


def test_what_the_guide_promises_about_searching_is_true(guide: Guide) -> None:
    with guide.app.app_context():
        make_page("Praten", "Overleggen over tegenspraak, met coördinatie.")
        make_page("Maat", "De menselijke maat telt.")
        make_page("Anders", "De maat van menselijke zaken. Advies aan de minister.")
        make_page("Raad", "Een advies van de uitvoerder.")
        make_page("Doen", "Goede uitvoering.")
    guide.follow_up()
    assert guide.find("tegenspraak overleg") == ["Praten"]
    assert guide.find("TEGENSPRAAK coordinatie") == ["Praten"]
    assert guide.find('"menselijke maat"') == ["Maat"]
    assert guide.find("adviezen -minister") == ["Raad"]
    assert sorted(guide.find("uitvoer*")) == ["Doen", "Raad"]
    assert guide.find("ui*") == []


def test_a_title_comes_before_the_text(guide: Guide) -> None:
    with guide.app.app_context():
        make_page("Iets", "Tegenspraak, tegenspraak en nog eens tegenspraak.")
        make_page("Over tegenspraak", "Een zin.")
    guide.follow_up()
    assert guide.find("tegenspraak") == ["Over tegenspraak", "Iets"]


def test_a_hit_shows_where_the_words_are_and_what_the_page_is(guide: Guide) -> None:
    with guide.app.app_context():
        topic, chapter = make_topic("Openheid"), make_chapter("De gids")
        make_page("Een titel", "Zin vooraf.\n\nHet advies telt.", topic_ids=[topic], chapter_id=chapter)
    guide.follow_up()
    html = guide.html("adviezen")
    assert "Het <mark>advies</mark> telt." in html
    assert "De gids · Openheid · " in html
    assert "1 pagina gevonden" in html


def test_text_of_a_page_is_never_html_in_a_hit(guide: Guide) -> None:
    with guide.app.app_context():
        make_page('<img src=x onerror="alert(1)"> gevaar', "`<script>alert(1)</script>`", lead="<b>gevaar")
    guide.follow_up()
    html = guide.html("gevaar alert")
    assert "<img src=x" not in html and "<script>alert" not in html and "<b>" not in html
    assert "&lt;script&gt;<mark>alert</mark>(1)" in html


def test_what_was_typed_comes_back_as_text(guide: Guide) -> None:
    html = guide.html('"><script>alert(1)</script>')
    assert "<script>alert" not in html
    assert "Niets gevonden voor" in html


def test_a_theme_narrows_down_and_can_be_left(guide: Guide) -> None:
    with guide.app.app_context():
        one, other = make_topic("Openheid"), make_topic("Ethiek")
        make_page("Eerste", "advies", topic_ids=[one, other])
        make_page("Tweede", "advies", topic_ids=[one])
    guide.follow_up()
    assert '/zoeken?q=advies&amp;thema=openheid">Openheid <span class="count">2' in guide.html("advies")
    narrowed = guide.html("advies", thema="ethiek")
    assert guide.find("advies", thema="ethiek") == ["Eerste"]
    assert 'aria-current="true">Ethiek <span class="count">1' in narrowed
    assert '<a href="/zoeken?q=advies">' in narrowed


def test_another_word_for_a_theme_finds_the_theme_and_its_page(guide: Guide) -> None:
    with guide.app.app_context():
        topic = make_topic("Tegenspraak", "kritiek geven")
        make_page("Tegenspraak", "Zeg wat niet klopt.", describes_topic_id=topic, topic_ids=[topic])
        make_page("Anders", "Een zin.")
    guide.follow_up()
    html = guide.html("kritiek geven")
    assert guide.find("kritiek geven") == ["Tegenspraak", "Tegenspraak"]
    assert 'href="/themas/tegenspraak"' in html and 'href="/pagina/tegenspraak"' in html
    assert "1 thema en 1 pagina gevonden" in html


def test_a_kind_leaves_pages_or_themes(guide: Guide) -> None:
    with guide.app.app_context():
        make_topic("Openheid")
        make_page("Over openheid", "Een zin.")
    guide.follow_up()
    assert guide.find("openheid") == ["Openheid", "Over openheid"]
    assert guide.find("openheid", soort="thema") == ["Openheid"]
    assert guide.find("openheid", soort="pagina") == ["Over openheid"]
    assert guide.find("openheid", soort="onzin") == ["Openheid", "Over openheid"]


def test_when_no_page_has_all_words_those_with_some_are_shown(guide: Guide) -> None:
    with guide.app.app_context():
        make_page("Een", "advies")
        make_page("Twee", "minister")
    guide.follow_up()
    assert sorted(guide.find("advies minister")) == ["Een", "Twee"]
    assert "Geen pagina heeft alle woorden" in guide.html("advies minister")


def test_a_wrong_spelling_gets_a_link_to_a_better_one(guide: Guide) -> None:
    with guide.app.app_context():
        make_page("Een", "tegenspraak bij de overheid")
    guide.follow_up()
    html = guide.html("tegensprak overheit")
    assert 'href="/zoeken?q=tegenspraak+overheid"><strong>tegenspraak overheid</strong></a>?' in html
    assert "Bedoelde je" not in guide.html("xyzzy")


def test_nothing_found_says_what_to_try(guide: Guide) -> None:
    html = guide.html("xyzzy")
    assert "Niets gevonden voor “xyzzy”" in html
    assert 'href="/paginas"' in html and 'href="/voorstellen/nieuw"' in html


def test_only_what_may_not_be_there_is_no_question(guide: Guide) -> None:
    assert "Zet er een woord bij" in guide.html("-minister")


def test_an_empty_question_shows_where_to_begin(guide: Guide) -> None:
    with guide.app.app_context():
        make_topic("Openheid")
    assert 'href="/themas/openheid"' in guide.html("")


def test_many_hits_come_in_pieces_of_twenty(guide: Guide) -> None:
    with guide.app.app_context():
        for number in range(23):
            make_page(f"Pagina {number}", "advies")
    guide.follow_up()
    first, second = guide.find("advies"), guide.find("advies", bladzijde=2)
    assert (len(first), len(second), len({*first, *second})) == (20, 3, 23)
    assert "bladzijde=2" in guide.html("advies")
    with counted_statements(guide.app) as many:
        guide.find("advies")
    with counted_statements(guide.app) as few:
        guide.find('"pagina 3"')
    assert len(many) == len(few) <= 8


def test_hostile_questions_are_answered(guide: Guide) -> None:
    with guide.app.app_context():
        make_page("Een", "Een zin.")
    guide.follow_up()
    for typed in ("*" * 300, "a\x07b", "%" * 200, "[a TO z]", "\\", "'; DROP TABLE page; --", "' OR 1=1"):
        guide.html(typed, thema=typed, soort=typed, bladzijde=typed)
    assert guide.visitor.get("/zoeken?q=%ff%ed%a0%80&thema=%ff").status_code == 200
