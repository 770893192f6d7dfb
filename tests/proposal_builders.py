"""Proposals for tests, sent in and decided on by the real services; each call is a transaction of its own."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from app.core.db import unit_of_work
from app.core.permissions import Actor, Role, permissions_of
from app.core.submissions import new_key
from app.pages.rules import PageContent
from app.pages.texts import RevisionText, current_text, revision_text
from app.proposals import publishing, sending, service
from app.proposals.detail_queries import proposal_head
from app.proposals.drafts import service as drafts
from app.proposals.drafts.rules import FormStamp, Ticket
from app.proposals.drafts.service import Saved, Writing
from app.proposals.parts import service as parts_service
from app.proposals.parts.plans import PartWish, cut_proposal, plan_part
from app.proposals.preparing import PreparedChange, prepare_edit, prepare_new_page
from app.proposals.rebasing import Settlements
from app.proposals.rules import proposal_number
from app.proposals.sending import Motivation
from app.proposals.timeline import Move
from app.proposals.written import written_edit
from tests.builders import BuiltPage, make_account

MEMBER = (Role.MEMBER,)
REDACTEUR = (Role.MEMBER, Role.EDITOR)
WHY = Motivation(change_note="De eerste zin is korter", reason="Zo leest het sneller.")


def make_actor(name: str, *roles: Role) -> Actor:
    """A person as the services see one."""
    granted = permissions_of(frozenset(roles), read_access_open=True)
    return Actor(make_account(name, roles), name, granted)


@dataclass(frozen=True, slots=True)
class People:
    """Who is in most tests: two colleagues and two redacteuren."""

    writer: Actor
    colleague: Actor
    redacteur: Actor
    second: Actor


def make_people() -> People:
    """Two colleagues and two redacteuren, with invented names."""
    return People(
        make_actor("Noor Voorbeeld", *MEMBER),
        make_actor("Sam Voorbeeld", *MEMBER),
        make_actor("Fenna Redactie", *REDACTEUR),
        make_actor("Joris Redactie", *REDACTEUR),
    )


def send_edit(
    actor: Actor,
    page: BuiltPage,
    body: str | None = None,
    *,
    key: str | None = None,
    why: Motivation = WHY,
    **changes: Any,
) -> int:
    """A proposal for a page, made on what it shows now; what is not named stays as it is."""
    base = current_text(page.id)
    assert base is not None
    if body is not None:
        changes["body"] = body
    change = prepare_edit(replace(base.content, **changes), base)
    with unit_of_work():
        return proposal_number(sending.send(actor, [change], why, key=key or new_key()))


def send_changes(actor: Actor, *changes: PreparedChange) -> int:
    """A proposal over one page or several, of any kind."""
    with unit_of_work():
        return proposal_number(sending.send(actor, changes, WHY, key=new_key()))


def text_of(page: BuiltPage) -> RevisionText:
    """What a page says now."""
    text = current_text(page.id)
    assert text is not None
    return text


def resend(actor: Actor, proposal_id: int, page: BuiltPage, body: str) -> None:
    """The same proposal with another text, after a question of the redactie."""
    base = current_text(page.id)
    assert base is not None
    change = prepare_edit(replace(base.content, body=body), base)
    with unit_of_work():
        sending.resend(actor, move(proposal_id, ""), [change], WHY, key=new_key())


def send_new_page(actor: Actor, title: str = "Samen beslissen", body: str = "Een nieuwe tekst.\n") -> int:
    """A proposal for a page that does not exist yet."""
    change = prepare_new_page(PageContent(title, "Waar het over gaat.", body))
    with unit_of_work():
        return proposal_number(sending.send(actor, [change], WHY, key=new_key()))


def keep_draft(actor: Actor, page: BuiltPage, body: str, *, ticket: Ticket | None = None) -> Saved:
    """A draft for a page, begun on the revision that the page was built with."""
    base = revision_text(page.revision_id)
    assert base is not None
    change = written_edit(replace(base.content, body=body), base)
    own = Ticket(stamp=FormStamp(new_key(), 1), send_key=new_key())
    with unit_of_work():
        return drafts.save(actor, ticket or own, Writing(change=change, why=WHY), most=50)


def move(proposal_id: int, reason: str = "Helder, dank je wel.") -> Move:
    """A step by somebody who has seen everything up to now."""
    head = proposal_head(proposal_id)
    assert head is not None
    return Move(proposal_id=proposal_id, seen_event=head.last_event, reason=reason)


def take(actor: Actor, proposal_id: int) -> None:
    """Take a proposal on."""
    with unit_of_work():
        service.take(actor, move(proposal_id), key=new_key())


def take_part(actor: Actor, proposal_id: int, left: Iterable[str], *, reason: str = "") -> None:
    """Take a proposal over but for the parts with these words; each may have a reason of its own."""
    step = move(proposal_id)
    cuts = cut_proposal(actor, step)
    parts = [part for cut in cuts for part in cut.parts]
    ticked = frozenset(part.key for part in parts if not {part.old, part.new}.intersection(left))
    wish = PartWish(ticked, {part.key: reason for part in parts})
    planned = plan_part(cuts, wish, {})
    accepted = publishing.prepare_publication(planned.plan, {})
    with unit_of_work():
        parts_service.take_part(actor, step, planned, accepted, key=new_key())


def accept(actor: Actor, proposal_id: int, settled: Settlements | None = None) -> None:
    """Take a proposal over, settled as told when it overlaps with the page."""
    step = move(proposal_id)
    text = publishing.prepare_publication(publishing.plan_acceptance(actor, step), settled or {})
    with unit_of_work():
        publishing.accept(actor, step, text, key=new_key())
