"""When a form may save over a draft: never over the words of another form."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from app.core.errors import Invalid

KEPT_AFTER_THROWING_AWAY = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class FormStamp:
    """Which opened form saves, and its how-manieth save this is: each opening of a form is another one."""

    form: str
    step: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticket:
    """What a form knows of the draft that it saves to: none yet, or the version that it has seen.

    `send_key` is the one-time key with which the form is sent in, `change_id` the page it is about.
    """

    stamp: FormStamp
    send_key: str
    draft_id: int | None = None
    seen_version: int = 0
    change_id: int | None = None


def is_repeated(stored: FormStamp, sent: FormStamp) -> bool:
    """Whether this save has been done: its answer was lost, or a later one of the same form overtook it."""
    return sent.form == stored.form and sent.step <= stored.step


def may_save_over(stored: FormStamp, version: int, ticket: Ticket) -> bool:
    """Whether what stands in the draft was seen by this form, or came from it."""
    return ticket.stamp.form == stored.form or ticket.seen_version == version


def check_room(number: int, limit: int) -> None:
    """Refuse one more draft to a person who has `number` of them already."""
    if number >= limit:
        raise Invalid("too_many_drafts", field="_concept", limit=limit)


def gone_for_good(at: datetime) -> datetime:
    """What was thrown away before this moment cannot be had back."""
    return at - KEPT_AFTER_THROWING_AWAY


def draft_path(draft_id: int) -> str:
    """The address of a draft within the site."""
    return f"/mijn/concepten/{draft_id}"


def draft_key(draft_id: int) -> str:
    """The one-time key with which a draft is sent in: the same wherever it is open, so that it goes once."""
    return f"concept-{draft_id}"
