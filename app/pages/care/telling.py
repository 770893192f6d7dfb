"""What happened to a page, in words for its timeline."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from app.accounts.queries import names_of
from app.pages.care.kinds import DecisionRule, ProposerGroup
from app.pages.care.queries import CareEvent
from app.pages.care.rules import last_day
from app.pages.kinds import PageEventKind
from app.web.dates import date_nl
from app.web.labels import label

Names = Mapping[int, str]
PEOPLE = ("owner", "decider", "account")
NOBODY = "niemand"
SOMEBODY = "een medewerker"


def told(events: Sequence[CareEvent], hidden: Collection[int] = ()) -> list[dict[str, Any]]:
    """The events of a page as a timeline shows them; `hidden` are the people whose names are hidden there."""
    people = {event.data[part] for event in events for part in PEOPLE if event.data.get(part)}
    names = (names_of(people) if people else {}) | dict.fromkeys(hidden, SOMEBODY)
    return [
        {"label": _label(event, names), "at": event.at, "who": event.who, "reason": event.reason}
        for event in events
    ]


def _label(event: CareEvent, names: Names) -> str:
    what = label(event.kind).capitalize()
    details = "; ".join(_details(event, names))
    return f"{what}: {details}" if details else what


def _details(event: CareEvent, names: Names) -> list[str]:
    data = event.data
    if event.kind is PageEventKind.PROTECTED:
        return _protection(data, names)
    if event.kind is PageEventKind.OWNER:
        return [f"eigenaar {names.get(data['owner'], NOBODY)}", *_review(data)]
    if event.kind is PageEventKind.VERIFIED:
        return _review(data)
    if event.kind is PageEventKind.HIDDEN:
        what = "de tekst" if data["what"] == "text" else "een naam"
        return [f"{what} van versie {data['number']}"]
    if event.kind is PageEventKind.RENAMED:
        return [f"van {data['from']} naar {data['to']}"]
    return []


def _review(data: Mapping[str, Any]) -> list[str]:
    """The day by which somebody looks again."""
    day = data["review_on"]
    return [f"uiterlijk {date_nl(date.fromisoformat(day))} weer nakijken"] if day else ["geen nakijkdag"]


def _protection(data: Mapping[str, Any], names: Names) -> list[str]:
    group, rule = ProposerGroup(data["proposers"]), DecisionRule(data["decision_rule"])
    told = [f"{label(group)} stelt wijzigingen voor"] if group is ProposerGroup.REDACTIE else []
    told.append(label(rule) if data["decider"] is None else f"{names.get(data['decider'], NOBODY)} beslist")
    if data["ends_at"]:
        told.append(f"tot en met {date_nl(last_day(datetime.fromisoformat(data['ends_at'])))}")
    return told
