"""A page with people around it, for tests that send requests, and reading the forms in an answer."""

import re
from dataclasses import dataclass

from flask import Flask
from werkzeug.test import TestResponse

from app.core.permissions import Actor
from app.proposals.rules import proposal_number
from tests.browsing import Visitor
from tests.builders import BODY, BuiltPage
from tests.proposal_builders import People, send_edit, take

BETTER = BODY.replace("Dit is een voorbeeld.", "Dit is een beter voorbeeld.")
OTHER = BODY.replace("Dit is een voorbeeld.", "Dit is een ander voorbeeld.")
APART = BODY.replace("nog een zin", "nog een langere zin")


@dataclass(frozen=True)
class Site:
    """A page and the people around it."""

    app: Flask
    people: People
    page: BuiltPage

    def visit(self, actor: Actor) -> Visitor:
        """A browser in which this person is signed in."""
        assert actor.account_id
        return Visitor(self.app).sign_in(actor.account_id)

    def proposal(self, *, taken: bool = False, writer: Actor | None = None, body: str = BETTER) -> int:
        """A proposal for the page; taken on by the first redacteur when asked."""
        with self.app.app_context():
            number = send_edit(writer or self.people.writer, self.page, body)
            if taken:
                take(self.people.redacteur, number)
        return number


def html(answer: TestResponse, status: int = 200) -> str:
    """The page, when it came with this status."""
    assert answer.status_code == status
    return answer.get_data(as_text=True)


def hidden(page: str, name: str) -> str:
    """The value of the first hidden field with this name."""
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert found, f"no field {name}"
    return found.group(1)


def went_to(answer: TestResponse) -> int:
    """The proposal that a form led to."""
    assert answer.status_code == 303
    return proposal_number(answer.headers["Location"])
