"""A guide in use: proposals in every state, pages that moved on, and a text with everything in it."""

from collections.abc import Callable

from flask import Flask, abort

from app.core.db import unit_of_work
from app.core.permissions import Permission
from app.core.submissions import new_key
from app.pages.lifecycle import GuidePlace
from app.proposals import publishing, service
from app.proposals.joining.service import ask_to_join
from app.proposals.kinds import ProposalStep
from app.proposals.merging.following import rebase_proposal
from app.proposals.preparing_pages import (
    prepare_archive,
    prepare_move,
    prepare_rename,
    prepare_restore,
    prepare_topics,
)
from app.proposals.timeline import Move
from app.web.guards import requires
from tests.browser.lived_in_blocks import harvested
from tests.browser.lived_in_care import cared_for
from tests.browser.lived_in_drafts import texts_that_wait
from tests.browser.lived_in_hold import held
from tests.browser.lived_in_inviting import invited
from tests.browser.lived_in_plan import planned
from tests.browser.lived_in_record import recorded
from tests.browser.lived_in_threads import threads_laid
from tests.browser.lived_in_trace import rested
from tests.browser.steps import BETTER, BODY, SECOND, example
from tests.browser.talked_about import advise_on, approve_first, talk_about
from tests.builders import BuiltPage, make_chapter, make_page, make_topic, revise_page
from tests.proposal_builders import (
    accept,
    move,
    send_changes,
    send_edit,
    send_new_page,
    take,
    take_part,
    text_of,
)

WRITER, REDACTEUR = "Medewerker", "Redacteur"
LONG_WORD = "aansprakelijkheidswaardevaststellingsveranderingen"
EVERYTHING = f"""Een alinea met **nadruk**, `code`, een [[Pagina die er nog niet is]], een verwijzing[^1] en
https://voorbeeld.invalid/{LONG_WORD * 2} achter elkaar.

## Een kop met een lang woord: {LONG_WORD}

| Wat | Wie | Wanneer | Waarom | Hoe lang |
|:---|:---:|---:|---|---|
| voorbereiden | begeleider | week 1 | anders komt er niemand | 30 minuten |
| {LONG_WORD} | iedereen | week 6 | om te oefenen | 90 minuten |

- [ ] nog te doen
- [x] gedaan
    1. eerst
    2. daarna

!!! voorbeeld "Voorbeeld: een titel"
    De tekst van het voorbeeld.

> Een citaat van iemand.

Begrip
:   De uitleg ervan.

```
{"een lange regel code " * 8}
```

### Een kop eronder

[^1]: De voetnoot.
"""


def build_guide_in_use(app: Flask) -> dict[str, str]:
    """Make it; the answer fills in the addresses of the examples."""
    with app.app_context():
        page = make_page("Samen oefenen", BODY, lead="Een pagina met een geschiedenis.")
        make_page("Alles in één pagina", EVERYTHING, slug="alles-in-een")
        make_topic("Nog leeg")
        places = {"page": page.url, "number_of_versions": "2", **_proposals(page)}
        accept_one(page)
        waiting = {**texts_that_wait(), **approve_first(), **planned()}
        return {
            **places,
            **_moved_on(),
            **_in_parts(),
            **_joining(page),
            **cared_for(),
            **waiting,
            **planned(),
            **recorded(),
            **harvested(),
            **held(),
            **invited(),
            **threads_laid(),
            **rested(),
        }


def accept_one(page: BuiltPage) -> None:
    """The page's second version, through a proposal."""
    number = send_edit(example(WRITER), page, BODY.replace(SECOND, BETTER))
    take(example("Tweede redacteur"), number)
    accept(example("Tweede redacteur"), number)


def _proposals(page: BuiltPage) -> dict[str, str]:
    """One in each state; each by the colleague, taken on by the redacteur."""
    other = BODY.replace("staat een voorbeeld", "staat een beter voorbeeld")
    steps: dict[str, Callable[[int], None]] = {
        "submitted": _leave,
        "taken": _leave,
        "asked": lambda number: _step(service.ask_adjustment, REDACTEUR, move(number, "Waarom?")),
        "rejected": lambda number: _step(service.reject, REDACTEUR, move(number, "Dit staat er al.")),
        "withdrawn": lambda number: _step(service.withdraw, WRITER, move(number, "Toch niet.")),
        "accepted": lambda number: accept(example(REDACTEUR), number),
    }
    made: dict[str, str] = {}
    for state, step in steps.items():
        target = make_page(f"Voorstel {state}", BODY) if state == "accepted" else page
        number = send_edit(example(WRITER), target, other)
        if state not in {"submitted", "withdrawn"}:
            take(example(REDACTEUR), number)
        if state == "taken":
            advise_on(number)
            made |= talk_about(number)
        step(number)
        made[state] = f"/voorstellen/{number}"
    return {**made, "new": f"/voorstellen/{send_new_page(example(WRITER))}"}


def _joining(page: BuiltPage) -> dict[str, str]:
    """A proposal on which a redacteur would like to write along."""
    number = send_edit(example(WRITER), page, BODY.replace("Het slot.", "Het slot wordt langer."))
    asker = example("Tweede redacteur")
    with unit_of_work():
        ask_to_join(asker, number, "Ik ken een voorbeeld van het loket.", key=new_key())
    return {"joining": f"/voorstellen/{number}/meeschrijven/{asker.account_id}"}


def _moved_on() -> dict[str, str]:
    """Two proposals for a page that changed meanwhile: apart from it, and in the same sentence."""
    page = make_page("Een pagina die verder ging", BODY)
    apart = send_edit(example(WRITER), page, BODY.replace("Het slot.", "Het slot is langer."))
    same = send_edit(example(WRITER), page, BODY.replace(SECOND, BETTER))
    for number in (apart, same):
        take(example(REDACTEUR), number)
    revise_page(page, BODY.replace(SECOND, "De tweede zin is intussen anders."))
    rebase_proposal({"proposal": same})
    return {"clean": f"/voorstellen/{apart}", "overlap": f"/voorstellen/{same}", **_several(), **_emergency()}


def _in_parts() -> dict[str, str]:
    """A proposal of several changes, and one of which a part was taken over."""
    better = BODY.replace(SECOND, BETTER).replace("Het slot.", "Het slot is langer.")
    made = {}
    for name in ("parts", "partly"):
        page = make_page(f"Een pagina in delen {name}", BODY, lead="Een zin vooraf.")
        number = send_edit(example(WRITER), page, better, lead="Een betere zin vooraf.")
        take(example(REDACTEUR), number)
        made[name] = f"/voorstellen/{number}"
    take_part(example(REDACTEUR), number, left=["Het slot is langer."], reason="Dit was al lang genoeg.")
    return made


def _emergency() -> dict[str, str]:
    """A page that a redacteur changed in a hurry."""
    page = make_page("Met spoed", BODY)
    number = send_edit(example(REDACTEUR), page, BODY.replace(SECOND, BETTER))
    step = move(number, "Deze zin klopte niet.")
    plan = publishing.plan_acceptance(example(REDACTEUR), step, ProposalStep.EMERGENCY)
    accepted = publishing.prepare_publication(plan, {})
    with unit_of_work():
        publishing.accept(example(REDACTEUR), step, accepted, key=new_key(), step=ProposalStep.EMERGENCY)
    return {"emergency": f"/voorstellen/{number}"}


def _several() -> dict[str, str]:
    """A proposal over pages, of every kind there is."""
    pages = [make_page(f"Een van de pagina's {number}", BODY) for number in range(1, 6)]
    renamed, archived, moved, other, restored = (text_of(page) for page in pages)
    revise_page(pages[4], "Heel iets anders.\n")
    number = send_changes(
        example(WRITER),
        prepare_rename("Een andere naam", renamed),
        prepare_archive(archived, pages[0].id),
        prepare_move(GuidePlace(make_chapter("Een hoofdstuk erbij"), 1), moved),
        prepare_topics(frozenset({make_topic("Nog een thema")}), other),
        prepare_restore(restored, text_of(pages[4])),
    )
    return {"several": f"/voorstellen/{number}"}


def _leave(_number: int) -> None:
    """Nothing happened to it yet."""


def _step(verb: Callable[..., str], who: str, step: Move) -> None:
    with unit_of_work():
        verb(example(who), step, key=new_key())


def add_failing_addresses(app: Flask) -> None:
    """`/mislukt/<status>` answers with that error; before the first request, as Flask asks."""

    @requires(Permission.READ, stored=False)
    def fail(status: int) -> str:
        abort(status)

    app.add_url_rule("/mislukt/<int:status>", "fail", fail)
