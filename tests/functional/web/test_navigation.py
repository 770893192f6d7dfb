"""The places in the header."""

from flask import Flask

from tests.site_map import everybody, make_guide


def test_only_the_redactie_sees_its_place_with_what_waits(app: Flask) -> None:
    pages = {who: visitor.get("/paginas").text for who, visitor in everybody(app, make_guide(app)).items()}
    assert [who for who, page in pages.items() if "/redactie/wachtrij" in page] == ["redacteur"]
    assert 'places__count">1<' in pages["redacteur"]


def test_the_place_where_one_is_has_a_mark(app: Flask) -> None:
    visitor = everybody(app, make_guide(app))["medewerker"]
    for path, place in (
        ("/", "/"),
        ("/pagina/voorbeeld", "/"),
        ("/themas", "/themas"),
        ("/voorstellen", "/voorstellen"),
    ):
        assert f'href="{place}" aria-current="page"' in visitor.get(path).text, path
