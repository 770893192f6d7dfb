"""What people do on the screen, in the words that stand there; used by the tests of the flows."""

import re
import time
from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect
from sqlalchemy import func, select

from app.accounts.examples import EXAMPLE_PEOPLE
from app.accounts.models import Account
from app.core.db import db
from app.core.permissions import Actor, permissions_of
from app.pages.texts import current_text
from app.proposals.models import Proposal
from tests.browser.serving import LiveServer
from tests.builders import BuiltPage, make_page, revise_page
from tests.proposal_builders import send_edit, take

Visitors = Callable[..., BrowserContext]

FIRST = "De eerste zin van dit voorbeeld blijft staan."
SECOND = "De tweede zin is lang en kan beter."
BODY = f"{FIRST} {SECOND}\n\n## Een kop\n\nOnder de kop staat een voorbeeld.\n\n## Nog een kop\n\nHet slot.\n"
BETTER = "De tweede zin is nu kort."
REASON = "Zo leest het sneller."
SECONDS = 10


def build_page(server: LiveServer, title: str = "Samen oefenen", body: str = BODY) -> BuiltPage:
    """A published page in the served guide."""
    with server.app.app_context():
        return make_page(title, body)


def change_page(server: LiveServer, page: BuiltPage, body: str) -> None:
    """Another revision, as when a colleague's proposal was taken over meanwhile."""
    with server.app.app_context():
        revise_page(page, body)


def build_proposal(server: LiveServer, page: BuiltPage, body: str, *, taken_by: str | None = None) -> str:
    """The address of a proposal by the example colleague, taken on by this example redacteur."""
    with server.app.app_context():
        number = send_edit(example("Medewerker"), page, body)
        if taken_by:
            take(example(taken_by), number)
    return f"/voorstellen/{number}"


def example(button: str) -> Actor:
    """The example person behind a button; needs an application context."""
    person = next(person for person in EXAMPLE_PEOPLE if person.description == button)
    account_id = db.session.scalars(select(Account.id).where(Account.email_key == person.email)).one()
    return Actor(account_id, person.name, permissions_of(frozenset({person.role}), read_access_open=True))


def text_of(server: LiveServer, page: BuiltPage) -> str:
    """The Markdown that is published now."""
    with server.app.app_context():
        text = current_text(page.id)
        assert text is not None
        return text.content.body


def number_of_proposals(server: LiveServer) -> int:
    """How many proposals were sent in, whatever became of them."""
    with server.app.app_context():
        return db.session.scalar(select(func.count()).select_from(Proposal)) or 0


def fill_in(page: Page, body: str, *, reason: str = REASON, note: str = "De tweede zin is korter") -> None:
    """Type a change in the form of a proposal, without sending it."""
    page.get_by_label("Tekst", exact=True).fill(body)
    page.get_by_label("Wat verandert er?").fill(note)
    page.get_by_label("Waarom is dit beter?").fill(reason)


def send(page: Page) -> None:
    """Send the proposal in, and see that it arrived."""
    page.get_by_role("button", name="Stuur voorstel in").click()
    expect(page.get_by_text("Je voorstel is verstuurd.")).to_be_visible()


def decide(page: Page, button: str, reason: str) -> None:
    """Press one of the buttons of a decision, with a reason."""
    page.get_by_label(re.compile("^Waarom (beslis|neem) je dit")).fill(reason)
    page.get_by_role("button", name=button).click()


def reload_until(page: Page, address: str, words: str) -> None:
    """Open a page again and again until it says what follows from an earlier change."""
    deadline = time.monotonic() + SECONDS
    while time.monotonic() < deadline:
        page.goto(address)
        if page.get_by_text(words).count():
            return
    raise AssertionError(f"{address} does not say “{words}”")


def find(page: Page, words: str, title: str) -> None:
    """Search until the page is found: the index follows a publication within a second."""
    deadline = time.monotonic() + SECONDS
    hit = page.get_by_role("main").get_by_role("listitem").get_by_role("link", name=title, exact=True)
    while time.monotonic() < deadline:
        page.goto(f"/zoeken?q={words}")
        if hit.count():
            return
    raise AssertionError(f"“{title}” is not found with {words}")
