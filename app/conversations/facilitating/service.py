"""Asking colleagues for a part in a conversation, answering that, and the pool of those who can be asked."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Select, func, select

from app.accounts.queries import names_like, people_named
from app.conversations.facilitating import rules
from app.conversations.facilitating.kinds import AskedAnswer
from app.conversations.facilitating.queries import is_offered
from app.conversations.facilitating.rules import Availability, Wanted
from app.conversations.kinds import ConversationPart, PartAnswer, PlanningStep
from app.conversations.models import ConversationMember, FacilitatorAvailability
from app.conversations.planning.service import locked
from app.conversations.planning.tasks import finish_task
from app.conversations.queries import check_may_edit
from app.core.clock import local, now, today
from app.core.db import db
from app.core.errors import Conflict, Forbidden, Invalid, NotFound
from app.core.permissions import Actor, Permission, account_with
from app.core.submissions import answer, claim, worded

POOL_PATH = "/begeleiders"
SHORTEST_LOOKED_FOR = 3
MOST_MEANT = 5
"""How many letters of a name are enough to offer whole ones, and how many of those."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A part in one conversation, of one person."""

    number: int
    part: ConversationPart
    account_id: int


def ask(actor: Actor, number: int, wish: Wanted) -> None:
    """Ask a colleague for a part; whoever asks herself has it at once.

    Somebody who said no can be asked again; who was asked or has the part already is left as she is.
    """
    if not _ask(actor, _seat(number, wish), after_no=True):
        raise Invalid("asked_for_part_before", field="who")


def ask_at_start(actor: Actor, number: int, wanted: Iterable[Wanted]) -> None:
    """Ask everybody who is wanted for a conversation that is being planned.

    What cannot be asked is refused at its part. The same form twice asks once, also after a no.
    """
    for wish in wanted:
        try:
            seat = _seat(number, wish)
        except Invalid as error:
            raise Invalid(error.code, field=wish.part, **error.facts) from error
        _ask(actor, seat, after_no=False)


def reply(actor: Actor, number: int, part: ConversationPart, said: AskedAnswer) -> None:
    """Say yes or no to a part that one was asked for; raises `Conflict` when that was answered before."""
    account_id = account_with(actor, Permission.CONVERSE)
    member = _member(Seat(number=number, part=part, account_id=account_id))
    if member.answer is not PartAnswer.ASKED:
        raise Conflict("part_answered_before")
    member.answer = PartAnswer.ACCEPTED if said is AskedAnswer.YES else PartAnswer.DECLINED
    member.answered_at = now()


def take_away(actor: Actor, seat: Seat) -> None:
    """Take a part, or the question for it, away from somebody; everybody may give back one's own."""
    if seat.account_id != actor.account_id:
        check_may_edit(seat.number, actor)
    locked(seat.number)
    member = _member(seat)
    hosts = _members(seat.number).where(
        ConversationMember.part == ConversationPart.HOST, ConversationMember.answer == PartAnswer.ACCEPTED
    )
    if member.answer is PartAnswer.ACCEPTED:
        rules.check_leaving(seat.part, len(list(db.session.scalars(hosts))))
    db.session.delete(member)


def offer(actor: Actor, wish: Availability, *, key: str) -> None:
    """Say when one can facilitate conversations or report on them."""
    account_id = account_with(actor, Permission.CONVERSE)
    own = select(func.count()).where(FacilitatorAvailability.account_id == account_id)
    rules.check_availability(wish, on=today(), known=db.session.scalar(own) or 0)
    key = worded(key, wish)
    if claim(key, account_id):
        return
    period = FacilitatorAvailability(
        account_id=account_id,
        part=wish.part,
        begins_on=wish.begins_on,
        ends_on=wish.ends_on,
        note=wish.note.strip(),
    )
    db.session.add(period)
    answer(key, account_id, POOL_PATH)


def withdraw_offer(actor: Actor, availability_id: int) -> None:
    """Take one's own period away; one that is gone already stays gone."""
    period = db.session.get(FacilitatorAvailability, availability_id)
    if period is not None and period.account_id != actor.account_id:
        raise Forbidden("not_allowed")
    if period is not None:
        db.session.delete(period)


def _ask(actor: Actor, seat: Seat, *, after_no: bool) -> bool:
    """Ask somebody, `after_no` once more if need be; False when she was asked, or has the part, already."""
    check_may_edit(seat.number, actor)
    conversation = locked(seat.number)
    there = list(db.session.scalars(_members(seat.number)))
    known = next((one for one in there if (one.part, one.account_id) == (seat.part, seat.account_id)), None)
    if known is not None and not (after_no and known.answer is PartAnswer.DECLINED):
        return False
    rules.check_asking(conversation.status, there)
    own = seat.account_id == actor.account_id
    member = known or ConversationMember(
        conversation_id=seat.number, part=seat.part, account_id=seat.account_id
    )
    member.answer = PartAnswer.ACCEPTED if own else PartAnswer.ASKED
    member.asked_at, member.answered_at = now(), now() if own else None
    db.session.add(member)
    if seat.part is ConversationPart.FACILITATOR:
        finish_task(seat.number, PlanningStep.ASK_FACILITATOR)
    return True


def _seat(number: int, wish: Wanted) -> Seat:
    """Who is meant: a colleague by name, or somebody of the pool who can on the day of the conversation."""
    account_id = wish.account_id or _person(wish.who)
    if wish.account_id and not is_offered(account_id, wish.part, local(locked(number).starts_at).date()):
        raise Invalid("not_free_that_day", field="who")
    return Seat(number=number, part=wish.part, account_id=account_id)


def _members(number: int) -> Select[ConversationMember]:
    return select(ConversationMember).where(ConversationMember.conversation_id == number)


def _member(seat: Seat) -> ConversationMember:
    key = (seat.number, seat.part, seat.account_id)
    found = db.session.get(ConversationMember, key, with_for_update=True, populate_existing=True)
    if found is None:
        raise NotFound("part_unknown")
    return found


def _person(who: str) -> int:
    found = people_named(who, Permission.CONVERSE) if who.strip() else []
    if len(found) == 1:
        return found[0]
    if not found and len(who.strip()) >= SHORTEST_LOOKED_FOR:
        meant = names_like(who.strip(), Permission.CONVERSE, limit=MOST_MEANT)
        if meant:
            raise Invalid("person_meant", field="who", names=", ".join(meant))
    raise Invalid("person_ambiguous" if found else "person_unknown", field="who")
