"""Forms that a script keeps until there is a connection: their answers, and what tells them apart."""

from collections.abc import Callable

from flask import jsonify, request
from flask.typing import ResponseReturnValue

from app.core.errors import DomainError
from app.web.forms import FormReader
from app.web.messages import message

FIELD = "uit-wachtrij"


def is_queued() -> bool:
    """True when a script sent this form, and waits for a piece of the page instead of a whole one."""
    return FIELD in request.form


def queued_answer(reader: FormReader, act: Callable[[], str]) -> ResponseReturnValue:
    """Do it and answer with the piece of HTML that it gives; else with the sentence that says why not."""
    if not reader.ok:
        return jsonify(fout=next(iter(reader.errors.values()))), 422
    try:
        return jsonify(regel=act())
    except DomainError as error:
        return jsonify(fout=message(error.code, **error.facts)), error.status
