"""The places in the header: where they are, who sees them, and how much waits there."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from flask import current_app, request

from app.core.permissions import Permission
from app.core.waiting import Waiting
from app.web.guards import current_actor

EXTENSION = "navigation_counters"
Counter = Callable[[], Waiting]


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
    Place("Redactie", "/redactie/wachtrij", ("/redactie",), Permission.DECIDE, "redactie"),
)


def navigation() -> list[NavigationItem]:
    """The places that this visitor may go to."""
    actor = current_actor()
    return [
        NavigationItem(place.label, place.url, _is_current(place), _waiting(place))
        for place in PLACES
        if place.permission is None or actor.may(place.permission)
    ]


def _is_current(place: Place) -> bool:
    return request.path == place.url or request.path.startswith(place.paths)


def _waiting(place: Place) -> Waiting:
    counters: Mapping[str, Counter] = current_app.extensions[EXTENSION]
    counter = counters.get(place.counter or "")
    return counter() if counter else Waiting()
