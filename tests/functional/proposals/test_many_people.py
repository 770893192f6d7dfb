"""Many people change one page at once through the forms, on stale texts: no word of anybody's is lost.

`MANY_PEOPLE=20x50` has twenty people make fifty changes each; without it a few do, as part of every run.
"""

import html
import os
import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Event

from flask import Flask
from sqlalchemy import select

from app.core.db import db
from app.core.outbox import FollowUp, Handler, run_due
from app.core.permissions import Actor
from app.pages.models import Revision
from app.proposals.kinds import ProposalState
from app.proposals.models import Publication
from app.proposals.queries import all_open, mine
from app.subscribers import HANDLERS
from tests.browsing import Visitor
from tests.builders import BuiltPage, make_page
from tests.proposal_builders import MEMBER, REDACTEUR, make_actor, text_of
from tests.proposal_site import hidden, went_to

PEOPLE, EDITS = map(int, os.environ.get("MANY_PEOPLE", "4x3").split("x"))
FRESH_EVERY = 3
TEXTAREA = re.compile(r'<textarea[^>]*name="tekst"[^>]*>\n?(.*?)</textarea>', re.DOTALL)
PLACE = re.compile(r'name="(plek-\d+)" value="([^"]+)"')
REASON = "Hier is over nagedacht, echt waar."
FOLLOW_UPS: dict[FollowUp, Handler] = {
    kind: handler for kind, handler in HANDLERS.items() if kind is not FollowUp.INDEX_PAGE
}


@dataclass
class Crowd:
    """Everybody at work on one page, and when the writers are done."""

    app: Flask
    page: BuiltPage
    writers: list[Actor]
    redactie: list[Actor]
    written: Event = field(default_factory=Event)

    def visit(self, actor: Actor) -> Visitor:
        return Visitor(self.app).sign_in(actor.account_id or 0)


def word(person: int, edit: int) -> str:
    return f"Woord{person}x{edit}."


def gather(app: Flask) -> Crowd:
    paragraphs = [f"Alinea van persoon {number}." for number in range(PEOPLE)]
    with app.app_context():
        page = make_page(body="\n\n".join(["Een alinea van allen.", *paragraphs]) + "\n")
        writers = [make_actor(f"Schrijver {number} Voorbeeld", *MEMBER) for number in range(PEOPLE)]
        redactie = [make_actor(f"Redacteur {number} Voorbeeld", *REDACTEUR) for number in range(2)]
    return Crowd(app, page, writers, redactie)


def write(crowd: Crowd, person: int) -> None:
    """Every third form is fresh; in between a text is sent in that others changed long ago."""
    visitor = crowd.visit(crowd.writers[person])
    form = ""
    for edit in range(EDITS):
        if edit % FRESH_EVERY == 0:
            form = visitor.get(f"{crowd.page.url}/voorstel").text
        typed = html.unescape(TEXTAREA.findall(form)[0])
        sentence = "Een alinea van allen." if edit % 4 == 3 else f"Alinea van persoon {person}."
        body = typed.replace(sentence, f"{sentence} {word(person, edit)}")
        sent = {"titel": crowd.page.title, "tekst": body, "reden": REASON, "basis": hidden(form, "basis")}
        went_to(visitor.post(f"{crowd.page.url}/voorstel", {**sent, "sleutel": f"{person}-{edit}"}))


def decide(crowd: Crowd, redacteur: Actor) -> None:
    """Take over whatever waits; where texts overlap, both stay."""
    visitor = crowd.visit(redacteur)
    while True:
        done = crowd.written.is_set()
        with crowd.app.app_context():
            waiting = [row.id for row in all_open().rows(limit=5)]
        for number in waiting:
            take_over(visitor, number)
        if done and not waiting:
            return


def take_over(visitor: Visitor, number: int) -> None:
    """One attempt; a colleague or a page that moved on may be first, and then there is a next one."""
    address = f"/voorstellen/{number}"
    form = visitor.get(address).text
    if 'value="accept"' not in form:
        if "behandelen" in form:
            visitor.post(
                f"{address}/behandelen", {"gezien": hidden(form, "gezien"), "sleutel": os.urandom(8).hex()}
            )
        return
    decision = {"besluit": "accept", "reden": REASON, "sleutel": os.urandom(8).hex()}
    answer = visitor.post(f"{address}/besluit", {**decision, "gezien": hidden(form, "gezien")})
    if answer.status_code == 303 or 'name="basis"' not in answer.text:
        return
    places = PLACE.findall(answer.text)
    choices = {name.replace("plek", "keuze"): "beide" for name, _ in places}
    seen = {"basis": hidden(answer.text, "basis"), "gezien": hidden(answer.text, "gezien")}
    visitor.post(f"{address}/besluit", {**decision, **seen, **dict(places), **choices})


def follow_up(crowd: Crowd, stop: Event) -> None:
    while not stop.is_set():
        with crowd.app.app_context():
            if not run_due(FOLLOW_UPS):
                stop.wait(0.05)


def run_all(crowd: Crowd) -> None:
    stop = Event()
    with ThreadPoolExecutor(PEOPLE + 3) as pool:
        following = pool.submit(follow_up, crowd, stop)
        deciding = [pool.submit(decide, crowd, redacteur) for redacteur in crowd.redactie]
        writing: list[Callable[[], None]] = [
            pool.submit(write, crowd, person).result for person in range(PEOPLE)
        ]
        for finish in writing:
            finish()
        crowd.written.set()
        for task in deciding:
            task.result()
        stop.set()
        following.result()


def test_no_word_is_lost_and_every_revision_follows_the_one_before(app: Flask) -> None:
    crowd = gather(app)
    run_all(crowd)
    with app.app_context():
        text = text_of(crowd.page)
        states = {
            row.state for writer in crowd.writers for row in mine(writer.account_id or 0).rows(limit=EDITS)
        }
        revisions = db.session.scalars(select(Revision).order_by(Revision.number)).all()
        published = len(db.session.scalars(select(Publication)).all())
    lost = [word(p, e) for p in range(PEOPLE) for e in range(EDITS) if word(p, e) not in text.content.body]
    assert lost == []
    assert states == {ProposalState.ACCEPTED}
    assert published == PEOPLE * EDITS
    assert [revision.number for revision in revisions] == list(range(1, published + 2))
    assert [after.parent_id for after in revisions[1:]] == [before.id for before in revisions[:-1]]
