"""How fast all that stands on conversations is read, in how many statements: `python -m benchmarks.together`.

A guide of its own, with the content that comes with the program, 500 conversations and 5,000 bouwstenen.
"""

import os
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from flask import Flask
from sqlalchemy import select

from app import create_app
from app.building_blocks.kinds import BuildingBlockKind, BuildingBlockStatus
from app.building_blocks.models import BuildingBlock, BuildingBlockRevision
from app.core.clock import today
from app.core.db import db, unit_of_work
from app.preparation import prepare_everything
from app.threads.dilemmas.service import Ways, choose, open_dilemma
from app.threads.kinds import DilemmaSide
from app.threads.queries import suggestions
from app.threads.service import ThreadText, name_thread
from app.threads.suggesting import suggest_threads
from app.web.cookies import SIGNED_IN
from benchmarks.client import get, measure
from benchmarks.conversations import Harvest, fill
from benchmarks.people import actor, token
from benchmarks.server import GUIDE, Server, serving
from config import Settings
from tests.statements import counted_statements

CONVERSATIONS, BLOCKS = 500, 5_000
LINES = 6
SECONDS = 2.0
MOST_STATEMENTS = 12
Row = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Site:
    """The guide that is measured: a line, a dilemma and the codes of conversations, and who looks."""

    harvest: Harvest
    thread_url: str
    dilemma_url: str
    proposed_in: float
    token: str


def measurements() -> Iterator[Row]:
    """Name, what was found, what it should be."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        environ = {"MODE": "tryout", "DATA_DIR": folder, "PYTHONDONTWRITEBYTECODE": ""}
        app = create_app(Settings.from_environment({**os.environ, **environ}))
        with app.app_context():
            site = _make()
            db.engine.dispose()
        yield f"rode draden proposed among {BLOCKS} bouwstenen", f"{site.proposed_in:.1f} s", "≤ 5 s"
        with serving("wsgi:app", environ, GUIDE) as guide:
            for name, address, wanted in _pages(site):
                yield from _page(app, guide, site.token, (name, address, wanted))


def _make() -> Site:
    prepare_everything()
    redacteur = actor("redacteur")
    harvest = fill(conversations=CONVERSATIONS, blocks=BLOCKS, host_id=redacteur.account_id or 0)
    began = time.perf_counter()
    suggest_threads({})
    proposed_in = time.perf_counter() - began
    urls = []
    for number, found in enumerate(suggestions(None)[:LINES]):
        text = ThreadText(title=f"Wat telt bij {found.words[0]} {number}", summary="Een lijn.")
        with unit_of_work():
            urls.append(name_thread(redacteur, text, found.block_ids, key=f"lijn-{number}"))
    suggest_threads({})
    return Site(harvest, urls[0], _dilemma(harvest.block_ids[0]), proposed_in, token("redacteur"))


def _dilemma(first: int) -> str:
    """A bouwsteen of that kind from this one on, opened, about which a hundred colleagues chose."""
    redacteur = actor("redacteur")
    kind = BuildingBlockRevision.kind == BuildingBlockKind.DILEMMA
    dilemmas = (
        select(BuildingBlock.id)
        .join(BuildingBlockRevision, BuildingBlockRevision.block_id == BuildingBlock.id)
        .where(kind, BuildingBlock.status == BuildingBlockStatus.ACCEPTED, BuildingBlock.id >= first)
    )
    number = db.session.scalars(dilemmas.order_by(BuildingBlock.id).limit(1)).one()
    with unit_of_work():
        open_dilemma(redacteur, number, Ways(first="Zeg het meteen", second="Wacht een week"))
        sides = list(DilemmaSide)
        for voter in range(100):
            side = sides[voter % len(sides)]
            choose(redacteur, number, side, reason=f"Een reden, {voter}.", voter_key=str(voter))
    return f"/dilemmas/{number}"


def _pages(site: Site) -> Iterator[tuple[str, str, int]]:
    """What is read, where, and within how many milliseconds."""
    conversation = site.harvest.conversation_ids[CONVERSATIONS // 2]
    for name, address in (
        ("conversations", "/gesprekken"),
        ("a conversation", f"/gesprekken/{conversation}"),
        ("kettingreactie", "/kettingreactie"),
        ("bouwstenen", "/bouwstenen"),
        ("bouwstenen on a theme", "/bouwstenen?thema=tegenspraak&soort=inzicht&stand=opgenomen"),
        ("bouwstenen by words", "/bouwstenen?zoek=brief+burger"),
        ("a bouwsteen", f"/bouwstenen/{site.harvest.block_ids[BLOCKS // 2]}"),
        ("intake", "/redactie/bouwstenen"),
        ("what became of a conversation", f"/volg/{site.harvest.codes[CONVERSATIONS // 2]}"),
        ("rode draden", "/rode-draden"),
        ("a rode draad", site.thread_url),
        ("coverage", "/dekking"),
        ("a dilemma", site.dilemma_url),
        ("front page of a redacteur", "/"),
        ("form of a page", "/pagina/tegenspraak/voorstel"),
    ):
        yield name, address, 40
    yield "the plaat", "/plaat", 200
    month = today().replace(day=1) - timedelta(days=1)
    yield "the plaat of a month", f"/plaat?tot={month:%Y-%m}", 200


def _page(app: Flask, guide: Server, session: str, page: tuple[str, str, int]) -> Iterator[Row]:
    name, address, wanted = page
    statements, status, size = _asked(app, address, session)
    if status != 200:
        yield f"{name} ({address})", f"answers {status}", "200"
        return
    cookie = {"Cookie": f"{SIGNED_IN}={session}"}
    found = measure(guide.port, [get(address, cookie)], connections=1, seconds=SECONDS)
    yield f"{name}, p50", f"{found.median:.1f} ms", f"≤ {wanted} ms"
    yield f"{name}, statements", str(statements), f"≤ {MOST_STATEMENTS}"
    if wanted > 40:
        yield f"{name}, size", f"{size / 1000:.0f} kB", "≤ 300 kB"


def _asked(app: Flask, address: str, session: str) -> tuple[int, int, int]:
    """How many statements a page takes, its status, and its size in bytes."""
    client = app.test_client()
    client.set_cookie(SIGNED_IN, session)
    with counted_statements(app) as statements:
        answer = client.get(address)
    return len(statements), answer.status_code, len(answer.data)


if __name__ == "__main__":
    for found in measurements():
        print("{:60}{:>18}{:>14}".format(*found), flush=True)
