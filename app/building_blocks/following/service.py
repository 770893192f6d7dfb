"""Counting the codes that nobody gave out."""

from sqlalchemy import case, delete, func, select

from app.accounts.rules import network
from app.building_blocks.following.models import CodeAttempt
from app.building_blocks.following.rules import WINDOW, check_wrong_codes
from app.core.clock import now
from app.core.db import db


def check_may_be_wrong(address: str) -> None:
    """Refuse a wrong code of who tried too many, or of everybody when all together did.

    Only for a code that is nobody's: a right one is answered, whoever else was wrong at the same address.
    Nothing is changed. Two requests at once may slip past by one each, which a code of fifty bits bears.
    """
    moment = now()
    mine = case((CodeAttempt.address == network(address), 1))
    counts = select(func.count(mine), func.count(), func.min(CodeAttempt.at))
    of_address, total, oldest = db.session.execute(counts.where(CodeAttempt.at > moment - WINDOW)).one()
    check_wrong_codes(from_address=of_address, in_total=total, oldest=oldest, moment=moment)


def count_wrong_code(address: str) -> None:
    """Remember that this address asked for a code that is nobody's."""
    db.session.execute(delete(CodeAttempt).where(CodeAttempt.at <= now() - WINDOW))
    db.session.add(CodeAttempt(address=network(address), at=now()))
