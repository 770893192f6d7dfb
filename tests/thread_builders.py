"""Rode draden for tests; a transaction of its own each."""

from collections.abc import Iterable

from app.core.db import unit_of_work
from app.core.permissions import Actor
from app.core.submissions import new_key
from app.threads.dilemmas.service import Ways, open_dilemma
from app.threads.queries import ThreadRow, thread_at
from app.threads.service import SeenThread, ThreadText, name_thread
from app.threads.suggesting import suggest_threads

SAID = (
    "Een brief aan een burger schrijf je in gewone taal.",
    "De burger begrijpt onze brief vaak niet.",
    "Lees een brief hardop voordat hij naar de burger gaat.",
    "Bel de burger eerst, stuur daarna pas de brief.",
)
"""Four bouwstenen that share words."""


def lay_thread(actor: Actor, title: str = "Voorbeeld", block_ids: Iterable[int] = ()) -> ThreadRow:
    """A line through these bouwstenen."""
    with unit_of_work():
        url = name_thread(actor, ThreadText(title=title, summary="Een lijn."), block_ids, key=new_key())
    thread = thread_at(url.rpartition("/")[2])
    assert thread is not None
    return thread


def open_as_dilemma(actor: Actor, number: int) -> None:
    """Let everybody choose about this bouwsteen."""
    with unit_of_work():
        open_dilemma(actor, number, Ways(first="Zeg het meteen", second="Wacht een week"))


def seen(thread: ThreadRow) -> SeenThread:
    """The line as it is now, seen by who changes it."""
    newest = thread_at(thread.slug)
    assert newest is not None
    return SeenThread(id=newest.id, version=newest.version, key=new_key())


def suggest() -> None:
    """What the outbox does after bouwstenen changed."""
    suggest_threads({})
