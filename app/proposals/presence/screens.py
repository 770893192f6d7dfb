"""Who is at work on what a screen shows, as it was known when the screen was made."""

from collections.abc import Collection

from app.core.clock import now
from app.proposals.presence.queries import seen_at
from app.proposals.presence.rules import Sighting
from app.web.guards import current_actor
from app.web.settings import current_settings


def others_seen(subjects: Collection[str]) -> tuple[Sighting, ...]:
    """Everybody but the visitor; nobody where presence is switched off, or for who may not see names."""
    actor = current_actor()
    if not (current_settings().presence and actor.signed_in):
        return ()
    return tuple(one for one in seen_at(subjects, now()) if one.account_id != actor.account_id)
