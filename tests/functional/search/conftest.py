"""A guide to search in, and what a visitor sees of it."""

import re
from html import unescape
from urllib.parse import urlencode

import pytest
from flask import Flask

from app.core.outbox import run_due
from app.search.engine import current_engine
from app.search.engine_whoosh import WhooshEngine
from app.subscribers import HANDLERS
from tests.browsing import Visitor

TITLE = re.compile(r'class="hit__title"><a href="([^"]*)">(.*?)</a>')


class Guide:
    """An application with its follow-ups and its search."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        self.visitor = Visitor(app)

    def follow_up(self) -> None:
        """Do everything that changes promised, as the thread of a worker does."""
        with self.app.app_context():
            while run_due(HANDLERS):
                pass

    def html(self, typed: str, **fields: str | int) -> str:
        """The page with the answer; it always comes."""
        answer = self.visitor.get(f"/zoeken?{urlencode({'q': typed, **fields})}")
        assert answer.status_code == 200
        return answer.text

    def find(self, typed: str, **fields: str | int) -> list[str]:
        """The titles found, in order."""
        found = TITLE.findall(self.html(typed, **fields))
        return [unescape(re.sub("<[^>]*>", "", title)) for _, title in found]

    @property
    def engine(self) -> WhooshEngine:
        """The engine of this application."""
        with self.app.app_context():
            engine = current_engine()
        assert isinstance(engine, WhooshEngine)
        return engine


@pytest.fixture
def guide(app: Flask) -> Guide:
    """An empty guide."""
    return Guide(app)
