"""The features, in the order in which they may know each other: each only those before it."""

from collections.abc import Mapping
from contextlib import suppress
from importlib import import_module

from flask import Blueprint, Flask

from app.accounts import views as accounts
from app.web import navigation, style
from app.web.navigation import Counter
from config import Settings


def _written() -> list[Blueprint]:
    # Until these parts are written; then they become plain imports.
    found: list[Blueprint] = []
    for name in ("app.topics.views", "app.pages.views", "app.proposals.views", "app.search.views"):
        with suppress(ModuleNotFoundError):
            found.append(import_module(name).bp)
    return found


FEATURES: tuple[Blueprint, ...] = (accounts.bp, *_written())
# Numbers that the header shows, by the name that a place in `web.navigation` gives them.
COUNTERS: Mapping[str, Counter] = {}


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
