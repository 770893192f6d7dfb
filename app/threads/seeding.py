"""Loading the invented rode draden and dilemmas of the content: once, and never over what people did."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import select

from app.building_blocks.models import BuildingBlock
from app.core.clock import now
from app.core.content_files import read_entries
from app.core.db import db, unit_of_work
from app.text.slugs import slugify
from app.threads.kinds import DilemmaSide
from app.threads.models import Dilemma, DilemmaChoice, Thread, ThreadBlock
from app.threads.suggesting import suggest_threads

FILE = Path("voorbeelden", "rode-draden.yml")
ORIGIN = "voorbeeld:"
SIDES = {"eerste": DilemmaSide.FIRST, "tweede": DilemmaSide.SECOND, "geen": DilemmaSide.NEITHER}
"""The words of the file for what somebody chose."""


def load_example_threads(content_dir: Path) -> None:
    """Load them when there is no rode draad yet and the bouwstenen they go through are there."""
    if db.session.scalar(select(Thread.id).limit(1)) is not None:
        return
    keys = select(BuildingBlock.origin_key, BuildingBlock.id).where(
        BuildingBlock.origin_key.startswith(ORIGIN)
    )
    numbers = {int(key.removeprefix(ORIGIN)): number for key, number in db.session.execute(keys)}
    if not numbers:
        return
    entries = read_entries(content_dir / FILE)
    with unit_of_work():
        for entry in entries["rode-draden"]:
            _lay(entry, numbers)
        for entry in entries["dilemmas"]:
            _open(entry, numbers)
    suggest_threads({})


def _lay(entry: Mapping[str, Any], numbers: Mapping[int, int]) -> None:
    thread = Thread(
        slug=slugify(entry["naam"]),
        title=entry["naam"],
        summary=entry["samenvatting"],
        version=1,
        created_at=now(),
    )
    db.session.add(thread)
    db.session.flush()
    placed = (
        ThreadBlock(thread_id=thread.id, block_id=numbers[place], placed_at=now())
        for place in entry["bouwstenen"]
    )
    db.session.add_all(placed)


def _open(entry: Mapping[str, Any], numbers: Mapping[int, int]) -> None:
    number = numbers[entry["bouwsteen"]]
    db.session.add(Dilemma(block_id=number, first=entry["eerste"], second=entry["tweede"], opened_at=now()))
    db.session.flush()
    for place, choice in enumerate(entry.get("keuzes", ()), 1):
        db.session.add(
            DilemmaChoice(
                block_id=number,
                voter_key=f"{ORIGIN}{place}",
                side=SIDES[choice["kant"]],
                reason=choice["reden"],
                at=now(),
            )
        )
