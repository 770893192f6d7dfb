"""Reading a sent form: clean values, and for each field that is not right a Dutch sentence."""

import re
from datetime import date, time
from enum import StrEnum
from typing import TypeVar

from werkzeug.datastructures import MultiDict

from app.core.errors import Invalid
from app.text.signs import clean, is_seen, one_line
from app.web.kept_forms import RESUMED_FIELD
from app.web.messages import field_message

LINE_LIMIT = 200
TEXT_LIMIT = 200_000
DAY = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)|(\d\d?)-(\d\d?)-(\d{4})", re.ASCII)
EARLIEST_DAY, LATEST_DAY = date(1900, 1, 1), date(2200, 1, 1)
CLOCK = re.compile(r"(\d\d?)(?:[:.u](\d\d)(?::\d\d)?)?(?: ?uur)?", re.ASCII)
# What an integer column of PostgreSQL holds: a larger number is of no row.
LARGEST_NUMBER = 2**31 - 1

Kind = TypeVar("Kind", bound=StrEnum)


def row_number(written: str) -> int | None:
    """The number of a row as it was written; None when no row can have it.

    Digits without end are refused before they are read: Python raises at thousands of them.
    """
    if written.isascii() and written.isdigit() and len(written) < 12 and int(written) <= LARGEST_NUMBER:
        return int(written)
    return None


class FormReader:
    """Reads the fields of one form; `errors` holds a sentence per field, in the order of reading.

    What is returned is always what was typed (cleaned), also when there is an error, so that the form can be
    shown again as it was. A form that comes back after signing in again has the error `_herstel`: show it.
    """

    def __init__(self, data: MultiDict[str, str]) -> None:
        self._data = data
        self.errors: dict[str, str] = {}
        if RESUMED_FIELD in data:
            self.fail(RESUMED_FIELD, "resumed")

    @property
    def ok(self) -> bool:
        """True when nothing stands in the way of using what was read."""
        return not self.errors

    def fail(self, name: str, code: str, **facts: object) -> None:
        """Note what is wrong with a field; the first error of a field stays."""
        self.errors.setdefault(name, field_message(name, code, **facts))

    def refuse(self, error: Invalid) -> None:
        """Note what a service refused."""
        self.fail(error.field, error.code, **error.facts)

    def line(self, name: str, *, limit: int = LINE_LIMIT, required: bool = False) -> str:
        """One line of text, without spaces around it, double spaces or invisible signs."""
        value = one_line(self._data.get(name, ""))
        self._check_length(name, value, limit=limit, required=required)
        return value

    def text(self, name: str, *, limit: int = TEXT_LIMIT, required: bool = False) -> str:
        """Text of many lines, with \\n at the end of each."""
        value = clean(self._data.get(name, ""))
        self._check_length(name, value, limit=limit, required=required)
        return value

    def exact(self, name: str, *, required: bool = False) -> str:
        """A secret, sign by sign as it was typed."""
        value = self._data.get(name, "")
        if required and not value:
            self.fail(name, "required")
        return value

    def flag(self, name: str) -> bool:
        """True when a checkbox is ticked."""
        return self._data.get(name, "") not in {"", "0"}

    def identifier(self, name: str, *, required: bool = False) -> int | None:
        """The number of a row; that the row exists and may be used is for the service to check."""
        value = self._data.get(name, "").strip()
        if not value:
            if required:
                self.fail(name, "required")
            return None
        return self._number(name, value)

    def identifiers(self, name: str) -> tuple[int, ...]:
        """The numbers of all ticked rows, each once, in the order of the form."""
        numbers = (self._number(name, value) for value in self._data.getlist(name) if value.strip())
        return tuple(dict.fromkeys(number for number in numbers if number is not None))

    def all_of(self, name: str) -> tuple[str, ...]:
        """Every value that was sent under a name."""
        return tuple(self._data.getlist(name))

    def choice(self, name: str, kind: type[Kind], *, required: bool = True) -> Kind | None:
        """One of the words of an enumeration."""
        value = self._data.get(name, "")
        if value in {member.value for member in kind}:
            return kind(value)
        if value or required:
            self.fail(name, "unknown_choice" if value else "required")
        return None

    def day(self, name: str) -> date | None:
        """A day, as a browser sends it or as people write it: 2026-11-03 and 3-11-2026 are the same."""
        value = self.line(name)
        if not value:
            return None
        if found := DAY.fullmatch(value):
            year, month, day, day_first, month_second, year_last = found.groups()
            try:
                written = date(int(year or year_last), int(month or month_second), int(day or day_first))
            except ValueError:  # 31 februari, for one
                written = date.min
            if EARLIEST_DAY < written < LATEST_DAY:
                return written
        self.fail(name, "not_a_day")
        return None

    def clock(self, name: str) -> time | None:
        """A time of the day, as a browser sends it or as people write it: 9:05, 09.05, 9u05 and 14 uur."""
        value = self.line(name)
        if not value:
            return None
        if found := CLOCK.fullmatch(value):
            hour, minute = int(found[1]), int(found[2] or 0)
            if hour < 24 and minute < 60:
                return time(hour, minute)
        self.fail(name, "not_a_time")
        return None

    def _check_length(self, name: str, value: str, *, limit: int, required: bool) -> None:
        if required and not is_seen(value):
            self.fail(name, "required")
        if len(value) > limit:
            self.fail(name, "too_long", limit=limit, length=len(value))

    def _number(self, name: str, value: str) -> int | None:
        number = row_number(value.strip())
        if number is None:
            self.fail(name, "unknown_choice")
        return number
