"""Drafts in a guide in use."""

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
    revise_page(moved, BODY.replace(SECOND, "De tweede zin is intussen anders."))
    return {name: saved.url for name, saved in drafts.items()}
