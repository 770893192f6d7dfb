"""Who may do what: one table, shown in the documentation and held by every view.

An account has a set of roles and no role contains another silently, so each permission names every role
that has it.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from app.core.errors import Forbidden


class Role(StrEnum):
    """What an account is allowed in the whole guide."""

    READER = "reader"
    MEMBER = "member"
    EDITOR = "editor"
    ADMIN = "admin"


class Permission(StrEnum):
    """One thing a person can be allowed to do; a view names exactly one."""

    SIGN_IN = "sign_in"
    READ = "read"
    READ_NAMES = "read_names"
    PROPOSE = "propose"
    COMMENT = "comment"
    DECIDE = "decide"
    PROTECT = "protect"
    MAINTAIN = "maintain"
    HIDE = "hide"
    READ_CONVERSATIONS = "read_conversations"
    CONVERSE = "converse"
    CURATE = "curate"


EVERY_ROLE = frozenset(Role)

GRANTS: dict[Permission, frozenset[Role]] = {
    Permission.READ: EVERY_ROLE,
    Permission.READ_NAMES: EVERY_ROLE,
    Permission.PROPOSE: frozenset({Role.MEMBER, Role.EDITOR, Role.ADMIN}),
    Permission.COMMENT: frozenset({Role.MEMBER, Role.EDITOR, Role.ADMIN}),
    Permission.DECIDE: frozenset({Role.EDITOR}),
    Permission.PROTECT: frozenset({Role.EDITOR}),
    Permission.MAINTAIN: frozenset({Role.EDITOR}),
    Permission.HIDE: frozenset({Role.EDITOR}),
    Permission.READ_CONVERSATIONS: EVERY_ROLE,
    Permission.CONVERSE: frozenset({Role.MEMBER, Role.EDITOR, Role.ADMIN}),
    Permission.CURATE: frozenset({Role.EDITOR}),
    Permission.SIGN_IN: EVERY_ROLE,
}


def permissions_of(roles: frozenset[Role], *, read_access_open: bool) -> frozenset[Permission]:
    """Everything these roles allow; without any role only signing in, and reading where that is open."""
    allowed = {permission for permission, granted in GRANTS.items() if roles & granted}
    allowed.add(Permission.SIGN_IN)
    if read_access_open:
        allowed.add(Permission.READ)
    return frozenset(allowed)


@dataclass(frozen=True, slots=True)
class Actor:
    """Who is asking: an account with its permissions, or somebody without an account (`account_id` None)."""

    account_id: int | None = None
    name: str = ""
    permissions: frozenset[Permission] = field(default_factory=frozenset)

    @property
    def signed_in(self) -> bool:
        """True for a person with a living session."""
        return self.account_id is not None

    def may(self, permission: Permission | str) -> bool:
        """True when this actor has the permission."""
        return permission in self.permissions


def account_with(actor: Actor, permission: Permission) -> int:
    """The account of an actor who may do this; refuses everybody else."""
    if actor.account_id is None or not actor.may(permission):
        raise Forbidden("not_allowed")
    return actor.account_id
