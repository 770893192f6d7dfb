"""Drafts in a guide in use."""

from app.core.db import unit_of_work
from app.proposals.drafts.several import add_page, begin_change
from app.proposals.drafts.throwing_away import throw_away
from app.proposals.kinds import ChangeKind
from tests.browser.steps import BETTER, BODY, SECOND, example
from tests.builders import make_page, revise_page
from tests.proposal_builders import keep_draft


def texts_that_wait() -> dict[str, str]:
    """Texts that wait: for a page as it is, and for one that changed apart and in the same place."""
    writer = example("Medewerker")
    page = make_page("Een pagina met een concept", BODY)
    moved = make_page("Een pagina die wegliep van concepten", BODY)
    drafts = {
        "draft": keep_draft(writer, page, BODY.replace(SECOND, BETTER)),
        "clean_draft": keep_draft(writer, moved, BODY.replace("Het slot.", "Het slot is langer.")),
        "overlapping_draft": keep_draft(writer, moved, BODY.replace(SECOND, BETTER)),
    }
    thrown_away = keep_draft(writer, page, BODY)
    with unit_of_work():
        throw_away(writer, thrown_away.draft_id)
    revise_page(moved, BODY.replace(SECOND, "De tweede zin is intussen anders."))
    return {name: saved.url for name, saved in drafts.items()} | over_several()


def over_several() -> dict[str, str]:
    """A draft over two pages, of which one is written."""
    writer = example("Medewerker")
    pages = [make_page(f"Een pagina in een groot concept {number}", BODY) for number in (1, 2)]
    saved = keep_draft(writer, pages[0], BODY.replace(SECOND, BETTER))
    empty = begin_change(pages[1].id, ChangeKind.RENAME)
    with unit_of_work():
        part = add_page(writer, saved.draft_id, saved.version, empty)
    return {"several_drafts": saved.url, "one_of_several": str(part)}
