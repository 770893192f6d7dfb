"""A process that dies in the middle of taking a proposal over, once at each statement it sends.

Run by the test beside it, in a process of its own that has no threads, because it forks:
`python -m tests.functional.proposals.kill_while_publishing DATABASE_URL DATA_DIR ACCOUNT PROPOSAL`.
Prints for each attempt how far the database got: `nothing`, `all`, or what it holds in between.
"""

import os
import signal
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import event, func, select

from app import create_app
from app.core.db import db, unit_of_work
from app.core.permissions import Actor, Role, permissions_of
from app.core.submissions import Submission, new_key
from app.pages.models import Revision
from app.proposals import publishing
from app.proposals.models import ProposalEvent, Publication
from app.proposals.publishing import Acceptance
from app.proposals.timeline import Move
from config import Mode, Settings

MOST_STATEMENTS = 200


@dataclass(frozen=True)
class Decision:
    """What is about to be published, prepared and rendered."""

    actor: Actor
    move: Move
    accepted: Acceptance
    key: str

    def take(self) -> None:
        """The transaction in which the process dies."""
        with unit_of_work():
            publishing.accept(self.actor, self.move, self.accepted, key=self.key)


def die_at(number: int) -> None:
    """Kill this process before it sends its statement of this number; the commit counts as one."""
    sent = 0

    def count(*_arguments: Any) -> None:
        nonlocal sent
        sent += 1
        if sent == number:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(db.engine, "before_cursor_execute", count)
    event.listen(db.engine, "commit", count)


def attempt(decision: Decision, number: int) -> bool:
    """Publish in a child that dies at this statement; true when it came to the end."""
    db.session.remove()
    db.engine.dispose()
    child = os.fork()
    if child == 0:
        die_at(number)
        decision.take()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFEXITED(status) and os.WEXITSTATUS(status) == 0


def counts() -> dict[str, int]:
    """How many rows there are of everything that a decision adds one row to."""
    db.session.remove()
    added = (Revision, ProposalEvent, Publication, Submission)
    return {
        model.__tablename__: db.session.scalar(select(func.count()).select_from(model)) or 0
        for model in added
    }


def standing(before: dict[str, int]) -> str:
    """What the database holds of the decision."""
    found = counts()
    if found == before:
        return "nothing"
    return "all" if found == {name: count + 1 for name, count in before.items()} else f"part: {found}"


def main(database_url: str, data_dir: str, account: str, proposal: str) -> None:
    """Die at the first statement, at the second, and so on, until the decision is through."""
    app = create_app(Settings(Mode.TRYOUT, "only for a test that kills itself", Path(data_dir), database_url))
    with app.app_context():
        roles = permissions_of(frozenset({Role.MEMBER, Role.EDITOR}), read_access_open=True)
        actor = Actor(int(account), "Fenna Redactie", roles)
        move = Move(proposal_id=int(proposal), seen_event=2, reason="Helder, dank je wel.")
        accepted = publishing.prepare_publication(publishing.plan_acceptance(actor, move), {})
        decision = Decision(actor, move, accepted, new_key())
        before = counts()
        for number in range(1, MOST_STATEMENTS):
            finished = attempt(decision, number)
            sys.stdout.write(f"{standing(before)}\n")
            if finished:
                return


if __name__ == "__main__":
    main(*sys.argv[1:])
