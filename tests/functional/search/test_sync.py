"""The index says what is published: no more, no less, and soon."""

import signal
import subprocess
import sys
import time

from sqlalchemy import update

from app.core.clock import now
from app.core.db import db, unit_of_work
from app.core.outbox import FollowUp, enqueue
from app.pages.models import Page
from app.search.rebuild import mend_differences, rebuild
from app.search.repair import environment_of
from app.web.settings import EXTENSION
from tests.builders import make_page, revise_page
from tests.functional.search.conftest import Guide
from tests.invariants.sources import ROOT
from tests.proposal_builders import accept, make_people, send_edit, take

PATIENCE_SECONDS = 20


def test_a_published_page_is_found_after_its_follow_up(guide: Guide) -> None:
    with guide.app.app_context():
        make_page("Eerste", "zonnebloem")
    guide.follow_up()
    assert guide.find("zonnebloem") == ["Eerste"]


def test_a_word_of_an_old_version_finds_nothing(guide: Guide) -> None:
    with guide.app.app_context():
        page = make_page("Eerste", "zonnebloem")
    guide.follow_up()
    with guide.app.app_context():
        revise_page(page, "klaproos")
    guide.follow_up()
    assert (guide.find("zonnebloem"), guide.find("klaproos")) == ([], ["Eerste"])


def test_the_words_of_a_proposal_are_found_only_after_it_was_accepted(guide: Guide) -> None:
    with guide.app.app_context():
        people, page = make_people(), make_page("Eerste", "zonnebloem")
        proposal = send_edit(people.writer, page, "klaproos")
    guide.follow_up()
    assert (guide.find("klaproos"), guide.find("zonnebloem")) == ([], ["Eerste"])
    with guide.app.app_context():
        take(people.redacteur, proposal)
        accept(people.redacteur, proposal)
    guide.follow_up()
    assert (guide.find("klaproos"), guide.find("zonnebloem")) == (["Eerste"], [])


def test_an_archived_page_is_not_shown_even_by_an_index_that_does_not_know_yet(guide: Guide) -> None:
    with guide.app.app_context():
        page = make_page("Eerste", "zonnebloem")
    guide.follow_up()
    with guide.app.app_context(), unit_of_work():
        db.session.execute(update(Page).where(Page.id == page.id).values(archived_at=now()))
    assert guide.find("zonnebloem") == []
    with guide.app.app_context(), unit_of_work():
        enqueue(FollowUp.INDEX_PAGE, page=page.id)
    guide.follow_up()
    with guide.engine.updating() as batch:
        assert batch.seals() == {}


def test_pages_that_wait_are_indexed_together(guide: Guide) -> None:
    with guide.app.app_context():
        rebuild(guide.engine)
        for number in range(5):
            make_page(f"Pagina {number}", "zonnebloem")
    guide.follow_up()
    assert len(guide.find("zonnebloem")) == 5
    assert len(list(guide.engine.folder.in_use().glob("MAIN_*.trm"))) == 1


def test_the_comparison_mends_what_is_missing_outdated_or_too_much(guide: Guide) -> None:
    with guide.app.app_context():
        _, gone, changed = (make_page(title, "zonnebloem") for title in ("Blijft", "Weg", "Anders"))
        rebuild(guide.engine)
        revise_page(changed, "klaproos")
        make_page("Nieuw", "klaproos")
        with unit_of_work():
            db.session.execute(update(Page).where(Page.id == gone.id).values(archived_at=now()))
        found = mend_differences(guide.engine)
    assert (found.outdated, found.superfluous) == (2, 1)
    assert (guide.find("zonnebloem"), sorted(guide.find("klaproos"))) == (["Blijft"], ["Anders", "Nieuw"])


def test_the_commands_rebuild_and_check(guide: Guide) -> None:
    with guide.app.app_context():
        make_page("Eerste", "zonnebloem")
    runner = guide.app.test_cli_runner()
    assert "built again" in runner.invoke(args=["search", "check"]).output
    assert "Mended 0 outdated and 0 superfluous" in runner.invoke(args=["search", "check"]).output
    assert "up to date" in runner.invoke(args=["search", "rebuild"]).output
    assert guide.find("zonnebloem") == ["Eerste"]


KILLED = """
import os, signal
from datetime import timedelta
from app.core.outbox import lease_due
from app.search.engine import current_engine
from app.search.rebuild import bring_up_to_date
from wsgi import app

with app.app_context():
    pages = [lease.payload["page"] for lease in lease_due(lease=timedelta(seconds=0.2))]
    with current_engine().updating() as batch:
        bring_up_to_date(batch, pages)
        os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_worker_killed_between_commit_and_index_loses_nothing(guide: Guide) -> None:
    with guide.app.app_context():
        rebuild(guide.engine)
        make_page("Eerste", "zonnebloem")
    environ = environment_of(guide.app.extensions[EXTENSION])
    worker = subprocess.run([sys.executable, "-c", KILLED], cwd=ROOT, env=environ, check=False, timeout=60)
    assert worker.returncode == -signal.SIGKILL
    assert guide.find("zonnebloem") == []
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not guide.find("zonnebloem"):
        assert time.monotonic() < deadline, "the lease never ran out"
        guide.follow_up()
