"""What stands beside a bouwsteen: those it speaks for, the lines through it, and the choosing about it."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import String, cast, literal, null, select, union_all

from app.building_blocks.models import BuildingBlock, BuildingBlockRevision
from app.core.db import db
from app.threads.dilemmas.rules import dilemma_path
from app.threads.models import Dilemma, Thread
from app.threads.placing import placed_blocks
from app.threads.rules import thread_path

_MERGED, _LINE, _DILEMMA = "merged", "line", "dilemma"


@dataclass(frozen=True, slots=True)
class Beside:
    """`merged`: number and text of each; `lines`: title and address; `dilemma`: its address, None without."""

    merged: tuple[tuple[int, str], ...]
    lines: tuple[tuple[str, str], ...]
    dilemma: str | None


def beside_block(number: int) -> Beside:
    """All of it in one statement."""
    rows = db.session.execute(_statement(number)).all()
    return Beside(
        merged=tuple((row.number, row.text) for row in rows if row.what == _MERGED),
        lines=tuple((row.text, thread_path(row.slug)) for row in rows if row.what == _LINE),
        dilemma=dilemma_path(number) if any(row.what == _DILEMMA for row in rows) else None,
    )


def _statement(number: int) -> Any:
    placed = placed_blocks()
    merged = (
        select(
            literal(_MERGED).label("what"),
            BuildingBlock.id.label("number"),
            BuildingBlockRevision.text.label("text"),
            cast(null(), String).label("slug"),
        )
        .join(
            BuildingBlockRevision,
            (BuildingBlockRevision.block_id == BuildingBlock.id)
            & (BuildingBlockRevision.number == BuildingBlock.version),
        )
        .where(BuildingBlock.merged_into_id == number, BuildingBlock.handed_in)
    )
    lines = (
        select(literal(_LINE), Thread.id, Thread.title, Thread.slug)
        .join(placed, placed.c.thread_id == Thread.id)
        .where(placed.c.block_id == number, Thread.archived_at.is_(None))
    )
    dilemma = select(literal(_DILEMMA), Dilemma.block_id, Dilemma.first, literal("")).where(
        Dilemma.block_id == number
    )
    return union_all(merged, lines, dilemma).order_by("number")
