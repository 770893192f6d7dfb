"""Showing and answering the forms with which a page is taken care of."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from flask import Response, flash, make_response, redirect, url_for

from app.core.db import unit_of_work
from app.core.errors import Conflict, Invalid
from app.core.submissions import new_key
from app.pages.care.forms import TypedStep, refuse
from app.pages.care.queries import newest_event
from app.pages.queries import PageHead
from app.web.form_page import form_page
from app.web.forms import FormReader
from app.web.messages import message

Again = Callable[..., Response]


def show(template: str, page: PageHead, typed: TypedStep, **facts: Any) -> Response:
    """A form; 422 when something has to be mended first, 409 when it was `refused`."""
    return form_page(template, facts.pop("errors", None), page=page, typed=typed, **facts)


def answer(
    reader: FormReader, page: PageHead, typed: TypedStep, *, act: Callable[[], None], again: Again, code: str
) -> Response:
    """Do what a form asks and say so; else the form again, with what stands in the way."""
    if reader.ok:
        try:
            with unit_of_work():
                act()
            return done(page, code)
        except Invalid as error:
            refuse(reader, error)
        except Conflict as error:
            # What happened meanwhile is on the screen now: whoever presses the button again has seen it.
            seen = replace(typed, key=new_key(), seen_event=newest_event(page.id))
            return again(page, seen, refused=message(error.code, **error.facts))
    return again(page, typed, errors=reader.errors)


def done(page: PageHead, code: str, url: str | None = None) -> Response:
    """Back to what is arranged for the page (or to another address), with what was done."""
    flash(message(code), "ok")
    return make_response(redirect(url or url_for("pages.care", slug=page.slug), 303))
