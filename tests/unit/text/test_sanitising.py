import html
import unicodedata
from typing import Any

import pytest
from hypothesis import given

from app.text.rendering import render
from tests.unit.text.samples import HOSTILE, SOURCES, faults

_PLACES = [
    "{}",
    "- {}",
    "# {}",
    "| {} |\n|---|\n",
    "[x]({})",
    "![{}](x)",
    "[[a|{}]]",
    '!!! note "{}"',
    "[^1]\n\n[^1]: {}",
    "<div>{}</div>",
    "[x]\n\n[x]: {}",
]


def all_faults(source: str) -> list[str]:
    rendered = render(source, {})
    return [
        fault for markup in (rendered.html, *(s.html for s in rendered.segments)) for fault in faults(markup)
    ]


@pytest.mark.parametrize("payload", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("place", _PLACES, ids=range(len(_PLACES)))
def test_nothing_hostile_gets_through_wherever_it_stands(payload: str, place: str) -> None:
    assert all_faults(place.format(payload)) == []


def test_no_known_payload_gets_through(payloads: list[dict[str, Any]]) -> None:
    texts = [payload["payload"] for payload in payloads if len(payload["payload"]) < 20_000]
    assert len(texts) > 1000
    assert [text for text in texts if all_faults(text)] == []


def test_known_payloads_stay_harmless_when_somebody_normalises_the_result(
    payloads: list[dict[str, Any]],
) -> None:
    chosen = [payload["payload"] for payload in payloads if payload["category"].startswith("xss")]
    for text in chosen[::4]:
        markup = render(text, {}).html
        assert faults(unicodedata.normalize("NFC", markup)) == []


@given(SOURCES)
def test_no_combination_of_signs_gets_through(source: str) -> None:
    assert all_faults(source) == []


@pytest.mark.parametrize(
    "attribute", ["id", "class", "role", "tabindex", "aria-label", "style", "onclick", "hx-post"]
)
def test_what_a_person_types_cannot_pass_for_ours(attribute: str) -> None:
    rendered = render(f'<div {attribute}="kop-x">a</div>\n\nb <span {attribute}="kop-x">c</span>\n', {})
    assert attribute not in rendered.html
    assert "kop-x" not in rendered.html


def test_html_that_is_left_open_does_not_swallow_what_follows() -> None:
    for opened in (
        "<div><!-- ",
        '<div title="',
        "<div><table><tr><td>",
        "<details><summary>",
        "<pre>",
        "<div><b>",
    ):
        assert (
            "<p>Hierna</p>" in render(f"{opened}\n\nHierna\n", {}).html.replace("<b>", "")
            or opened == "<pre>"
        )


def test_our_own_secret_mark_is_never_stored() -> None:
    rendered = render("# Kop\n\n<div class='x'>\n\n<onbekend class='y'> [^1]\n\n[^1]: x\n", {})
    assert "own" not in rendered.html


def test_text_that_shows_html_shows_it_as_text() -> None:
    assert (
        html.unescape(render("`<b>` en <script>alert(1)</script>", {}).text)
        == "<b> en <script>alert(1)</script>"
    )
