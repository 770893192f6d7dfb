"""What stands for a person in a vote, so that nobody votes twice and nobody is named."""

import hashlib
import hmac


def voter_key(secret: str, about: str, account_id: int) -> str:
    """The same each time for this person and this vote; without the secret nobody can tell who it is.

    `about` names the kind of vote and its number, so that keys of two votes cannot be laid beside each other.
    """
    return hmac.new(secret.encode(), f"{about}:{account_id}".encode(), hashlib.sha256).hexdigest()
