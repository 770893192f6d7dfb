"""The table of who may do what, as the product states it."""

import pytest

from app.core.permissions import GRANTS, Actor, Permission, Role, permissions_of

READING = {Permission.READ, Permission.READ_NAMES, Permission.READ_CONVERSATIONS, Permission.SIGN_IN}
WRITING = READING | {Permission.PROPOSE, Permission.COMMENT, Permission.CONVERSE}
EXPECTED = {
    Role.READER: READING,
    Role.MEMBER: WRITING,
    Role.EDITOR: set(Permission),
    Role.ADMIN: WRITING,
}


@pytest.mark.parametrize("role", Role)
def test_each_role_may_exactly_what_the_table_says(role: Role) -> None:
    assert permissions_of(frozenset({role}), read_access_open=False) == EXPECTED[role]


def test_every_permission_is_granted_to_somebody() -> None:
    assert set(GRANTS) == set(Permission)
    assert all(GRANTS.values())


def test_without_an_account_one_may_read_only_where_reading_is_open() -> None:
    assert permissions_of(frozenset(), read_access_open=True) == {Permission.READ, Permission.SIGN_IN}
    assert permissions_of(frozenset(), read_access_open=False) == {Permission.SIGN_IN}


def test_an_admin_does_not_decide_unless_she_is_also_a_redacteur() -> None:
    both = frozenset({Role.ADMIN, Role.EDITOR})
    assert Permission.DECIDE not in permissions_of(frozenset({Role.ADMIN}), read_access_open=True)
    assert Permission.DECIDE in permissions_of(both, read_access_open=True)


def test_somebody_without_an_account_is_not_signed_in() -> None:
    assert not Actor().signed_in
    assert Actor(account_id=1).signed_in
