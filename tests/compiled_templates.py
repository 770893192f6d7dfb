"""Templates compiled once for all applications of a test worker: compiling took ten times the test itself."""

from flask import Flask
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket


class _CompiledTemplates(BytecodeCache):
    """Keeps the compiled form in memory; Jinja itself checks that the source is still the same."""

    def __init__(self) -> None:
        self._compiled: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self._compiled:
            bucket.bytecode_from_string(self._compiled[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._compiled[bucket.key] = bucket.bytecode_to_string()


_shared = _CompiledTemplates()


def share_templates(app: Flask) -> Flask:
    """The same application, with the templates that an earlier one compiled."""
    app.jinja_env.bytecode_cache = _shared
    return app
