"""Routes compiled once for all applications of a test worker: 200 of them cost more than most tests."""

from collections.abc import Callable

from flask import Flask
from werkzeug.routing import Rule

Builder = Callable[..., tuple[str, str]]


class _RememberedRule(Rule):
    """A rule that takes what makes its addresses from an equal rule of an earlier application."""

    _builders: dict[object, Builder] = {}  # noqa: RUF012 - shared on purpose: that is what it is for

    # The name and the argument are Werkzeug's. What it answers hangs on these four things alone.
    def _compile_builder(self, append_unknown: bool = True) -> Builder:
        defaults = frozenset((self.defaults or {}).items())
        key = (self.rule, tuple(self._trace), defaults, append_unknown)
        if key not in self._builders:
            self._builders[key] = super()._compile_builder(append_unknown)
        return self._builders[key]


def share_routes() -> None:
    """Let every application that is made from now on share them."""
    Flask.url_rule_class = _RememberedRule
