"""What stands around the form of a draft, told from the form itself: the draft may be gone."""

from flask import url_for

from app.pages.texts import revision_text
from app.proposals.change_form import HEADINGS, Screen, section_title
from app.proposals.change_queries import pages_now
from app.proposals.detail_queries import last_question
from app.proposals.drafts.rules import draft_path
from app.proposals.drafts.settled import settled_in
from app.proposals.kinds import ChangeKind
from app.proposals.typed import TypedChange
from app.web.guards import current_actor


def draft_screen(draft_id: int, typed: TypedChange) -> Screen:
    """The screen on which somebody goes on with a draft about one page."""
    base = revision_text(typed.base_id) if typed.base_id else None
    page = pages_now([base.page_id]).get(base.page_id) if base else None
    part = typed.draft.change_id
    kind = typed.kind if typed.base_id else ChangeKind.CREATE
    return Screen(
        heading="Pas je voorstel aan" if typed.proposal_id and not part else HEADINGS[kind],
        action=url_for("drafts.send", draft_id=draft_id),
        back_label="Je concept" if part else "Mijn concepten",
        back_url=draft_path(draft_id) if part else url_for("drafts.index"),
        page_title=page.title if page else "",
        section_title=section_title(base.content.body, typed.section) if base and typed.section else "",
        page_id=page.id if page else None,
        page_moved_on=page is not None and page.revision_id != typed.base_id,
        asked=last_question(typed.proposal_id) if typed.proposal_id else "",
        proposal_id=typed.proposal_id,
        address=url_for("drafts.show", draft_id=draft_id, deel=part),
        settled=settled_in(current_actor().account_id, draft_id, part),
    )
