"""The queue of the redactie: what waits, oldest first, and what it gave back."""

from flask import render_template, request
from flask.typing import ResponseReturnValue

from app.core.clock import now
from app.core.permissions import Permission
from app.core.submissions import new_key
from app.pages.checking.queries import CheckCounts
from app.proposals.blueprint import bp
from app.proposals.detail_queries import usual_decision_days
from app.proposals.presence.queries import names_by_subject
from app.proposals.presence.rules import proposal_subject
from app.proposals.presence.screens import others_seen
from app.proposals.queries import waiting_for_writers
from app.proposals.queue.forms import KINDS, kind_word, read_choice
from app.proposals.queue.kinds import QueueSize
from app.proposals.queue.queries import chosen_queue, sent_before, written_by
from app.proposals.queue.rules import overdue_before
from app.topics.queries import all_topics
from app.web.guards import current_actor, requires
from app.web.navigation import REDACTIE, waiting_at
from app.web.paging import paging
from app.web.settings import current_settings

PROPOSALS_AT_ONCE = 25
RETURNED_SHOWN = 10


@bp.get("/redactie/wachtrij", endpoint="queue")
@requires(Permission.DECIDE)
def queue_page() -> ResponseReturnValue:
    """The chosen part of what waits, too long on top, and the oldest that wait for their writer."""
    account_id, choice = current_actor().account_id or 0, read_choice(request.args)
    waiting = chosen_queue(choice, account_id, now())
    place = paging(waiting.count(), PROPOSALS_AT_ONCE)
    rows = waiting.rows(limit=place.limit, offset=place.offset)
    returned = waiting_for_writers()
    return render_template(
        "proposals/queue.html",
        rows=rows,
        own=written_by(account_id, [row.id for row in rows]),
        viewers=names_by_subject(others_seen([proposal_subject(row.id) for row in rows])),
        overdue_count=sent_before(waiting, overdue_before(now(), current_settings().escalation_days)).count(),
        paging=place,
        choice=choice,
        chosen_kind=kind_word(choice.kind),
        options={"topics": all_topics(), "sizes": list(QueueSize), "kinds": KINDS},
        returned=returned.rows(limit=RETURNED_SHOWN) if choice.is_all else (),
        returned_count=returned.count() if choice.is_all else 0,
        days=usual_decision_days(),
        checks=CheckCounts.of(waiting_at(REDACTIE)),
        new_key=new_key,
    )
