"""Reading one bouwsteen: its timeline with the text at each step, and what was merged into it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from app.accounts.models import Account
from app.building_blocks.kinds import BuildingBlockKind, BuildingBlockStatus, BuildingBlockStep
from app.building_blocks.models import BuildingBlockEvent, BuildingBlockRevision
from app.core.db import db

TEXT_STEPS = (BuildingBlockStep.NOTE, BuildingBlockStep.ADJUST)


@dataclass(frozen=True, slots=True)
class TextThen:
    """What a bouwsteen said from some step on."""

    kind: BuildingBlockKind
    text: str


@dataclass(frozen=True, slots=True)
class ShownStep:
    """A row of a timeline; `text` is what was written then, `into` what it was merged into."""

    step: BuildingBlockStep
    status: BuildingBlockStatus
    at: datetime
    who: str | None
    reason: str
    text: TextThen | None = None
    into: int | None = None


def timeline_of(number: int) -> list[ShownStep]:
    """Everything that happened to a bouwsteen, oldest first; two statements."""
    events = (
        select(BuildingBlockEvent, Account.name)
        .outerjoin(Account, Account.id == BuildingBlockEvent.actor_id)
        .where(BuildingBlockEvent.block_id == number)
        .order_by(BuildingBlockEvent.seq)
    )
    texts = (
        select(BuildingBlockRevision.kind, BuildingBlockRevision.text)
        .where(BuildingBlockRevision.block_id == number)
        .order_by(BuildingBlockRevision.number)
    )
    written = iter([TextThen(*row) for row in db.session.execute(texts)])
    return [_shown(event, name, written) for event, name in db.session.execute(events)]


def _shown(event: BuildingBlockEvent, name: str | None, written: Iterator[TextThen]) -> ShownStep:
    """Every note and every adjustment has written one text, in this order."""
    return ShownStep(
        step=event.step,
        status=event.status_after,
        at=event.at,
        who=name,
        reason=event.reason,
        text=next(written, None) if event.step in TEXT_STEPS else None,
        into=event.data.get("into"),
    )
