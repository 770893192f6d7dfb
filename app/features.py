"""The features, in the order in which they may know each other: each only those before it."""

from collections.abc import Mapping

from flask import Blueprint, Flask

from app.accounts import views as accounts
from app.building_blocks import views as building_blocks
from app.conversations import views as conversations
from app.discussions import views as discussions
from app.pages import views as pages
from app.proposals import views as proposals
from app.proposals.checking.queries import redactie_counts
from app.proposals.drafts import views as drafts
from app.search import views as search
from app.threads import views as threads
from app.web import navigation, style
from app.web.navigation import Counter
from config import Settings

FEATURES: tuple[Blueprint, ...] = (
    accounts.bp,
    pages.bp,
    conversations.bp,
    building_blocks.bp,
    proposals.bp,
    drafts.bp,
    discussions.bp,
    threads.bp,
    search.bp,
)
# Numbers that the header shows, by the name that a place in `web.navigation` gives them.
COUNTERS: Mapping[str, Counter] = {navigation.REDACTIE: redactie_counts}


def register(app: Flask, settings: Settings) -> None:
    """Put every feature's pages on their addresses, and their numbers in the header."""
    app.extensions[navigation.EXTENSION] = COUNTERS
    for blueprint in (*FEATURES, *_for_tryout(settings)):
        app.register_blueprint(blueprint)


def _for_tryout(settings: Settings) -> tuple[Blueprint, ...]:
    """What does not exist in production: not closed, but absent."""
    if not settings.tryout:
        return ()
    return (style.bp, accounts.example_bp) if settings.one_click_sign_in else (style.bp,)
