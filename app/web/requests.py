"""Requests with a bound on the number of fields; Werkzeug bounds those of multipart forms only."""

from io import BytesIO
from typing import IO, Any

from flask import Flask, Request
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.formparser import FormDataParser

# Settling overlaps takes three fields for each; a few million fields keep a worker busy for seconds.
MOST_FIELDS = 5_000


class _Parser(FormDataParser):
    def parse(self, stream: IO[bytes], mimetype: str, content_length: int | None, options: Any = None) -> Any:
        """Count the fields before any of them is looked at."""
        if mimetype == "application/x-www-form-urlencoded":
            sent = stream.read()
            if sent.count(b"&") >= MOST_FIELDS:
                raise RequestEntityTooLarge
            stream = BytesIO(sent)
        return super().parse(stream, mimetype, content_length, options)


class BoundedRequest(Request):
    """A request whose form has at most `MOST_FIELDS` fields; a larger one is refused as too large."""

    form_data_parser_class = _Parser


def register(app: Flask) -> None:
    """Read every request this way."""
    app.request_class = BoundedRequest
    app.config["MAX_FORM_PARTS"] = MOST_FIELDS
