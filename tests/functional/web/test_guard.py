"""Who gets in: every view is closed until it names a permission, and forms of other sites are refused."""

import pytest

from tests.browsing import Visitor
from tests.functional.web.conftest import Counts


def test_a_view_without_a_permission_is_closed_to_everybody(member: Visitor, anonymous: Visitor) -> None:
    for visitor in (member, anonymous):
        answer = visitor.get("/voorbeeld/dicht")
        assert answer.status_code == 403
        assert "nooit te zien" not in answer.text


def test_without_an_account_a_closed_page_leads_to_signing_in_and_back(anonymous: Visitor) -> None:
    answer = anonymous.get("/voorbeeld/formulier?deel=2")
    assert answer.status_code == 302
    assert answer.location == "/aanmelden?volgende=/voorbeeld/formulier?deel%3D2"


def test_signed_in_without_the_permission_gets_a_plain_sentence(reader: Visitor) -> None:
    answer = reader.get("/voorbeeld/formulier")
    assert answer.status_code == 403
    assert "Je account heeft hier geen rechten voor." in answer.text


def test_a_form_without_permission_changes_nothing_and_shows_the_text(
    reader: Visitor, counts: Counts
) -> None:
    answer = reader.post("/voorbeeld/formulier", {"tekst": "Mijn <b>zin</b> hier"})
    assert answer.status_code == 403
    assert "Mijn &lt;b&gt;zin&lt;/b&gt; hier" in answer.text
    assert counts.written == 0


@pytest.mark.parametrize(
    "origin",
    ["https://evil.example", "null", "https://localhost.evil.example", "http://localhost:81", "file://"],
)
def test_a_form_from_another_site_is_refused_even_with_a_token(
    member: Visitor, counts: Counts, origin: str
) -> None:
    answer = member.post("/voorbeeld/formulier", {"tekst": "Hun tekst hier"}, headers={"Origin": origin})
    assert answer.status_code == 403
    assert "Hun tekst" not in answer.text
    assert counts.written == 0


def test_a_form_of_our_own_is_accepted(member: Visitor, counts: Counts) -> None:
    answer = member.post("/voorbeeld/formulier", {"tekst": "x"}, headers={"Origin": "http://localhost"})
    assert (answer.status_code, counts.written) == (303, 1)


def test_the_token_of_one_visitor_is_worthless_to_another(member: Visitor, reader: Visitor) -> None:
    data = {"tekst": "x", "csrf_token": reader.token() + "x"}
    assert member.post_without_token("/voorbeeld/formulier", data).status_code == 400


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND"])
def test_an_unknown_method_is_not_allowed(member: Visitor, method: str) -> None:
    answer = member.client.open("/voorbeeld/lezen", method=method)
    assert answer.status_code == 405
    assert answer.headers["Allow"] == "GET, HEAD" or answer.headers["Allow"] == "HEAD, GET"


def test_a_method_in_a_header_or_field_is_ignored(member: Visitor, counts: Counts) -> None:
    answer = member.post("/voorbeeld/lezen", {"_method": "GET"}, headers={"X-HTTP-Method-Override": "GET"})
    assert answer.status_code == 405


@pytest.mark.parametrize(
    "path", ["/pagina/a%00b", "/zoeken?q=a%00b", "/themas/%00", "/pagina/%ff%fe", "/paginas?pagina=%00"]
)
def test_no_address_makes_the_database_stumble(anonymous: Visitor, path: str) -> None:
    assert anonymous.get(path).status_code == 404


@pytest.mark.parametrize("header", ["X-Forwarded-User", "X-Remote-User", "Remote-User", "Authorization"])
def test_a_header_signs_nobody_in(anonymous: Visitor, header: str) -> None:
    assert anonymous.get("/voorbeeld/formulier", headers={header: "Member Voorbeeld"}).status_code == 302


def test_a_try_out_answers_nobody_on_another_machine(anonymous: Visitor) -> None:
    outside = {"REMOTE_ADDR": "192.0.2.7"}
    assert anonymous.get("/aanmelden", environ_base=outside).status_code == 403
    assert anonymous.get("/aanmelden").status_code == 200
