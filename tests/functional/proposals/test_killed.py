"""A server that is killed while it publishes leaves all of it or nothing, at whichever step it dies."""

import subprocess
import sys
from pathlib import Path

from flask import Flask

from app.core.db import db
from config import Settings
from tests.builders import make_page
from tests.conftest import ROOT
from tests.proposal_builders import make_people, send_edit, take
from tests.proposal_site import BETTER

SCRIPT = "tests.functional.proposals.kill_while_publishing"


def test_a_decision_is_there_whole_or_not_at_all_wherever_the_server_dies(
    app: Flask, settings: Settings, tmp_path: Path
) -> None:
    with app.app_context():
        people = make_people()
        proposal = send_edit(people.writer, make_page(), BETTER)
        take(people.redacteur, proposal)
        account = people.redacteur.account_id
        db.session.remove()
        db.engine.dispose()
    arguments = [settings.database_url, str(tmp_path / "data"), str(account), str(proposal)]
    command = [sys.executable, "-m", SCRIPT, *arguments]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    assert said.returncode == 0, said.stderr
    *died, finished = said.stdout.split("\n")[:-1]
    assert len(died) > 10, "it dies at more than ten different steps"
    assert set(died) == {"nothing"}
    assert finished == "all"
