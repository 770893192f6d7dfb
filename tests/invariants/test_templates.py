"""What every template must keep: no inline script or style, no other host, forms with token and address."""

import re
from pathlib import Path

import pytest
from flask import Flask

from tests.invariants.sources import ROOT

FOLDER = ROOT / "app" / "templates"
TEMPLATES = sorted(path for path in FOLDER.rglob("*") if path.is_file())
FORM = re.compile(r"<form\b.*?</form>", re.DOTALL | re.IGNORECASE)
COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
EXPRESSION = re.compile(r"\{[{%#].*?[}%#]\}", re.DOTALL)
TOKENS = ("csrf_token()", "hidden_fields(", "caller()")

# What the renderer made (its last step is the sanitiser), and the drawings of the icons.
SANITISED = {"rendered.html", "ICON[name]"}

FORBIDDEN = {
    "an inline handler": re.compile(r"<[^>]*\son[a-z]+\s*=", re.IGNORECASE),
    "an inline style": re.compile(r"<[^>]*\sstyle\s*=|<style\b", re.IGNORECASE),
    "an inline script": re.compile(r"<script(?![^>]*\ssrc=)", re.IGNORECASE),
    "an address with a script": re.compile(r"javascript:", re.IGNORECASE),
    "a file of another host": re.compile(
        r"(?:src|srcset|action|formaction)\s*=\s*[\"'](?:https?:)?//", re.IGNORECASE
    ),
    "text that is not escaped": re.compile(r"autoescape\s+false"),
    "English on a button": re.compile(r">\s*(?:Submit|OK|Cancel|Save|Login|Log in|Search)\s*<"),
}

each = pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.relative_to(FOLDER).as_posix())


def source(template: Path) -> str:
    return template.read_text(encoding="utf-8")


@each
def test_a_template_holds_nothing_that_is_forbidden(template: Path) -> None:
    text = COMMENT.sub("", source(template))
    assert [name for name, pattern in FORBIDDEN.items() if pattern.search(text)] == []


@each
def test_a_form_that_changes_something_carries_its_token(template: Path) -> None:
    forms = [form for form in FORM.findall(source(template)) if 'method="post"' in form.lower()]
    assert [form[:80] for form in forms if not any(token in form for token in TOKENS)] == []


@each
def test_a_form_names_its_address_and_method(template: Path) -> None:
    """After signing in again a form is shown at another address than its own."""
    openings = [form[: form.index(">") + 1] for form in FORM.findall(EXPRESSION.sub("x", source(template)))]
    sent = [tag for tag in openings if 'method="dialog"' not in tag]  # that one only closes its own window
    assert [tag for tag in sent if "action=" not in tag or "method=" not in tag] == []


@each
def test_markup_is_trusted_only_when_it_was_sanitised_or_is_a_constant(template: Path) -> None:
    trusted = re.findall(r"([\w.\[\]\"]+)\s*\|\s*safe", source(template))
    constants = template.parent.name == "style"
    assert [name for name in trusted if name not in SANITISED and not constants] == []


@each
def test_a_page_has_a_title_of_its_own(template: Path) -> None:
    text = source(template)
    if '{% extends "layouts/' in text and "layouts" not in template.parent.name:
        assert "{% block title %}" in text


def test_every_template_can_be_compiled(app: Flask) -> None:
    for name in app.jinja_env.list_templates():
        app.jinja_env.get_template(name)


def test_the_language_of_every_page_is_dutch() -> None:
    assert '<html lang="nl">' in source(FOLDER / "layouts" / "base.html")
