"""Making a proposal: for a page, a section of it or a new page, and again after a question."""

from dataclasses import replace

from flask import flash, request, url_for
from flask.typing import ResponseReturnValue

from app.core.permissions import Permission
from app.pages.care.queries import protection_of
from app.pages.care.rules import check_may_propose
from app.pages.queries import PageHead
from app.pages.rules import TITLE_LIMIT, PageContent
from app.proposals import change_form
from app.proposals.blueprint import bp, page_at, proposal_at
from app.proposals.change_form import Screen
from app.proposals.detail_queries import ProposalHead, last_question
from app.proposals.drafts.queries import drafts_for_page
from app.proposals.kinds import ChangeKind, ProposalStep
from app.proposals.preparing import (
    base_text,
)
from app.proposals.texts import ChangeText, change_text, change_texts
from app.proposals.timeline import Move, check_step
from app.proposals.typed import KIND_WORDS, TypedChange
from app.web.forms import FormReader
from app.web.guards import current_actor, requires
from app.web.messages import message


@bp.get("/pagina/<slug>/voorstel")
@requires(Permission.PROPOSE)
def edit(slug: str) -> ResponseReturnValue:
    """The form for a page, for one section of it, or for another kind of change than of its text."""
    page = page_at(slug)
    check_may_propose(current_actor(), protection_of(page.id))
    base = base_text(page.id, page.revision_id)
    kind = KIND_WORDS.get(request.args.get("soort", ""), ChangeKind.EDIT)
    typed = change_form.filled_from(base, request.args.get("sectie", ""), kind)
    return change_form.show(change_form.filled(edit_screen(page, typed), base), typed)


@bp.post("/pagina/<slug>/voorstel")
@requires(Permission.PROPOSE, restores=True)
def send_edit(slug: str) -> ResponseReturnValue:
    """Send in a change of a page, made on the revision that the form was filled from."""
    page = page_at(slug)
    base = base_text(page.id, FormReader(request.form).identifier("basis"))
    kind = KIND_WORDS.get(request.form.get("soort", ""), ChangeKind.EDIT)
    shown = change_form.filled_from(base, request.form.get("sectie", ""), kind)
    return change_form.answer(change_form.filled(edit_screen(page, shown), base))


@bp.get("/voorstellen/nieuw")
@requires(Permission.PROPOSE)
def new_page() -> ResponseReturnValue:
    """The form for a page that does not exist yet."""
    title = " ".join(request.args.get("titel", "").split())[:TITLE_LIMIT]
    return change_form.show(new_page_screen(), TypedChange(PageContent(title, "", "")))


@bp.post("/voorstellen/nieuw")
@requires(Permission.PROPOSE, restores=True)
def send_new_page() -> ResponseReturnValue:
    """Send in a new page; its address is chosen when it is published."""
    return change_form.answer(new_page_screen())


@bp.get("/voorstellen/<int:proposal_id>/aanpassen")
@requires(Permission.PROPOSE)
def adjust(proposal_id: int) -> ResponseReturnValue:
    """The form with the text that was sent in before."""
    head = proposal_at(proposal_id)
    check_step(current_actor(), ProposalStep.RESEND, _move(head, head.last_event))
    change = change_text(head.version_id)
    if change.hidden:
        return _begin_again(head, change)
    typed = TypedChange(
        change.content, change.change_note, change.reason, change.minor,
        base_id=change.base_revision_id, seen_event=head.last_event, kind=change.kind, place=change.place,
        replacement_id=change.replacement_page_id,
    )  # fmt: skip
    return change_form.show(_adjust_screen(head, change), typed)


def _begin_again(head: ProposalHead, change: ChangeText) -> ResponseReturnValue:
    """The form with the page as it is now, for a writer whose text rests on one that is hidden."""
    base = base_text(change.page_id or 0, head.current_revision_id)
    flash(message("text_hidden_start_again"), "warning")
    screen = replace(_adjust_screen(head, change), page_moved_on=False)
    return change_form.show(screen, TypedChange(base.content, base_id=base.id, seen_event=head.last_event))


@bp.post("/voorstellen/<int:proposal_id>/aanpassen")
@requires(Permission.PROPOSE, restores=True)
def send_adjusted(proposal_id: int) -> ResponseReturnValue:
    """Send in the adjusted text as a next version, made on the same revision as the one before."""
    head = proposal_at(proposal_id)
    return change_form.answer(_adjust_screen(head, change_text(head.version_id)))


def edit_screen(page: PageHead, typed: TypedChange) -> Screen:
    """What stands around the form for a page, or for one section of it."""
    address = url_for("proposals.edit", slug=page.slug)
    title = change_form.section_title(typed.content.body, typed.section) if typed.section else ""
    word = next((word for word, kind in KIND_WORDS.items() if kind is typed.kind), None)
    return Screen(
        heading=change_form.HEADINGS[typed.kind],
        action=url_for("proposals.send_edit", slug=page.slug),
        back_label=page.title,
        back_url=page.url,
        page_title=page.title,
        section_title=title,
        whole_page_url=address if typed.section else "",
        page_moved_on=typed.base_id != page.revision_id,
        page_id=page.id,
        address=url_for("proposals.edit", slug=page.slug, sectie=typed.section or None, soort=word),
        drafts=drafts_for_page(current_actor().account_id or 0, page.id),
    )


def new_page_screen() -> Screen:
    """What stands around the form for a page that does not exist yet."""
    return Screen(
        heading=change_form.HEADINGS[ChangeKind.CREATE],
        action=url_for("proposals.send_new_page"),
        back_label="Voorstellen",
        back_url=url_for("proposals.index"),
        address=url_for("proposals.new_page"),
    )


def _adjust_screen(head: ProposalHead, change: ChangeText) -> Screen:
    return Screen(
        heading="Pas je voorstel aan",
        action=url_for("proposals.send_adjusted", proposal_id=head.id),
        back_label="Je voorstel",
        back_url=url_for("proposals.show", proposal_id=head.id),
        page_title=head.page_title or "",
        page_moved_on=change.base_revision_id != head.current_revision_id,
        page_id=change.page_id,
        asked=last_question(head.id),
        proposal_id=head.id,
        pages=len(change_texts(head.version_id)),
        address=url_for("proposals.adjust", proposal_id=head.id),
    )


def _move(head: ProposalHead, seen_event: int) -> Move:
    return Move(proposal_id=head.id, seen_event=seen_event)
