"""Two guides to visit, and the tabs of those who visit them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta

from flask import Flask
from playwright.sync_api import Browser, Page

from app.accounts.service import ensure_example_accounts, open_session
from app.core.db import unit_of_work
from app.migrating import migrate
from app.search.sync import ensure_index
from app.web.cookies import cookie_names
from app.web.settings import EXTENSION
from tests.browser.examples import ANONYMOUS, Example, look
from tests.browser.serving import LiveServer, watch
from tests.browser.steps import example as example_person

WIDE = 1280


@dataclass
class Sites:
    """A guide in use and one with nothing in it, both served as long as this worker tests."""

    in_use: LiveServer
    empty: LiveServer
    places: dict[str, str] = field(default_factory=dict)

    def of(self, example: Example) -> LiveServer:
        """The guide in which this example is met."""
        return self.empty if example.empty else self.in_use

    def address(self, example: Example) -> str:
        """Where it is, with the numbers of the proposals filled in."""
        return example.address.format_map(self.places)


def fill_empty_guide(app: Flask) -> None:
    """People and a search index, and not one page."""
    with app.app_context():
        migrate()
        with unit_of_work():
            ensure_example_accounts()
        ensure_index()


@dataclass
class Tabs:
    """Tabs of visitors who only look, kept from page to page: a new visitor costs more than a page."""

    browser: Browser
    sites: Sites
    kept: dict[tuple[str, str], Page] = field(default_factory=dict)
    complaints: list[str] = field(default_factory=list)

    @contextmanager
    def at(self, example: Example, visitor: str) -> Iterator[Page]:
        """A tab that has come to a page; nothing may fail on the way but what the example makes fail."""
        self.complaints.clear()
        server = self.sites.of(example)
        looks = example.act is look
        key = (server.address, visitor)
        page = self.kept.get(key) if looks else None
        page = page or self._open(server, visitor)
        page.set_viewport_size({"width": WIDE, "height": 900})
        page.emulate_media(color_scheme="light")
        page.goto(self.sites.address(example))
        example.act(page)
        yield page
        if looks:
            self.kept[key] = page
        else:
            page.context.close()
        assert [c for c in self.complaints if "/mislukt/5" not in c] == []

    def _open(self, server: LiveServer, visitor: str) -> Page:
        # Colours that are still changing are measured wrongly.
        context = self.browser.new_context(base_url=server.address, reduced_motion="reduce")
        watch(context, server.address, self.complaints)
        if visitor != ANONYMOUS:
            name = cookie_names(server.app.extensions[EXTENSION])[0]
            with server.app.app_context(), unit_of_work():
                account_id = example_person(visitor).account_id or 0
                token = open_session(account_id, lasts=timedelta(hours=1))
            context.add_cookies([{"name": name, "value": token, "url": server.address}])
        return context.new_page()
