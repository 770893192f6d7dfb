"""Reading dilemmas: the list, one of them, one's own choice, and what others chose."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from app.building_blocks.models import BuildingBlock, BuildingBlockRevision
from app.core.db import db
from app.core.voting import MOST_REASONS, Spread
from app.pages.published import AnySelect
from app.threads.dilemmas.rules import dilemma_path
from app.threads.kinds import DilemmaSide
from app.threads.models import Dilemma, DilemmaChoice


@dataclass(frozen=True, slots=True)
class ShownDilemma:
    """A dilemma with its two ways out; `number` is that of its bouwsteen."""

    number: int
    text: str
    first: str
    second: str
    opened_at: datetime
    closed_at: datetime | None
    choices: int

    @property
    def url(self) -> str:
        """Where it is chosen about."""
        return dilemma_path(self.number)

    def words(self, side: DilemmaSide) -> str:
        """What this side says; empty for neither, which has no words of its own."""
        return {DilemmaSide.FIRST: self.first, DilemmaSide.SECOND: self.second}.get(side, "")


@dataclass(frozen=True, slots=True)
class Choice:
    """What somebody chose, and why."""

    side: DilemmaSide
    reason: str
    at: datetime


def dilemmas() -> list[ShownDilemma]:
    """All of them: those that can be chosen about first, then the newest first."""
    order = (Dilemma.closed_at.is_not(None), Dilemma.opened_at.desc(), Dilemma.block_id)
    return _read(_rows().order_by(*order))


def dilemma_at(number: int) -> ShownDilemma | None:
    """One of them."""
    return next(iter(_read(_rows().where(Dilemma.block_id == number))), None)


def choice_of(number: int, voter_key: str) -> Choice | None:
    """What this person chose."""
    row = db.session.get(DilemmaChoice, (number, voter_key))
    return Choice(row.side, row.reason, row.at) if row else None


def chosen_among(voter_keys: dict[int, str]) -> frozenset[int]:
    """About which of these dilemmas a person chose, who goes by another key at each."""
    rows = select(DilemmaChoice.block_id).where(DilemmaChoice.voter_key.in_(voter_keys.values()))
    return frozenset(db.session.scalars(rows))


def spread_of(number: int) -> Spread[DilemmaSide]:
    """How many people chose what."""
    rows = (
        select(DilemmaChoice.side, func.count())
        .where(DilemmaChoice.block_id == number)
        .group_by(DilemmaChoice.side)
    )
    return Spread({row.side: row[1] for row in db.session.execute(rows)})


def reasons_of(number: int) -> list[Choice]:
    """Why people chose what they did, in the order in which they did; no ranking."""
    rows = (
        select(DilemmaChoice.side, DilemmaChoice.reason, DilemmaChoice.at)
        .where(DilemmaChoice.block_id == number, DilemmaChoice.reason != "")
        .order_by(DilemmaChoice.at)
        .limit(MOST_REASONS)
    )
    return [Choice(*row) for row in db.session.execute(rows)]


def _rows() -> AnySelect:
    choices = (
        select(func.count())
        .select_from(DilemmaChoice)
        .where(DilemmaChoice.block_id == Dilemma.block_id)
        .correlate(Dilemma)
        .scalar_subquery()
    )
    rows: AnySelect = (
        select(
            Dilemma.block_id,
            BuildingBlockRevision.text,
            Dilemma.first,
            Dilemma.second,
            Dilemma.opened_at,
            Dilemma.closed_at,
            choices,
        )
        .join(BuildingBlock, BuildingBlock.id == Dilemma.block_id)
        .join(
            BuildingBlockRevision,
            (BuildingBlockRevision.block_id == BuildingBlock.id)
            & (BuildingBlockRevision.number == BuildingBlock.version),
        )
    )
    return rows


def _read(rows: AnySelect) -> list[ShownDilemma]:
    return [ShownDilemma(*row) for row in db.session.execute(rows)]
