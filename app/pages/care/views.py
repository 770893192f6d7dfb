"""What is arranged for a page beside its text: its protection, who looks after it, and what happened."""

from typing import Any

from flask import Response, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.accounts.queries import accounts_with
from app.core.clock import today
from app.core.db import unit_of_work
from app.core.permissions import Permission
from app.core.submissions import new_key
from app.pages.blueprint import bp, page_at
from app.pages.care import forms, service
from app.pages.care.defaults import usual_decision_rule
from app.pages.care.forms import TypedProtection, TypedStep, TypedUpkeep
from app.pages.care.list_queries import count_to_review, outdated_pages, pages_to_review
from app.pages.care.protecting import lift, protect
from app.pages.care.queries import newest_event, page_care, page_events, protection_of
from app.pages.care.rules import may_verify
from app.pages.care.screens import answer, done, show
from app.pages.care.telling import told
from app.pages.hiding.queries import hidden_people
from app.pages.queries import PageHead
from app.web.forms import FormReader
from app.web.guards import current_actor, requires
from app.web.paging import paging

PAGES_AT_ONCE = 50


@bp.get("/pagina/<slug>/beheer")
@requires(Permission.READ_NAMES)
def care(slug: str) -> ResponseReturnValue:
    """Everything that is arranged for a page, and how that came."""
    page = page_at(slug, even_archived=True)
    arranged = page_care(page.id)
    return render_template(
        "pages/care/overview.html",
        page=page,
        care=arranged,
        events=told(page_events(page.id), hidden_people(page.id)),
        may_verify=may_verify(current_actor(), arranged.owner_id),
        today=today(),
        seen_event=newest_event(page.id),
        key=new_key(),
    )


@bp.get("/pagina/<slug>/beheer/bescherming")
@requires(Permission.PROTECT)
def protection(slug: str) -> ResponseReturnValue:
    """The form of a protection."""
    page = page_at(slug)
    return _protection(page, forms.filled_from(protection_of(page.id), newest_event(page.id)))


@bp.post("/pagina/<slug>/beheer/bescherming")
@requires(Permission.PROTECT, restores=True)
def send_protection(slug: str) -> ResponseReturnValue:
    """Protect a page, or lift its protection: whichever button was pressed."""
    page, reader, actor = page_at(slug), FormReader(request.form), current_actor()
    typed = forms.read_protection(reader)

    def act() -> None:
        if typed.lifts:
            lift(actor, typed.step(page.id))
        else:
            protect(actor, typed.step(page.id), typed.wish())

    code = "protection_lifted" if typed.lifts else "page_protected"
    return answer(reader, page, typed, act=act, again=_protection, code=code)


@bp.get("/pagina/<slug>/beheer/eigenaar")
@requires(Permission.MAINTAIN)
def upkeep(slug: str) -> ResponseReturnValue:
    """The form of the owner and the day to look again."""
    page = page_at(slug)
    arranged = page_care(page.id)
    day = arranged.review_on.isoformat() if arranged.review_on else ""
    typed = TypedUpkeep(owner=arranged.owner or "", day=day, seen_event=newest_event(page.id))
    return _upkeep(page, typed)


@bp.post("/pagina/<slug>/beheer/eigenaar")
@requires(Permission.MAINTAIN, restores=True)
def send_upkeep(slug: str) -> ResponseReturnValue:
    """Say who owns a page, and when it is looked at again."""
    page, reader = page_at(slug), FormReader(request.form)
    typed = forms.read_upkeep(reader)

    def act() -> None:
        service.arrange(current_actor(), typed.step(page.id), typed.upkeep())

    return answer(reader, page, typed, act=act, again=_upkeep, code="upkeep_arranged")


@bp.get("/pagina/<slug>/beheer/verouderd")
@requires(Permission.MAINTAIN)
def outdated(slug: str) -> ResponseReturnValue:
    """The form of the mark that readers see."""
    page = page_at(slug)
    return _outdated(page, TypedStep(seen_event=newest_event(page.id)))


@bp.post("/pagina/<slug>/beheer/verouderd")
@requires(Permission.MAINTAIN, restores=True)
def send_outdated(slug: str) -> ResponseReturnValue:
    """Mark a page as out of date, or take the mark away."""
    page, reader = page_at(slug), FormReader(request.form)
    typed = forms.read_step(reader)
    removes = reader.line("actie") == forms.LIFT

    def act() -> None:
        verb = service.remove_mark if removes else service.mark_outdated
        verb(current_actor(), typed.step(page.id))

    code = "mark_removed" if removes else "page_outdated"
    return answer(reader, page, typed, act=act, again=_outdated, code=code)


@bp.post("/pagina/<slug>/beheer/klopt-nog")
@requires(Permission.PROPOSE)
def verify(slug: str) -> ResponseReturnValue:
    """Say that a page still holds: one click, by its owner or the redactie."""
    page, reader = page_at(slug), FormReader(request.form)
    typed = forms.read_step(reader, reason_needed=False)
    with unit_of_work():
        service.verify(current_actor(), typed.step(page.id))
    return done(page, "page_verified", url_for("pages.to_review") if reader.flag("lijst") else None)


@bp.get("/redactie/nakijken")
@requires(Permission.MAINTAIN)
def to_review() -> ResponseReturnValue:
    """Pages past the day on which somebody would look, and those that are marked as out of date."""
    place = paging(count_to_review(today()), PAGES_AT_ONCE)
    pages = pages_to_review(today(), limit=place.limit, offset=place.offset)
    return render_template(
        "pages/care/review_list.html", pages=pages, paging=place, outdated=outdated_pages(), new_key=new_key
    )


def _protection(page: PageHead, typed: TypedProtection, **facts: Any) -> Response:
    return show(
        "pages/care/protection.html",
        page,
        typed,
        current=protection_of(page.id),
        usual=usual_decision_rule(),
        redacteuren=accounts_with(Permission.DECIDE),
        **facts,
    )


def _upkeep(page: PageHead, typed: TypedUpkeep, **facts: Any) -> Response:
    return show("pages/care/upkeep.html", page, typed, **facts)


def _outdated(page: PageHead, typed: TypedStep, **facts: Any) -> Response:
    return show("pages/care/outdated.html", page, typed, care=page_care(page.id), **facts)
