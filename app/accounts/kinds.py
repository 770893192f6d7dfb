"""How an account came to be."""

from enum import StrEnum


class AccountKind(StrEnum):
    """`imported` accounts carry a name from an imported history and can never sign in."""

    LOCAL = "local"
    IMPORTED = "imported"
    OIDC = "oidc"
