"""Where a visitor may be sent back to: a path on this site and nothing else."""

import pytest

from app.web.addresses import FRONT_PAGE, LONGEST, local_path

ELSEWHERE = [
    "",
    "https://evil.example/",
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "\t//evil.example",
    " //evil.example",
    "/%2f/evil.example/..",
    "/%2Fevil.example",
    "/%5cevil.example",
    "/%09/evil.example",
    "%2f%2fevil.example",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,x",
    "evil.example",
    "@evil.example",
    "http:evil.example",
    "/\u2028/evil.example",
    "/\x00",
    "/pad%0d%0aSet-Cookie:x=1",
    "/" + "a" * LONGEST,
]


@pytest.mark.parametrize("address", ELSEWHERE)
def test_an_address_elsewhere_becomes_the_front_page(address: str) -> None:
    assert local_path(address) == FRONT_PAGE


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/pagina/tegenspraak",
        "/zoeken?q=menselijke+maat&thema=2",
        "/pagina/caf%C3%A9",
        "/a?u=//b",
        "/x:y",
    ],
)
def test_a_path_on_this_site_stays_as_it_is(address: str) -> None:
    assert local_path(address) == address
