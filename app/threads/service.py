"""Laying rode draden: naming one, putting bouwstenen on it, taking them off, and the archive."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select, update

from app.building_blocks.chains import numbers_ending_in
from app.building_blocks.models import BuildingBlock
from app.core.clock import now
from app.core.db import db
from app.core.errors import Invalid, NotFound
from app.core.outbox import FollowUp, enqueue
from app.core.permissions import Actor
from app.core.submissions import answer, claim, worded
from app.threads import rules
from app.threads.models import Thread, ThreadBlock, ThreadSuggestion
from app.threads.queries import taking_part
from app.threads.rules import thread_path


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadText:
    """What a line is called, and in a few sentences what goes through it."""

    title: str
    summary: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenThread:
    """A line as somebody saw it who changes it now; `key` is that of the form."""

    id: int
    version: int
    key: str


def name_thread(
    actor: Actor,
    text: ThreadText,
    block_ids: Iterable[int] = (),
    *,
    from_suggestion: int | None = None,
    key: str,
) -> str:
    """Lay a new line through these bouwstenen; returns its address."""
    account_id = rules.check_curator(actor)
    rules.check_text(text.title, text.summary)
    wanted = tuple(block_ids)
    key = worded(key, text, wanted)
    if earlier := claim(key, account_id):
        return earlier
    slugs = frozenset(db.session.scalars(select(Thread.slug)))
    thread = Thread(
        slug=rules.free_slug(text.title, slugs),
        title=text.title.strip(),
        summary=text.summary.strip(),
        version=1,
        named_by_id=account_id,
        created_at=now(),
    )
    db.session.add(thread)
    db.session.flush()
    _place(thread, wanted, account_id)
    if from_suggestion and (suggestion := db.session.get(ThreadSuggestion, from_suggestion)):
        db.session.delete(suggestion)
    return _done(thread, account_id, key)


def rewrite(actor: Actor, seen: SeenThread, text: ThreadText) -> str:
    """Give a line another name or summary; its address stays."""
    account_id = rules.check_curator(actor)
    rules.check_text(text.title, text.summary)
    key = worded(seen.key, text)
    if earlier := claim(key, account_id):
        return earlier
    thread = _locked(seen)
    rules.check_open(thread.archived_at)
    thread.title, thread.summary = text.title.strip(), text.summary.strip()
    return _done(thread, account_id, key)


def put_on(actor: Actor, seen: SeenThread, block_ids: Iterable[int]) -> str:
    """Put bouwstenen on a line; those that are on it stay."""
    account_id = rules.check_curator(actor)
    wanted = tuple(block_ids)
    key = worded(seen.key, wanted)
    if earlier := claim(key, account_id):
        return earlier
    thread = _locked(seen)
    rules.check_open(thread.archived_at)
    _place(thread, wanted, account_id)
    return _done(thread, account_id, key)


def take_off(actor: Actor, seen: SeenThread, block_ids: Iterable[int]) -> str:
    """Take bouwstenen off a line, or say that they do not fit it: they are not suggested for it again."""
    account_id = rules.check_curator(actor)
    wanted = tuple(block_ids)
    key = worded(seen.key, wanted)
    if earlier := claim(key, account_id):
        return earlier
    thread = _locked(seen)
    rules.check_open(thread.archived_at)
    for block_id in wanted:
        if db.session.get(BuildingBlock, block_id) is None:
            raise Invalid("block_not_for_thread", field="blocks", number=block_id)
        _take_off(thread, block_id, account_id)
    return _done(thread, account_id, key)


def archive(actor: Actor, seen: SeenThread, *, back: bool = False) -> str:
    """Put a line in the archive, or fetch it `back`."""
    account_id = rules.check_curator(actor)
    if earlier := claim(seen.key, account_id):
        return earlier
    thread = _locked(seen)
    thread.archived_at = None if back else now()
    return _done(thread, account_id, seen.key)


def dismiss(actor: Actor, suggestion_id: int) -> None:
    """Do not propose this line again; nothing happens when it is proposed no longer."""
    rules.check_curator(actor)
    suggestion = db.session.get(ThreadSuggestion, suggestion_id)
    if suggestion is not None:
        suggestion.dismissed_at = now()


def _place(thread: Thread, block_ids: Iterable[int], account_id: int | None) -> None:
    wanted = list(dict.fromkeys(block_ids))
    there = taking_part(wanted)
    if unknown := [one for one in wanted if one not in there]:
        raise Invalid("block_not_for_thread", field="blocks", number=unknown[0])
    for block_id in there:
        placed = db.session.get(ThreadBlock, (thread.id, block_id)) or _placed(thread, block_id, account_id)
        placed.removed_at = None


def _take_off(thread: Thread, block_id: int, account_id: int | None) -> None:
    """With everything that was merged into it: that would bring it back."""
    if db.session.get(ThreadBlock, (thread.id, block_id)) is None:
        _placed(thread, block_id, account_id)
        db.session.flush()
    here = ThreadBlock.block_id.in_({block_id, *numbers_ending_in(block_id)})
    db.session.execute(
        update(ThreadBlock)
        .where(ThreadBlock.thread_id == thread.id, here, ThreadBlock.removed_at.is_(None))
        .values(removed_at=now())
    )


def _placed(thread: Thread, block_id: int, account_id: int | None) -> ThreadBlock:
    placed = ThreadBlock(
        thread_id=thread.id, block_id=block_id, placed_by_id=account_id, placed_at=now(), removed_at=None
    )
    db.session.add(placed)
    return placed


def _locked(seen: SeenThread) -> Thread:
    """The line, locked until the transaction ends, when it is still as it was seen."""
    thread = db.session.get(Thread, seen.id, with_for_update=True, populate_existing=True)
    if thread is None:
        raise NotFound("thread_unknown")
    rules.check_seen(seen.version, thread.version)
    thread.version += 1
    return thread


def _done(thread: Thread, account_id: int, key: str) -> str:
    enqueue(FollowUp.SUGGEST_THREADS)
    url = thread_path(thread.slug)
    answer(key, account_id, url)
    return url
