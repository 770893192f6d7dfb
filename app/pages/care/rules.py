"""Who may propose a change of a page, and what a protection must say."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.core.clock import local
from app.core.errors import Forbidden, Invalid
from app.core.permissions import Actor, Permission
from app.pages.care.kinds import DecisionRule, ProposerGroup


@dataclass(frozen=True, slots=True)
class CurrentProtection:
    """Who may propose changes of a page and who decides on them, as it holds now.

    `id` is None for a page without a protection: everybody proposes, and the rule of the whole guide holds.
    `decider_id` is set with `DecisionRule.NAMED` alone.
    """

    decision_rule: DecisionRule
    proposers: ProposerGroup = ProposerGroup.EVERYBODY
    id: int | None = None
    decider_id: int | None = None
    decider: str | None = None
    reason: str = ""
    ends_at: datetime | None = None

    @property
    def last_day(self) -> date | None:
        """The last day on which it holds, in the Netherlands."""
        return last_day(self.ends_at) if self.ends_at else None

    def lets_propose(self, actor: Actor) -> bool:
        """Whether this person may propose changes of the page."""
        allowed = self.proposers is ProposerGroup.EVERYBODY or actor.may(Permission.DECIDE)
        return allowed and actor.may(Permission.PROPOSE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectionWish:
    """What a redacteur wants of the protection of a page."""

    proposers: ProposerGroup
    decision_rule: DecisionRule
    decider_id: int | None = None
    ends_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Upkeep:
    """Who looks after a page, by name or address ("" for nobody), and by which day it is looked at again."""

    owner: str = ""
    review_on: date | None = None


def last_day(ends_at: datetime) -> date:
    """The last day, in the Netherlands, of what ends at this moment."""
    return local(ends_at - timedelta(seconds=1)).date()


def next_review(checked_on: date) -> date:
    """A year after somebody looked; 29 February is followed by 28 February."""
    last_day = 28 if (checked_on.month, checked_on.day) == (2, 29) else checked_on.day
    return checked_on.replace(year=checked_on.year + 1, day=last_day)


def may_verify(actor: Actor, owner_id: int | None) -> bool:
    """Whether this person may say that a page still holds: its owner and the redactie may."""
    is_owner = actor.signed_in and actor.account_id == owner_id and actor.may(Permission.PROPOSE)
    return is_owner or actor.may(Permission.MAINTAIN)


def check_may_propose(actor: Actor, protection: CurrentProtection) -> None:
    """Refuse a proposal for a page by somebody who may not make one."""
    if not actor.may(Permission.PROPOSE):
        raise Forbidden("not_allowed")
    if not protection.lets_propose(actor):
        raise Forbidden("only_redactie_proposes")


def check_protection(wish: ProtectionWish, *, usual: DecisionRule, at: datetime) -> None:
    """Refuse a protection that changes nothing, names nobody to decide, or has ended at `at` already."""
    if wish.proposers is ProposerGroup.EVERYBODY and wish.decision_rule is usual:
        raise Invalid("protects_nothing", field="decision_rule")
    if wish.decision_rule is DecisionRule.NAMED and wish.decider_id is None:
        raise Invalid("decider_missing", field="decider")
    if wish.ends_at is not None and wish.ends_at <= at:
        raise Invalid("day_has_passed", field="ends_on")
