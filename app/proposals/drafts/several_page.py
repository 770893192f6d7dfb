"""The page of a draft over several pages: what it asks of each, and one motivation for all."""

from dataclasses import replace

from flask import Response, make_response, render_template, request

from app.core.errors import Invalid
from app.proposals import change_form
from app.proposals.detail_queries import last_question
from app.proposals.drafts import keeping
from app.proposals.drafts.queries import DraftText
from app.proposals.drafts.rules import FormStamp
from app.proposals.forms import refuse
from app.proposals.preparing import PreparedChange
from app.proposals.typed import FormAction, TypedChange, read_change
from app.proposals.written import prepare_written
from app.web.forms import FormReader
from app.web.kept_forms import RESUMED_FIELD
from app.web.messages import field_message, message


def show(draft: DraftText, typed: TypedChange, errors: dict[str, str] | None = None) -> Response:
    """The page as it stands, with the reasons as they were typed; 422 when something has to be mended."""
    errors = dict(errors or {})
    resumed = errors.pop(RESUMED_FIELD, None)
    page = render_template(
        "drafts/several.html",
        draft=draft,
        typed=typed,
        errors=errors,
        resumed=resumed,
        asked=last_question(draft.proposal_id) if draft.proposal_id else "",
    )
    return make_response(page, 422 if errors or resumed else 200)


def answer(draft: DraftText) -> Response:
    """The answer to its form: saved, on to one more page, or sent in as one proposal."""
    reader = FormReader(request.form)
    typed = replace(read_change(reader), proposal_id=draft.proposal_id)
    changes: list[PreparedChange] = []
    try:
        if reader.ok and typed.action is not FormAction.SEND:
            return change_form.kept(keeping.keep(typed), typed.action)
        if typed.action is FormAction.SEND:
            _check_seen(draft, typed.draft.version, typed.draft.stamp, reader)
            changes = _prepared(draft, reader)
        if reader.ok:
            return change_form.sent(keeping.send_in(typed, changes), moved_on=False)
    except Invalid as error:
        refuse(reader, error)
    typed = replace(typed, draft=replace(typed.draft, version=draft.version))
    return show(draft, typed, reader.errors)


def _check_seen(draft: DraftText, seen: int, stamp: FormStamp | None, reader: FormReader) -> None:
    """Nobody sends in what changed in another tab unseen."""
    if seen != draft.version and (stamp is None or stamp.form != draft.form):
        reader.errors["_concept"] = message("draft_changed_elsewhere")


def _prepared(draft: DraftText, reader: FormReader) -> list[PreparedChange]:
    """Each page's part, checked and rendered; what stands in the way is said at its page."""
    changes = []
    for change in draft.changes:
        try:
            changes.append(prepare_written(change.written))
        except Invalid as error:
            sentence = field_message(error.field, error.code, **error.facts)
            reader.errors[f"deel-{change.id}"] = f"“{change.title}”: {sentence}"
    return changes
