"""Hiding takes two redacteuren, and never takes a page from its readers."""

from app.core.errors import Conflict, Forbidden
from app.core.permissions import Actor, Permission, account_with


def check_may_hide(actor: Actor) -> int:
    """The account of a redacteur; refuses everybody else."""
    return account_with(actor, Permission.HIDE)


def check_second(account_id: int, asked_by_id: int) -> None:
    """Refuse a confirmation by whoever asked."""
    if account_id == asked_by_id:
        raise Forbidden("own_hiding_request")


def check_not_current(revision_id: int, current_revision_id: int | None) -> None:
    """Refuse to hide the text that readers see now: a better one has to be published first."""
    if revision_id == current_revision_id:
        raise Conflict("hides_current_text")
