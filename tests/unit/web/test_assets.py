"""Static files: their addresses carry the hash of what they hold, in pages and in the stylesheet alike."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.web import assets

STYLESHEET = (assets.STATIC_FOLDER / "css" / "app.css").read_text(encoding="utf-8")
FILE_IN_STYLESHEET = re.compile(r"url\(\"?\.\./([^?\")]+)\?v=([0-9a-f]+)\"?\)")
TEMPLATES = assets.STATIC_FOLDER.parent / "templates"


@pytest.fixture
def client() -> FlaskClient:
    app = Flask("app", static_folder=str(assets.STATIC_FOLDER), static_url_path="/static")
    assets.register(app)
    return app.test_client()


def test_an_address_names_the_content() -> None:
    path, version = assets.static_url("css/app.css").split("?v=")
    assert path == "/static/css/app.css"
    assert len(version) == assets.HASH_DIGITS


def test_a_file_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        assets.static_url("css/missing.css")


def test_the_stylesheet_names_its_fonts_and_icons_as_the_pages_do() -> None:
    found = FILE_IN_STYLESHEET.findall(STYLESHEET)
    assert found
    for path, version in found:
        assert assets.static_url(path) == f"/static/{path}?v={version}"


def test_the_stylesheet_asks_nothing_of_another_host() -> None:
    assert "//" not in re.sub(r"url\('data:[^)]*\)", "", STYLESHEET)


def test_an_address_with_the_right_hash_may_be_kept_for_a_year(client: FlaskClient) -> None:
    with client.get(assets.static_url("favicon.svg")) as response:
        assert response.headers["Cache-Control"] == assets.KEEP_A_YEAR


@pytest.mark.parametrize("address", ["/static/favicon.svg", "/static/favicon.svg?v=000000000000"])
def test_any_other_address_is_asked_for_each_time(client: FlaskClient, address: str) -> None:
    with client.get(address) as response:
        assert response.headers["Cache-Control"] == assets.ASK_EACH_TIME


def test_every_static_file_that_a_template_names_exists() -> None:
    named = re.compile(r"static_url\('([^']+)'\)")
    for template in TEMPLATES.rglob("*.html"):
        for path in named.findall(template.read_text(encoding="utf-8")):
            assert assets.static_url(path)


def test_the_stylesheet_stays_small() -> None:
    assert len(STYLESHEET.encode()) <= 200_000
