"""What somebody typed in a form that could not be accepted now: carried along, so that nothing is lost.

The fields travel as hidden inputs through signing in again, and then the form's own view shows them.
Nothing is sent by itself.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from flask import request

from app.web.addresses import local_path

ADDRESS_FIELD = "volgende"
PREFIX = "bewaard:"
RESUMED_FIELD = "_herstel"
# The token is renewed, a password is never written into a page.
LEFT_OUT = frozenset({"csrf_token", "wachtwoord", RESUMED_FIELD})
KEYS = frozenset({"sleutel", "basis"})
# What a form knew of the words that were there before; nobody typed that in it.
SEEN = "gezien-"
CODE = re.compile(r"[a-z0-9_:-]*")

Fields = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class KeptForm:
    """The address a form was sent to (or a page was asked for), and every field in order."""

    path: str
    fields: Fields = ()

    @classmethod
    def of_this_request(cls) -> "KeptForm":
        """The form that this request sends."""
        sent = request.form.items(multi=True)
        return cls(local_path(request.full_path.rstrip("?")), _without_secrets(sent))

    @classmethod
    def carried_here(cls) -> "KeptForm":
        """The form that this request carries along in hidden fields."""
        marked = (field for field in request.form.items(multi=True) if field[0].startswith(PREFIX))
        fields = _without_secrets((name.removeprefix(PREFIX), value) for name, value in marked)
        return cls(local_path(request.values.get(ADDRESS_FIELD, "/")), fields)

    @property
    def hidden_fields(self) -> Fields:
        """Names and values of the inputs that carry this form along."""
        return ((ADDRESS_FIELD, self.path), *((PREFIX + name, value) for name, value in self.fields))

    @property
    def texts(self) -> Fields:
        """What a person typed, by field, to show and copy: not the numbers, codes and keys of the form."""
        typed = (field for field in self.fields if field[0] not in KEYS and not field[0].startswith(SEEN))
        return tuple((name, value) for name, value in typed if not CODE.fullmatch(value))


def _without_secrets(fields: Iterable[tuple[str, str]]) -> Fields:
    return tuple((name, value) for name, value in fields if name not in LEFT_OUT)
