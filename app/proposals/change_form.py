"""The form of a proposal on the screen: empty, filled from a page, or as it was typed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from flask import Response, flash, make_response, redirect, render_template, request
from markupsafe import Markup

from app.core.errors import Invalid, NotFound
from app.pages.link_check import BrokenLink, LinkedText, broken_links_of
from app.pages.rules import PageContent
from app.pages.texts import RevisionText, text_shown_after
from app.proposals.alongside.screens import work_around_form
from app.proposals.detail_queries import usual_decision_days
from app.proposals.drafts import keeping
from app.proposals.drafts.keeping import SentIn
from app.proposals.drafts.queries import DraftRow
from app.proposals.drafts.service import Saved
from app.proposals.form_choices import form_choices
from app.proposals.forms import refuse
from app.proposals.kinds import ChangeKind
from app.proposals.merging.queries import SettledPlace
from app.proposals.named_blocks import form_blocks
from app.proposals.preparing import preview
from app.proposals.rebasing import Overlap
from app.proposals.typed import KIND_WORDS, FormAction, TypedChange, read_change
from app.text.sections import section_source, sections
from app.web.forms import FormReader
from app.web.kept_forms import RESUMED_FIELD
from app.web.messages import message
from app.web.numbers import count_nl

HEADINGS = {
    ChangeKind.EDIT: "Stel een wijziging voor",
    ChangeKind.RESTORE: "Stel een wijziging voor",
    ChangeKind.CREATE: "Stel een nieuwe pagina voor",
    ChangeKind.RENAME: "Stel een andere titel voor",
    ChangeKind.TOPICS: "Stel andere thema's voor",
    ChangeKind.MOVE: "Stel een andere plaats in de gids voor",
    ChangeKind.ARCHIVE: "Stel voor om deze pagina te archiveren",
}

WHY = {
    ChangeKind.CREATE: "Waarom is deze pagina nodig?",
    ChangeKind.RENAME: "Waarom is deze titel beter?",
    ChangeKind.TOPICS: "Waarom passen deze thema's beter?",
    ChangeKind.MOVE: "Waarom hoort de pagina daar?",
    ChangeKind.ARCHIVE: "Waarom kan deze pagina weg?",
}
USUAL_WHY = "Waarom is dit beter?"


@dataclass(frozen=True, slots=True)
class Screen:
    """What stands around the form; `left` are the places where a version could not be undone by itself.

    `address` is where the form opens, under which the browser keeps what is typed in it; `drafts` are what
    this person began on the same page before, `current` its text as it is now when that was read already,
    `settled` what she chose when it was brought up to its page.
    """

    heading: str
    action: str
    back_label: str
    back_url: str
    page_title: str = ""
    section_title: str = ""
    whole_page_url: str = ""
    page_moved_on: bool = False
    page_id: int | None = None
    asked: str = ""
    undoes: int | None = None
    left: tuple[Overlap, ...] = ()
    proposal_id: int | None = None
    pages: int = 1
    address: str = ""
    drafts: tuple[DraftRow, ...] = ()
    current: RevisionText | None = None
    settled: Sequence[SettledPlace] = ()


def filled_from(base: RevisionText, section: str, kind: ChangeKind = ChangeKind.EDIT) -> TypedChange:
    """The form as it opens for a page; of one section when that is there, else of the whole page."""
    body, found = base.content.body, ""
    if section:
        try:
            body, found = section_source(base.content.body, section), section
        except NotFound:
            flash(message("section_missing"), "warning")
    content = PageContent(base.content.title, base.content.lead, body, base.content.topic_ids)
    return TypedChange(content, base_id=base.id, section=found, kind=kind)


def filled(screen: Screen, base: RevisionText) -> Screen:
    """The screen with the text that the form was filled from, when that is the page as it is now."""
    return screen if screen.page_moved_on else replace(screen, current=base)


def section_title(source: str, anchor: str) -> str:
    """The words of the heading with this anchor."""
    return next((section.title for section in sections(source) if section.anchor == anchor), "")


def show(
    screen: Screen,
    typed: TypedChange,
    errors: dict[str, str] | None = None,
    *,
    preview_html: str | None = None,
) -> Response:
    """The form; 422 when something that was typed has to be mended first."""
    errors = dict(errors or {})
    resumed = errors.pop(RESUMED_FIELD, None)
    typed = replace(typed, kind=ChangeKind.CREATE) if typed.base_id is None else typed
    page = render_template(
        "proposals/change.html",
        screen=screen if screen.address else replace(screen, address=request.full_path.rstrip("?")),
        typed=replace(typed, proposal_id=screen.proposal_id),  # what the form saves is a draft of that
        errors=errors,
        resumed=resumed,
        # Made by the renderer, whose last step is the sanitiser.
        preview_html=Markup(preview_html) if preview_html is not None else None,  # noqa: S704
        broken=_broken(screen, typed) if preview_html is not None else (),
        choices=form_choices(typed, screen.page_id),
        blocks=form_blocks(typed),
        why=WHY.get(typed.kind, USUAL_WHY),
        kind_words={kind: word for word, kind in KIND_WORDS.items()},
        work=work_around_form(_current(screen, typed), typed.section, screen.proposal_id),
    )
    return make_response(page, 422 if errors else 200)


def _current(screen: Screen, typed: TypedChange) -> RevisionText | None:
    if screen.current or typed.base_id is None:
        return screen.current
    return text_shown_after(typed.base_id)


def answer(screen: Screen) -> Response:
    """The answer to a sent form: a preview, the form with what has to be mended, or on to what it became."""
    reader = FormReader(request.form)
    typed = replace(read_change(reader), proposal_id=screen.proposal_id)
    preview_html = None
    try:
        if reader.ok and typed.action in {FormAction.KEEP, FormAction.ADD_PAGE}:
            return kept(keeping.keep(typed), typed.action)
        if reader.ok and typed.action is FormAction.SEND:
            return sent(keeping.send_in(typed, keeping.prepared(typed)), moved_on=screen.page_moved_on)
        if reader.ok and typed.action is FormAction.PREVIEW:
            preview_html = preview(typed.content.body)
    except Invalid as error:
        refuse(reader, error)
    return show(screen, typed, reader.errors, preview_html=preview_html)


def _broken(screen: Screen, typed: TypedChange) -> tuple[BrokenLink, ...]:
    content = typed.content
    text = LinkedText(content.body, content.title, screen.page_id, is_section=bool(typed.section))
    return broken_links_of([text])[0]


def kept(saved: Saved, action: FormAction) -> Response:
    """On to a draft that was saved, or to choosing one more page for it."""
    if saved.news or action is FormAction.KEEP:
        flash(message(saved.news or "draft_saved"), "warning" if saved.news else "ok")
    adds = action is FormAction.ADD_PAGE
    return make_response(redirect(f"{saved.url}/erbij" if adds else saved.url, 303))


def sent(proposal: SentIn, *, moved_on: bool) -> Response:
    """On to a proposal that was sent in, with what its writer should know."""
    days = usual_decision_days()
    if proposal.published:
        flash(message("small_change_published"), "ok")
    elif days is None:
        flash(message("proposal_sent"), "ok")
    else:
        flash(message("proposal_sent_days", days=count_nl(days, "dag", "dagen")), "ok")
    if moved_on and not proposal.published:
        flash(message("page_moved_on_while_typing"), "info")
    if not proposal.cleared:
        flash(message("draft_left"), "info")
    return make_response(redirect(proposal.url, 303))
