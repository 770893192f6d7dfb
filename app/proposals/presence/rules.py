"""Who counts as being at work somewhere, and how that is written: a person and a paragraph, never text."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

GONE_AFTER = timedelta(seconds=60)
REFRESH_AFTER = timedelta(seconds=15)
"""Browsers tell every 20 seconds that somebody is still there; sooner only when she goes elsewhere."""
PAGE, PROPOSAL = "page:", "proposal:"
MOST_SUBJECTS = 50
LARGEST_NUMBER = 2**31 - 1

_SUBJECT = re.compile(r"(page|proposal):([1-9][0-9]{0,9})", re.ASCII)
_PLACE = re.compile(r"[0-9a-f]{12}|", re.ASCII)


@dataclass(frozen=True, slots=True)
class Sighting:
    """Somebody was seen at a paragraph (`place` is its key; empty for none) of a page, or at a proposal."""

    account_id: int
    name: str
    subject: str
    place: str
    seen_at: datetime


def page_subject(page_id: int) -> str:
    """How a page that is being changed is written."""
    return f"{PAGE}{page_id}"


def proposal_subject(proposal_id: int) -> str:
    """How a proposal that is being looked at is written."""
    return f"{PROPOSAL}{proposal_id}"


def is_subject(text: str) -> bool:
    """Whether this is something people can be at work on."""
    found = _SUBJECT.fullmatch(text)
    return found is not None and int(found.group(2)) <= LARGEST_NUMBER


def is_place(text: str) -> bool:
    """Whether this is the key of a paragraph, or none: no words can be passed on this way."""
    return _PLACE.fullmatch(text) is not None


def gone_before(at: datetime) -> datetime:
    """Who was last seen before this moment is not there any more."""
    return at - GONE_AFTER


def is_due(earlier: Sighting | None, place: str, at: datetime) -> bool:
    """Whether somebody's presence has to be written down again."""
    return earlier is None or earlier.place != place or earlier.seen_at < at - REFRESH_AFTER
