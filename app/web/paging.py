"""Long lists in pieces that have an address of their own."""

from dataclasses import dataclass
from urllib.parse import urlencode

from flask import request

FIELD = "bladzijde"


@dataclass(frozen=True, slots=True)
class Paging:
    """One piece of a list; `previous` and `next` are addresses, with everything else that was asked."""

    total: int
    page: int
    pages: int
    offset: int
    limit: int
    previous: str | None
    next: str | None


def paging(total: int, limit: int) -> Paging:
    """The piece that the request asks for; a number that makes no sense gives the nearest that does."""
    pages = max(1, -(-total // limit))
    asked = request.args.get(FIELD, "")
    wanted = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 10 else 1
    page = min(max(wanted, 1), pages)
    return Paging(
        total=total,
        page=page,
        pages=pages,
        offset=(page - 1) * limit,
        limit=limit,
        previous=_address(page - 1) if page > 1 else None,
        next=_address(page + 1) if page < pages else None,
    )


def _address(page: int) -> str:
    fields = {**request.args.to_dict(), FIELD: str(page)}
    return f"{request.path}?{urlencode(fields)}"
