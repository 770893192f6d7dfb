"""Looking after a page: its owner, the day it is looked at again, and the mark that it is out of date."""

from app.accounts.queries import people_named
from app.core.clock import now, today
from app.core.errors import Conflict, Forbidden, Invalid
from app.core.permissions import Actor, Permission, account_with
from app.pages.care.queries import PageCare, page_care
from app.pages.care.recording import CareStep, Happening, begin, check_reason, record
from app.pages.care.rules import Upkeep, may_verify, next_review
from app.pages.kinds import PageEventKind


def arrange(actor: Actor, step: CareStep, upkeep: Upkeep) -> None:
    """Say who owns a page and when it is looked at again."""
    account_id = account_with(actor, Permission.MAINTAIN)
    check_reason(step.reason, needed=False)
    owner_id = _owner(upkeep.owner, page_care(step.page_id))
    review_on = upkeep.review_on.isoformat() if upkeep.review_on else None
    what = Happening(PageEventKind.OWNER, {"owner": owner_id, "review_on": review_on})
    page = begin(account_id, step, what)
    if page is None:
        return
    page.owner_id, page.review_on = owner_id, upkeep.review_on
    record(account_id, step, what)


def verify(actor: Actor, step: CareStep) -> None:
    """Say that a page still holds; it is looked at again a year from now."""
    account_id = account_with(actor, Permission.PROPOSE)
    if not may_verify(actor, page_care(step.page_id).owner_id):
        raise Forbidden("only_for_owner")
    review_on = next_review(today())
    what = Happening(PageEventKind.VERIFIED, {"review_on": review_on.isoformat()})
    page = begin(account_id, step, what)
    if page is None:
        return
    if page.outdated_since is not None:
        raise Conflict("still_outdated")
    page.verified_at, page.review_on = now(), review_on
    record(account_id, step, what)


def mark_outdated(actor: Actor, step: CareStep) -> None:
    """Tell every reader that a page is out of date, and why."""
    account_id = account_with(actor, Permission.MAINTAIN)
    check_reason(step.reason)
    what = Happening(PageEventKind.OUTDATED)
    page = begin(account_id, step, what)
    if page is None:
        return
    page.outdated_since = now()
    record(account_id, step, what)


def remove_mark(actor: Actor, step: CareStep) -> None:
    """Take the mark away again."""
    account_id = account_with(actor, Permission.MAINTAIN)
    check_reason(step.reason)
    what = Happening(PageEventKind.UP_TO_DATE)
    page = begin(account_id, step, what)
    if page is None:
        return
    if page.outdated_since is None:
        raise Conflict("not_outdated")
    page.outdated_since = None
    record(account_id, step, what)


def _owner(words: str, care: PageCare) -> int | None:
    """Whose name or address this is; the name that was on the screen stays with the same person."""
    if not words or words == care.owner:
        return care.owner_id if words else None
    found = people_named(words, Permission.PROPOSE)
    if len(found) != 1:
        raise Invalid("person_ambiguous" if found else "person_unknown", field="owner")
    return found[0]
