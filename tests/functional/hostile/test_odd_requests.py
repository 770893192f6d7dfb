"""Requests that no browser sends: never a failure, always a page in Dutch, and what was typed comes back."""

import random
from collections.abc import Callable, Iterator
from urllib.parse import quote

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from tests.browsing import Visitor
from tests.site_map import SLUG, address, everybody, make_guide, routes

SqliteApp = Callable[..., Flask]
FORM = "application/x-www-form-urlencoded"
TYPED = "Deze zin mag niet weg."
VALUES = (
    b"", b"abc", b"-1", b"0", b"1", b"2", b"2147483648", b"9223372036854775808", b"9" * 25, b"9" * 5000,
    b"1e400", b"NaN", b"\x00", b"a\x00b", b"\xed\xa0\x80", b"\xff\xfe", "١".encode(), "Ⅻ".encode(),
    b"'; DROP TABLE page; --", b"../../etc/passwd", b"{{7*7}}", "\u202eab".encode(), b"x" * 10_000,
    b"y" * 201_000, b"javascript:alert(1)", b"[[" * 300, b"<script>", SLUG.encode(), b"accept", b"reject",
    b"take", b"mijn", b"brontekst", b"own", b"//evil.example/", b"http://[", b"%00", b"kop-een-kop",
    b"\r\n\r\nSet-Cookie: x=1", b"/voorstellen/nieuw", "\u0130".encode() * 300, b"> " * 400 + b"x",
)  # fmt: skip
QUESTIONS = (
    "van", "tot", "bladzijde", "weergave", "versie", "lijst", "letter", "q", "thema", "soort", "sectie",
    "titel", "volgende",
)  # fmt: skip
FIELDS = (
    "titel", "samenvatting", "tekst", "themas", "wijziging", "reden", "klein", "basis", "sectie", "gezien",
    "actie", "sleutel", "besluit", "plek-1", "keuze-1", "eigen-1", "email", "wachtwoord", "volgende",
    "bewaard:tekst", "bewaard:basis", "_herstel",
)  # fmt: skip
HEADERS = (
    ("Host", "["),
    ("Host", 'evil"><x'),
    ("Host", ""),
    ("Cookie", 'aanmelding="\\355\\240\\200"; formulier=.eJw.x.y; =;;;a=b=c'),
    ("Cookie", "formulier=\xff\xfe"),
    ("If-None-Match", '"' * 3000),
    ("If-Modified-Since", "Thu, 99 Foo 99999"),
    ("Range", "bytes=9-1,a"),
    ("Content-Type", "multipart/form-data"),
    ("Accept-Language", "\xff" * 2000),
)
REFUSED: tuple[tuple[dict[str, str | list[str]], int, str], ...] = (
    ({"basis": "999"}, 404, "Er is niets verstuurd."),
    ({"basis": "geen getal"}, 404, "Er is niets verstuurd."),
    ({"basis": "2", "sectie": "kop-die-weg-is"}, 404, "Dit kopje staat niet (meer) op de pagina."),
    ({"basis": "2", "themas": "999"}, 422, "Deze keuze bestaat niet (meer)."),
    ({"basis": "2", "themas": ["1", "x"]}, 422, "Deze keuze bestaat niet (meer)."),
    ({"basis": "2", "sleutel": "x" * 500}, 422, "Dit is te lang"),
)
FILLED = b"&titel=Titel&reden=Waarom&basis=2&gezien=1&tekst=" + quote(TYPED).encode()


def guess(chance: random.Random, names: tuple[str, ...], number: int) -> str:
    """Some fields with values that make no sense, as they travel."""
    return "&".join(f"{quote(name)}={quote(chance.choice(VALUES))}" for name in chance.sample(names, number))


def odd_requests(app: Flask, chance: random.Random) -> Iterator[tuple[str, str, str]]:
    """For each route: its method, an odd address of it, and odd fields."""
    for name, rule in routes(app).items():
        url = address(app, rule)
        if chance.random() < 0.4:
            url = url.replace(SLUG, quote(chance.choice(VALUES), safe="")[:3000] or "x", 1)
        if chance.random() < 0.4:
            url = url.replace("1", chance.choice(["0", "2", "2147483648", "9" * 20, "9" * 5000]), 1)
        fields = guess(chance, FIELDS, chance.randint(1, 8))
        yield name.split()[0], f"{url}?{guess(chance, QUESTIONS, 3)}", fields


def sound(answer: TestResponse) -> bool:
    """No failure, and nothing of the machine in what is shown, or told to a script in one sentence."""
    told = answer.is_json and set(answer.get_json()) == {"fout"}
    dutch = told or 'lang="nl"' in answer.text or answer.status_code < 400
    return answer.status_code < 500 and dutch and "Traceback" not in answer.text


def test_no_address_or_form_makes_any_view_fail_for_anybody(app: Flask) -> None:
    visitors = everybody(app, make_guide(app))
    chance = random.Random(20261123)  # noqa: S311 the same guesses each time
    for who, visitor in visitors.items():
        for method, url, fields in odd_requests(app, chance):
            if method == "GET":
                answer = visitor.get(url)
            else:
                # Signing in or out would make somebody else of this visitor.
                sender = Visitor(app) if "melden" in url else visitor
                filled = FILLED.decode() if chance.random() < 0.6 else ""
                sent = f"{fields}{filled}&csrf_token={quote(sender.token())}"
                answer = sender.client.post(url, data=sent, content_type=FORM)
            assert sound(answer), (who, method, url[:300], fields[:600])


def test_an_odd_header_changes_nothing_for_the_visitor(sqlite_app: SqliteApp) -> None:
    visitor = Visitor(sqlite_app())
    for name, value in HEADERS:
        for path in ("/", "/feed.xml", "/themas"):
            assert visitor.get(path, headers={name: value}).status_code == 200, (name, value, path)


def test_an_origin_that_is_not_ours_is_refused_however_it_is_written(sqlite_app: SqliteApp) -> None:
    visitor = Visitor(sqlite_app())
    for origin in ("http://[", "null", "", "://", "http://", "https://localhost.evil.example"):
        answer = visitor.post("/afmelden", headers={"Origin": origin})
        assert (answer.status_code, 'lang="nl"' in answer.text) == (403, True), origin


def test_a_forged_host_leads_nobody_to_another_site(sqlite_app: SqliteApp) -> None:
    visitor = Visitor(sqlite_app())
    for path in (f"/pagina//{SLUG}", "//themas", "/pagina//%2F%2Fevil.example/versies", "/./themas//"):
        answer = visitor.get(path, headers={"Host": "evil.example"})
        assert (answer.location or "/").startswith("/"), path
        assert not (answer.location or "/").startswith("//"), path


@pytest.mark.parametrize("number", [10_000, 5_000_000])
def test_a_form_of_very_many_fields_is_refused_before_it_is_read(sqlite_app: SqliteApp, number: int) -> None:
    answer = Visitor(sqlite_app()).client.post("/aanmelden", data=b"a&" * number, content_type=FORM)
    assert answer.status_code == 413
    assert "te groot" in answer.text


def test_a_text_that_is_far_too_long_comes_back_whole(sqlite_app: SqliteApp) -> None:
    app = sqlite_app()
    visitors = everybody(app, make_guide(app))
    for megabytes in (1, 11):
        typed = f"{TYPED} " * (megabytes * 1024 * 1024 // len(TYPED) - 1)
        for who, status in (("medewerker", 422), ("anonymous", 401)):
            form = {"titel": "Titel", "reden": "Waarom", "tekst": typed}
            answer = visitors[who].post("/voorstellen/nieuw", form)
            assert answer.status_code == status
            assert answer.text.count(TYPED) >= typed.count(TYPED)


def test_a_form_that_cannot_be_right_keeps_the_text(app: Flask) -> None:
    writer = everybody(app, make_guide(app))["medewerker"]
    for fields, status, sentence in REFUSED:
        form = {"titel": "Voorbeeld", "tekst": TYPED, "reden": "Zo is het beter.", **fields}
        answer = writer.post(f"/pagina/{SLUG}/voorstel", form)
        assert answer.status_code == status, fields
        assert TYPED in answer.text
        assert sentence in answer.text, fields
