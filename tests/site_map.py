"""Every route of the program with an address to visit, and a small guide in which those addresses exist."""

import hashlib
from dataclasses import dataclass

from flask import Flask
from sqlalchemy import select
from werkzeug.routing import Rule

from app.building_blocks.kinds import BuildingBlockKind
from app.building_blocks.service import accept
from app.core.db import db, unit_of_work
from app.core.permissions import Role
from app.core.submissions import new_key
from app.proposals.joining.service import ask_to_join
from app.schema import metadata
from tests.block_builders import hand_in, move, note_block
from tests.browsing import Visitor
from tests.builders import make_account, make_chapter, make_page, make_topic, revise_page
from tests.conversation_builders import make_conversation
from tests.discussion_builders import begin_discussion
from tests.gallery_builders import add_picture, add_reaction
from tests.inviting_builders import put_statement
from tests.proposal_builders import keep_draft, make_actor, send_edit
from tests.thread_builders import lay_thread, open_as_dilemma

SLUG = "voorbeeld"
WORDS = {"vorm": "vragen-ter-inspiratie"}
"""Words of routes that are not free to choose."""


def routes(app: Flask) -> dict[str, Rule]:
    """Every method and address of the program, static files aside: "GET /pagina/<slug>"."""
    return {
        f"{method} {rule.rule}": rule
        for rule in app.url_map.iter_rules()
        if rule.endpoint != "static"
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"})
    }


def address(app: Flask, rule: Rule) -> str:
    """An address of this route: 1 for a number, `SLUG` for a word."""
    asked = rule.arguments - set(rule.defaults or ())
    words = {name: WORDS.get(name, SLUG) for name in asked}
    numbers = {name: 1 for name in asked if f"<int:{name}>" in rule.rule}
    values = words | numbers | dict(rule.defaults or {})
    method = min(rule.methods or {"GET"})
    return app.url_map.bind("localhost").build(rule.endpoint, values, method=method)


@dataclass(frozen=True, slots=True)
class Guide:
    """A guide in which the addresses above exist, and who is in it."""

    lezer: int
    writer: int
    redacteur: int
    beheerder: int


def make_guide(app: Flask) -> Guide:
    """One page with two versions, on one theme in one chapter; a proposal with a discussion, and a draft.

    The writer of these hosts a conversation with a bouwsteen and a picture. The first account is the
    redacteur, who would like to write along on the proposal.
    """
    with app.app_context():
        redacteur = make_actor("redacteur voorbeeld", Role.EDITOR)
        topic = make_topic("Voorbeeld")
        begun = make_page("Voorbeeld", slug=SLUG, chapter_id=make_chapter(), topic_ids=[topic])
        page = revise_page(begun, body="Een eerste zin. Een tweede zin.\n")
        writer = make_actor("Noor Voorbeeld", Role.MEMBER)
        keep_draft(writer, begun, "Een concept van een zin.\n")
        number = send_edit(writer, page, "Een betere eerste zin. Een tweede zin.\n")
        begin_discussion(writer, number)
        with unit_of_work():
            ask_to_join(redacteur, number, "Ik ken een voorbeeld.", key=new_key())
        conversation = make_conversation(writer.account_id or 0)
        put_statement(writer, conversation_id=conversation)
        block = note_block("Een dilemma.", conversation, kind=BuildingBlockKind.DILEMMA)
        hand_in(writer, conversation)
        with unit_of_work():
            accept(redacteur, move(block))
        open_as_dilemma(redacteur, block)
        add_picture(writer, conversation)
        add_reaction(writer)
        lay_thread(redacteur)
        others = [make_account(f"{role} voorbeeld", [role]) for role in (Role.READER, Role.ADMIN)]
    return Guide(others[0], writer.account_id or 0, redacteur.account_id or 0, others[1])


def everybody(app: Flask, guide: Guide) -> dict[str, Visitor]:
    """A visitor for each role, and one without an account."""
    accounts = {
        "lezer": guide.lezer,
        "medewerker": guide.writer,
        "redacteur": guide.redacteur,
        "beheerder": guide.beheerder,
    }
    signed_in = {name: Visitor(app).sign_in(account) for name, account in accounts.items()}
    return {"anonymous": Visitor(app), **signed_in}


def contents(app: Flask) -> dict[str, str]:
    """A fingerprint of every table: equal before and after means that nothing was changed."""
    with app.app_context():
        found = {
            table.name: sorted(map(repr, db.session.execute(select(table))))
            for table in metadata.sorted_tables
        }
    return {name: hashlib.sha256("\n".join(rows).encode()).hexdigest() for name, rows in found.items()}
