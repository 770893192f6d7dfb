"""The public figures: how long proposals wait and what becomes of them."""

from flask import render_template
from flask.typing import ResponseReturnValue

from app.core.clock import now, today
from app.core.permissions import Permission
from app.proposals.blueprint import bp
from app.proposals.detail_queries import usual_decision_days
from app.proposals.figures.queries import decisions_by_month, waiting_now
from app.proposals.figures.rules import OUTCOMES, last_months, percentages
from app.web.guards import requires


@bp.get("/voorstellen/cijfers")
@requires(Permission.READ, stored=False)
def figures() -> ResponseReturnValue:
    """Numbers for everybody; not kept with the stored pages, which change only when the guide does."""
    months = decisions_by_month(last_months(today()))
    totals = [sum(month.counts[outcome] for month in months) for outcome in OUTCOMES]
    return render_template(
        "proposals/figures.html",
        waiting=waiting_now(now()),
        days=usual_decision_days(),
        months=months,
        outcomes=list(zip(OUTCOMES, totals, percentages(totals), strict=True)),
    )
