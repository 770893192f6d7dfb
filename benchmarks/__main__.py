"""All measurements in one run: `make bench`. Prints a table with what was found and what it should be."""

import argparse
import os
import statistics
import tempfile
import time
from itertools import chain
from pathlib import Path

from app import create_app
from app.accounts.service import ensure_example_accounts
from app.core.db import db, unit_of_work
from app.migrating import migrate
from app.pages.provenance.tracing import trace_page
from app.pages.queries import page_head
from app.web.cookies import SIGNED_IN
from benchmarks import texts, together
from benchmarks.client import Timings, get, measure
from benchmarks.seed import Seeded, seed
from benchmarks.server import FLOOR, GUIDE, Server, serving
from benchmarks.visitor import Visitor
from config import Settings

SECONDS = 8.0
REVISIONS = 500
PROPOSALS = 40
QUERIES = (
    "tegenspraak", "burger collega", "minister advies", '"het gesprek"', "dilem*", "regel -burger",
    "uitvoering gesprek dilemma", "collega's", "adviesen", "onvindbaarwoordxyz",
)  # fmt: skip


def main() -> None:
    """Seed a wiki in a scratch folder, measure the floor and the guide side by side, print what was found."""
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument("--pages", type=int, default=2000)
    pages = parser.parse_args().pages
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        environ = {"MODE": "tryout", "DATA_DIR": folder, "PYTHONDONTWRITEBYTECODE": ""}
        began = time.perf_counter()
        seeded = _seed(environ, pages)
        print(f"{pages} pages seeded and indexed in {time.perf_counter() - began:.0f} s\n")
        print(f"{'measurement':60}{'found':>18}{'wanted':>14}")
        with (
            serving("benchmarks.floor:app", environ, FLOOR) as floor,
            serving("wsgi:app", environ, GUIDE) as guide,
        ):
            _row("start to first answer", f"{guide.start_seconds:.2f} s", "≤ 2 s")
            _signed_in(guide, seeded)
            _anonymous(floor, guide, seeded)
            _search(guide)
            _history(guide, seeded)
            _provenance(guide, seeded, environ)
            _approvals(guide, seeded)
            _row("memory of all processes together (PSS)", f"{guide.memory():.0f} MB", "≤ 250 MB")
        for name, found, wanted in chain(texts.measurements(), together.measurements()):
            _row(name, found, wanted)


def _seed(environ: dict[str, str], pages: int) -> Seeded:
    settings = Settings.from_environment({**os.environ, **environ})
    app = create_app(settings)
    with app.app_context():
        migrate()
        with unit_of_work():
            ensure_example_accounts()
        seeded = seed(pages=pages, revisions=REVISIONS, proposals=PROPOSALS)
        db.engine.dispose()
    return seeded


def _row(name: str, found: str, wanted: str = "") -> None:
    print(f"{name:60}{found:>18}{wanted:>14}", flush=True)


def _check(timings: Timings, *statuses: int) -> Timings:
    if not set(timings.statuses) <= set(statuses):
        raise RuntimeError(f"unexpected answers: {timings.statuses}")
    return timings


def _signed_in(guide: Server, seeded: Seeded) -> None:
    cookie = {"Cookie": f"{SIGNED_IN}={seeded.member_token}"}
    views = [get(f"/pagina/{slug}", cookie) for slug in seeded.slugs[:400]]
    found = _check(measure(guide.port, views, connections=1, seconds=SECONDS), 200)
    _row("page view signed in, p50, 1 connection", f"{found.median:.1f} ms", "≤ 6 ms")
    _row("page view signed in, p99, 1 connection", f"{found.percentile(99):.1f} ms")


def _anonymous(floor: Server, guide: Server, seeded: Seeded) -> None:
    """Floor and guide in turn, so that noise on the machine touches both; medians of the rounds."""
    fixed = [get("/")]
    views = [get(f"/pagina/{slug}") for slug in seeded.slugs[:100]]
    measure(guide.port, views, connections=8, seconds=3)
    rounds = [
        (
            measure(floor.port, fixed, connections=8, seconds=SECONDS / 2).per_second,
            _check(measure(guide.port, views, connections=8, seconds=SECONDS / 2), 200).per_second,
        )
        for _ in range(3)
    ]
    floors, guides = (statistics.median(values) for values in zip(*rounds, strict=True))
    ratio = statistics.median(guide_rate / floor_rate for floor_rate, guide_rate in rounds)
    _row("floor, fixed 20 kB, requests/s, 8 connections", f"{floors:.0f}")
    _row("page view anonymous, requests/s, 8 connections", f"{guides:.0f}")
    _row("page view anonymous, share of the floor", f"{ratio:.2f}", "≥ 0.5")
    status, _, etag = Visitor(guide.port, {}).conditional(f"/pagina/{seeded.slugs[0]}")
    _row("ETag given, and asked with it", f"{status} {'' if etag else 'no ETag'}", "304")


def _search(guide: Server) -> None:
    asked = [
        get(f"/zoeken?q={query.replace(' ', '+').replace(chr(34), '%22')}&n={n}")
        for n in range(200)
        for query in QUERIES
    ]
    found = _check(measure(guide.port, asked, connections=1, seconds=SECONDS), 200)
    _row("search, p50", f"{found.median:.1f} ms", "≤ 20 ms")
    _row("search, p99", f"{found.percentile(99):.1f} ms", "≤ 120 ms")


def _history(guide: Server, seeded: Seeded) -> None:
    cookie = {"Cookie": f"{SIGNED_IN}={seeded.member_token}"}
    address = f"/pagina/{seeded.long_slug}"
    history = _check(measure(guide.port, [get(f"{address}/versies", cookie)], connections=1, seconds=4), 200)
    _row(f"history of a page with {REVISIONS} revisions, p50", f"{history.median:.1f} ms", "≤ 10 ms")
    pairs = [get(f"{address}/vergelijk?van={n}&tot={n + 40}", cookie) for n in range(1, 150, 7)]
    found = _check(measure(guide.port, pairs, connections=1, seconds=4), 200)
    _row(f"differences of a page with {REVISIONS} revisions, p50", f"{found.median:.1f} ms", "≤ 10 ms")


def _provenance(guide: Server, seeded: Seeded, environ: dict[str, str]) -> None:
    """First with nothing kept, as for a reader who comes before the follow-up; then from what is kept."""
    cookie = {"Cookie": f"{SIGNED_IN}={seeded.member_token}"}
    view = [get(f"/pagina/{seeded.long_slug}/herkomst", cookie)]
    found = _check(measure(guide.port, view, connections=1, seconds=4), 200)
    _row(f"herkomst of a page with {REVISIONS} revisions, first", f"{found.median:.1f} ms", "≤ 300 ms")
    app = create_app(Settings.from_environment({**os.environ, **environ}))
    with app.app_context():
        head = page_head(seeded.long_slug)
        trace_page({"page": head.id if head else 0})
        db.engine.dispose()
    found = _check(measure(guide.port, view, connections=1, seconds=4), 200)
    _row(f"herkomst of a page with {REVISIONS} revisions, kept", f"{found.median:.1f} ms", "≤ 60 ms")


def _approvals(guide: Server, seeded: Seeded) -> None:
    editor = Visitor(guide.port, {SIGNED_IN: seeded.editor_token})
    reader = Visitor(guide.port, {})
    times, waits = [], []
    for url, word in zip(seeded.proposal_urls, seeded.new_words, strict=True):
        editor.send(url, editor.form(url, "/behandelen"), {})
        form = editor.form(url, "/besluit")
        status, milliseconds = editor.send(url, form, {"besluit": "accept", "reden": "Voorbeeld"})
        if status != 303:
            raise RuntimeError(f"approving {url} gave {status}")
        times.append(milliseconds)
        began = time.perf_counter()
        while "Niets gevonden" in reader.get(f"/zoeken?q={word}")[1]:
            if time.perf_counter() - began > 30:
                raise RuntimeError(f"{word} is not found")
            time.sleep(0.02)
        waits.append(time.perf_counter() - began)
    _row("approve a proposal, p50", f"{statistics.median(times):.1f} ms", "≤ 60 ms")
    _row("approve a proposal, longest", f"{max(times):.1f} ms")
    _row("found after approval, median", f"{statistics.median(waits):.2f} s", "≤ 1 s")
    _row("found after approval, longest", f"{max(waits):.2f} s", "≤ 1 s")


if __name__ == "__main__":
    os.chdir(Path(__file__).resolve().parent.parent)
    main()
