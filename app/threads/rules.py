"""What a rode draad must say of itself, and when a change of it comes too late."""

from collections.abc import Collection
from datetime import datetime

from app.core.errors import Conflict, Invalid
from app.core.permissions import Actor, Permission, account_with
from app.text.slugs import slugify

TITLE_LIMIT = 120
SUMMARY_LIMIT = 600
# Addresses that are something else.
RESERVED = frozenset({"nieuw", "voorstellen"})
LIKE = 0.5


def thread_path(slug: str) -> str:
    """Where a rode draad is read."""
    return f"/rode-draden/{slug}"


def check_curator(actor: Actor) -> int:
    """The account of somebody who may lay lines; refuses everybody else."""
    return account_with(actor, Permission.CURATE)


def check_text(title: str, summary: str) -> None:
    """Refuse a line without a name, or with more words than fit."""
    if not title.strip():
        raise Invalid("thread_title_missing", field="title")
    for field, value, limit in (("title", title, TITLE_LIMIT), ("summary", summary, SUMMARY_LIMIT)):
        if len(value) > limit:
            raise Invalid("text_too_long", field=field, limit=limit)


def check_seen(seen_version: int, version: int) -> None:
    """Refuse a change of a line that a colleague changed meanwhile."""
    if seen_version != version:
        raise Conflict("thread_moved_on")


def check_open(archived_at: datetime | None) -> None:
    """Refuse to change what is in the archive."""
    if archived_at is not None:
        raise Conflict("thread_archived")


def free_slug(title: str, taken: Collection[str]) -> str:
    """An address for a line with this name that no other has: with a number after it where needed."""
    wanted = slugify(title, fallback="rode-draad")
    numbered = (wanted if number == 1 else f"{wanted}-{number}" for number in range(1, len(taken) + 3))
    return next(slug for slug in numbered if slug not in taken and slug not in RESERVED)


def is_like(block_ids: Collection[int], dismissed: Collection[int]) -> bool:
    """Whether a proposed line is in fact one that was dismissed: half of the smaller is in both."""
    smaller = min(len(block_ids), len(dismissed))
    return smaller > 0 and len(set(block_ids) & set(dismissed)) >= LIKE * smaller
