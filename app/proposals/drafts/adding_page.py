"""The page on which one more page is chosen for a draft, and reading its form."""

from dataclasses import dataclass

from flask import Response, make_response, render_template

from app.pages.choosing_queries import page_choice, pages_called
from app.proposals.drafts.queries import DraftText
from app.proposals.kinds import ChangeKind
from app.proposals.typed import KIND_WORDS, FormAction
from app.web.forms import FormReader

TEXT, NEW = "tekst", "nieuw"
WORDS = {TEXT: ChangeKind.EDIT, **KIND_WORDS}


@dataclass(frozen=True, slots=True)
class PageWish:
    """A page to put in a draft, None for one that is to be made, and what to ask of it."""

    page_id: int | None
    kind: ChangeKind
    seen_version: int


def read_wish(reader: FormReader) -> PageWish | None:
    """What was chosen; None while pages are looked for."""
    action, seen = reader.line("actie"), reader.identifier("versie") or 0
    if action == FormAction.FIND:
        return None
    if action == NEW:
        return PageWish(None, ChangeKind.CREATE, seen)
    kind = WORDS.get(reader.line("soort"))
    if kind is None:
        reader.fail("soort", "required")
    page_id = reader.identifier("pagina", required=True)
    return PageWish(page_id, kind, seen) if kind and page_id else None


def show(draft: DraftText, reader: FormReader) -> Response:
    """The form, with the pages that were found."""
    words = reader.line("zoek")
    page = render_template(
        "drafts/add_page.html",
        draft=draft,
        words=words,
        found=pages_called(words) if words else None,
        chosen=page_choice(reader.identifier("pagina")),
        word=reader.line("soort"),
        errors=reader.errors,
    )
    return make_response(page, 422 if reader.errors else 200)
