"""Opening a bouwsteen as a dilemma, choosing, and closing it."""

from dataclasses import dataclass

from app.building_blocks.queries import blocks_by_id
from app.core.clock import now
from app.core.db import db
from app.core.errors import Conflict, Forbidden, NotFound
from app.core.permissions import Actor, Permission
from app.core.upsert import insert_unless_there
from app.threads.dilemmas import rules
from app.threads.kinds import DilemmaSide
from app.threads.models import Dilemma, DilemmaChoice
from app.threads.rules import check_curator


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """The two ways out."""

    first: str
    second: str


def open_dilemma(actor: Actor, number: int, ways: Ways) -> None:
    """Let everybody choose about a bouwsteen; what is open already is refused, unless in the same words."""
    account_id = check_curator(actor)
    rules.check_ways(ways.first, ways.second)
    block = blocks_by_id([number]).get(number)
    if block is None:
        raise NotFound("block_unknown")
    rules.check_openable(block.kind, block.status)
    said = {"first": ways.first.strip(), "second": ways.second.strip()}
    values = {"block_id": number, **said, "opened_by_id": account_id, "opened_at": now()}
    if not insert_unless_there(Dilemma, values, unique=("block_id",)):
        there = db.session.get_one(Dilemma, number)
        if (there.first, there.second) != (said["first"], said["second"]):
            raise Conflict("dilemma_open_already")


def close_dilemma(actor: Actor, number: int, *, back: bool = False) -> None:
    """End the choosing, or begin it again (`back`); every choice stays."""
    check_curator(actor)
    dilemma = _locked(number)
    dilemma.closed_at = None if back else dilemma.closed_at or now()


def choose(actor: Actor, number: int, side: DilemmaSide, *, reason: str = "", voter_key: str) -> None:
    """Choose, or choose otherwise than before: one choice a person, and only the last is kept."""
    if not actor.may(Permission.CONVERSE):
        raise Forbidden("not_allowed")
    rules.check_choice(reason, _locked(number).closed_at)
    said = {"side": side, "reason": reason.strip(), "at": now()}
    fresh = {"block_id": number, "voter_key": voter_key, **said}
    if not insert_unless_there(DilemmaChoice, fresh, unique=("block_id", "voter_key")):
        choice = db.session.get_one(DilemmaChoice, (number, voter_key))
        choice.side, choice.reason, choice.at = side, reason.strip(), now()


def _locked(number: int) -> Dilemma:
    dilemma = db.session.get(Dilemma, number, with_for_update=True, populate_existing=True)
    if dilemma is None:
        raise NotFound("dilemma_unknown")
    return dilemma
