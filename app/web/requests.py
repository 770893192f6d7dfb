"""Requests with bounds: on the number of fields, and on the numbers in an address."""

from io import BytesIO
from typing import IO, Any

from flask import Flask, Request
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.formparser import FormDataParser
from werkzeug.routing import IntegerConverter, Map

from app.web.forms import LARGEST_NUMBER

# Werkzeug bounds the fields of multipart forms only. Settling overlaps takes three fields for each; a few
# million fields keep a worker busy for seconds.
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


class RowNumber(IntegerConverter):
    """`<int:…>` in an address: what no row can have is found nowhere, where PostgreSQL would fail on it."""

    regex = r"\d{1,10}"

    def __init__(self, url_map: Map) -> None:
        super().__init__(url_map, max=LARGEST_NUMBER)


def register(app: Flask) -> None:
    """Read every request this way."""
    app.url_map.converters["int"] = RowNumber
    app.request_class = BoundedRequest
    app.config["MAX_FORM_PARTS"] = MOST_FIELDS
