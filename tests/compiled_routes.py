"""Routes compiled once for all applications of a test worker: 200 of them cost more than most tests."""

from typing import Any

from flask import Flask
from werkzeug.routing import Rule

COMPILED = ("_parts", "_trace", "_converters", "_build", "_build_unknown")


class _RememberedRule(Rule):
    """A rule that takes what it was compiled to from an equal rule of an earlier application."""

    _compiled: dict[object, dict[str, Any]] = {}  # noqa: RUF012 - shared on purpose: that is what it is for

    # The name is Werkzeug's, and so are those of what it makes. What it makes hangs on these two alone.
    def compile(self) -> None:
        key = (self.rule, frozenset((self.defaults or {}).items()))
        if key not in self._compiled:
            super().compile()
            self._compiled[key] = {name: getattr(self, name) for name in COMPILED}
        for name, value in self._compiled[key].items():
            setattr(self, name, value)
        self.arguments.update(self._converters)


def share_routes() -> None:
    """Let every application that is made from now on share them."""
    Flask.url_rule_class = _RememberedRule
