"""What colleagues say about the examples of proposals, and one that waits for a second redacteur."""

from dataclasses import replace

from app.core.db import unit_of_work
from app.core.submissions import new_key
from app.discussions.kinds import DiscussionStep
from app.discussions.spots import spot_at
from app.proposals.detail_queries import proposal_head
from app.proposals.reviewing.kinds import ReviewVerdict
from app.proposals.reviewing.service import Advice, advise
from app.text.anchors import Anchor
from tests.browser.steps import BETTER, BODY, example
from tests.browser.steps import SECOND as SECOND_SENTENCE
from tests.builders import make_page
from tests.care_builders import ask_for_two
from tests.discussion_builders import begin_discussion, line, take_turn
from tests.proposal_builders import accept, send_edit, take

WRITER, REDACTEUR, SECOND = "Medewerker", "Redacteur", "Tweede redacteur"
REPLY, SETTLE = DiscussionStep.REPLY, DiscussionStep.SETTLE
GONE = Anchor("Deze zin stond in een eerdere versie.", "Ervoor. ", " Erna.", 9_000)


def advise_on(number: int) -> None:
    """What two colleagues think; one of them said something else before."""
    head = proposal_head(number)
    assert head is not None
    said = (
        (SECOND, ReviewVerdict.DISAGREE, "Dit is te stellig."),
        (SECOND, ReviewVerdict.AGREE, ""),
        (REDACTEUR, ReviewVerdict.QUESTION, "Geldt dit ook voor inhuur?\nEn voor stagiairs?"),
    )
    for who, verdict, words in said:
        advice = Advice(proposal_id=number, version_id=head.version_id, verdict=verdict, words=words)
        with unit_of_work():
            advise(example(who), advice, key=new_key())


def talk_about(number: int) -> dict[str, str]:
    """Discussions on a line, settled, on words that are gone, and on the whole; answers where they are."""
    place = line(number, 4)
    gone = replace(spot_at(number, place), anchor=GONE)
    said = (
        (place, "Bedoel je hier [[Tegenspraak]]?", REPLY, "Ja, die pagina."),
        (place, "Klopt dit nog?", SETTLE, "Nagevraagd: het klopt."),
        (gone, "Waarom moet dit weg?", REPLY, "Het stond er dubbel.\n\nVandaar."),
        (None, "Mooi voorstel.", REPLY, "Dank je wel!"),
    )
    numbers = []
    for spot, words, step, answer in said:
        numbers.append(begin_discussion(example(REDACTEUR), number, words, spot))
        take_turn(example(WRITER), numbers[-1], step, answer)
    return {
        "line": f"/voorstellen/{number}/reageer?plek={place.word}",
        "discussion": f"/overleg/{numbers[0]}",
        "settled": f"/overleg/{numbers[1]}",
    }


def approve_first() -> dict[str, str]:
    """A proposal for a page on which two redacteuren decide, approved by one of them."""
    page = make_page("Een pagina voor twee redacteuren", BODY)
    ask_for_two(example(REDACTEUR), page)
    number = send_edit(example(WRITER), page, BODY.replace(SECOND_SENTENCE, BETTER))
    take(example(REDACTEUR), number)
    accept(example(REDACTEUR), number)
    return {"approved": f"/voorstellen/{number}"}
