"""The places in the header: where they are, who sees them, and how much waits there."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from flask import current_app, g, request

from app.core.permissions import Permission
from app.core.waiting import Waiting
from app.web.guards import current_actor

EXTENSION = "navigation_counters"
REDACTIE = "redactie"
Counter = Callable[[int], Waiting]
"""What waits for the person with this account."""


@dataclass(frozen=True, slots=True)
class Place:
    """One of the places; `paths` are the beginnings of the addresses that belong to it."""

    label: str
    url: str
    paths: tuple[str, ...]
    permission: Permission | None = None
    counter: str | None = None


@dataclass(frozen=True, slots=True)
class NavigationItem:
    """A place as the header shows it now."""

    label: str
    url: str
    current: bool
    waiting: Waiting

    @property
    def count(self) -> int:
        """All that waits there."""
        return sum(self.waiting.lists.values())


TOGETHER = ("/rode-draden", "/plaat", "/dekking", "/dilemmas")
CONVERSING = (
    "/gesprekken",
    "/gespreksvormen",
    "/begeleiders",
    "/kettingreactie",
    "/stellingen",
    "/plaat",
    "/dekking",
)
PLACES = (
    Place("Gids", "/", ("/pagina/", "/paginas", "/wijzigingen")),
    Place("Thema's", "/themas", ("/themas",)),
    Place("Gesprekken", "/gesprekken", CONVERSING, Permission.READ_CONVERSATIONS),
    Place(
        "Bouwstenen",
        "/bouwstenen",
        ("/bouwstenen", "/rode-draden", "/dilemmas"),
        Permission.READ_CONVERSATIONS,
    ),
    Place("Meedoen", "/voorstellen", ("/voorstellen", "/mijn/concepten")),
    Place("Redactie", "/redactie/wachtrij", ("/redactie",), Permission.DECIDE, REDACTIE),
)


def navigation() -> list[NavigationItem]:
    """The places that this visitor may go to."""
    actor = current_actor()
    return [
        NavigationItem(place.label, place.url, _is_current(place), waiting_at(place.counter or ""))
        for place in PLACES
        if place.permission is None or actor.may(place.permission)
    ]


def _is_current(place: Place) -> bool:
    return request.path == place.url or request.path.startswith(place.paths)


def waiting_at(counter: str) -> Waiting:
    """What waits for this visitor at the place with this counter; it is read once for a page."""
    counters: Mapping[str, Counter] = current_app.extensions[EXTENSION]
    if counter not in counters:
        return Waiting()
    known: dict[str, Waiting] = g.setdefault("waiting", {})
    if counter not in known:
        known[counter] = counters[counter](current_actor().account_id or 0)
    return known[counter]
