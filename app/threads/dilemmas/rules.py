"""How a dilemma is opened and chosen about, and when the choices of others are shown."""

from datetime import datetime

from app.building_blocks.kinds import BuildingBlockKind, BuildingBlockStatus
from app.core.errors import Conflict, Invalid

WAY_LIMIT = 160
REASON_LIMIT = 500
OPENABLE = (BuildingBlockStatus.ACCEPTED, BuildingBlockStatus.USED)


def dilemma_path(number: int) -> str:
    """Where a dilemma is chosen about."""
    return f"/dilemmas/{number}"


def may_see_others(*, chose: bool, closed: bool, may_choose: bool) -> bool:
    """One chooses for oneself first; whoever cannot choose (any more) has nothing to keep apart."""
    return chose or closed or not may_choose


def check_openable(kind: BuildingBlockKind, status: BuildingBlockStatus) -> None:
    """Refuse to open what is no dilemma, or was not taken in by the redactie."""
    if kind is not BuildingBlockKind.DILEMMA or status not in OPENABLE:
        raise Conflict("no_dilemma")


def check_ways(first: str, second: str) -> None:
    """Refuse a dilemma without two ways out that differ."""
    for field, way in (("first", first), ("second", second)):
        if not way.strip():
            raise Invalid("way_out_missing", field=field)
        if len(way) > WAY_LIMIT:
            raise Invalid("text_too_long", field=field, limit=WAY_LIMIT)
    if first.strip().casefold() == second.strip().casefold():
        raise Invalid("ways_out_equal", field="second")


def check_choice(reason: str, closed_at: datetime | None) -> None:
    """Refuse a choice about what is closed, and a reason beyond the limit."""
    if closed_at is not None:
        raise Conflict("dilemma_closed")
    if len(reason) > REASON_LIMIT:
        raise Invalid("text_too_long", field="reason", limit=REASON_LIMIT)
