"""Who does what must follow a change: the one place where consequences are wired."""

from app.building_blocks.tracing.following import trace_sources
from app.core.outbox import FollowUp, Handler
from app.pages.provenance.tracing import trace_page
from app.pages.rerendering import rerender_page, rerender_referrers
from app.proposals.merging.following import follow_page, rebase_proposal
from app.search.sync import index_page
from app.threads.suggesting import suggest_threads

HANDLERS: dict[FollowUp, Handler] = {
    FollowUp.INDEX_PAGE: index_page,
    FollowUp.RENDER_PAGE: rerender_page,
    FollowUp.RENDER_REFERRERS: rerender_referrers,
    FollowUp.TRACE_PAGE: trace_page,
    FollowUp.TRACE_SOURCES: trace_sources,
    FollowUp.PAGE_MOVED_ON: follow_page,
    FollowUp.REBASE_PROPOSAL: rebase_proposal,
    FollowUp.SUGGEST_THREADS: suggest_threads,
}
