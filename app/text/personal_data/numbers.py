"""Numbers and addresses that belong to one person: e-mail, telephone, citizen service number (BSN).

Every pattern begins at a boundary and repeats a bounded number of times: a hostile text costs no more than
a long one.
"""

import re
from collections.abc import Iterator

from app.text.personal_data.kinds import Finding, PersonalDataKind

_EMAIL = re.compile(
    r"(?<![\w.+%-])[\w.+%-]{1,64}(?:@|\s?[\[(](?:at|apenstaartje)[\])]\s?)"
    r"[a-z0-9](?:[a-z0-9-]{0,62})(?:\.[a-z0-9-]{1,63}){1,6}(?![\w-])",
    re.IGNORECASE,
)
_GAP = r"[ \u00a0.\-\u2010-\u2012/]{0,3}"
# Ten digits from a 0, or the country in front of nine. 0800, 0900 and the like belong to an office.
_DUTCH = re.compile(
    rf"(?<![\d\w.,+])(?:(?:\+|00)31{_GAP}(?:\(0\){_GAP})?|\(?0(?![89]00))\(?[1-9](?:[)]?{_GAP}\d){{8}}(?![\d\w])"
)
_FOREIGN = re.compile(rf"(?<![\d\w.,+])\+(?!31)[1-9](?:{_GAP}\d){{7,13}}(?![\d\w])")
_NINE_DIGITS = re.compile(
    r"(?<![\w.,€$+/-])(?<![€$]\s)(?:\d{9}|\d{3}([ .-])\d{3}\1\d{3}|\d{4}([.-])\d{2}\2\d{3})(?![\w/]|[.,-]\d)"
    r"(?!\s?(?:euro|miljoen|%))"
)


def find_emails(text: str) -> Iterator[Finding]:
    """Every e-mail address, also one in which the sign is written as a word between brackets."""
    return _found(PersonalDataKind.EMAIL, _EMAIL.finditer(text))


def find_phones(text: str) -> Iterator[Finding]:
    """Every telephone number as it is written in the Netherlands, and foreign ones with their country."""
    yield from _found(PersonalDataKind.PHONE, _DUTCH.finditer(text))
    yield from _found(PersonalDataKind.PHONE, _FOREIGN.finditer(text))


def find_citizen_numbers(text: str) -> Iterator[Finding]:
    """Every number of nine digits that passes the eleven-test; an amount of money is none."""
    right = (match for match in _NINE_DIGITS.finditer(text) if passes_eleven_test(match[0]))
    return _found(PersonalDataKind.CITIZEN_NUMBER, right)


def passes_eleven_test(written: str) -> bool:
    """Whether nine digits can be a BSN: 9 to 2 times the first eight, minus the last, is a multiple of 11."""
    digits = [int(sign) for sign in written if sign.isdecimal()]
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return len(digits) == 9 and any(digits) and sum(map(int.__mul__, digits, weights)) % 11 == 0


def _found(kind: PersonalDataKind, matches: Iterator[re.Match[str]]) -> Iterator[Finding]:
    return (Finding(kind, match.start(), match.end(), match[0]) for match in matches)
