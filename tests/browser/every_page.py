"""An example of every page that a person can meet: by route, and what forms and failures answer with."""

from tests.browser import acts
from tests.browser.block_examples import BLOCK_PAGES, NO_BLOCKS_YET
from tests.browser.examples import (
    ANONYMOUS,
    EVERYBODY,
    READER,
    REDACTEUR,
    SECOND_REDACTEUR,
    WRITER,
    Example,
)
from tests.browser.hold_examples import HOLD_ANSWERS, HOLD_PAGES
from tests.browser.inviting_examples import INVITING_NOT_FOR_THE_EYE, INVITING_NOTHING_YET, INVITING_PAGES
from tests.browser.plan_examples import PLAN_NOTHING_YET, PLAN_PAGES
from tests.browser.record_examples import (
    RECORD_ANSWERS,
    RECORD_NOT_FOR_THE_EYE,
    RECORD_NOTHING_YET,
    RECORD_PAGES,
)
from tests.browser.steps import decide
from tests.browser.threads_examples import THREADS_NOTHING_YET, THREADS_PAGES
from tests.browser.trace_examples import TRACE_ANSWERS, TRACE_NOT_FOR_THE_EYE

PAGES: dict[str, tuple[Example, ...]] = {
    "accounts.settings": (Example("settings", "/mijn/instellingen", (READER,)),),
    "accounts.sign_in": (Example("sign-in", "/aanmelden"),),
    "discussions.begin": (Example("comment-on-line", "{line}", (WRITER,)),),
    "discussions.show": (
        Example("discussion", "{discussion}", (READER,)),
        Example("discussion-settled", "{settled}", (WRITER,)),
    ),
    "drafts.choose_page": (Example("add-page", "{draft}/erbij?zoek=ver", (WRITER,)),),
    "drafts.catch_up": (Example("catch-up", "{clean_draft}/bijwerken", (WRITER,)),),
    "drafts.index": (
        Example("drafts", "/mijn/concepten", (WRITER,)),
        Example("no-drafts", "/mijn/concepten", (SECOND_REDACTEUR,)),
    ),
    "drafts.show": (
        Example("draft", "{draft}", (WRITER,)),
        Example("draft-of-one-of-several", "{several_drafts}?deel={one_of_several}", (WRITER,)),
    ),
    "pages.all_pages": (Example("all-pages", "/paginas"), Example("letter", "/paginas?letter=v")),
    "pages.care": (Example("care", "{cared}/beheer", (READER, REDACTEUR)),),
    "pages.changes": (Example("changes", "/wijzigingen", (ANONYMOUS, WRITER)),),
    "pages.comparison": (
        Example("comparison", "{page}/vergelijk?van=1&tot=2"),
        Example("comparison-beside", "{page}/vergelijk?van=1&tot=2&weergave=naast"),
        Example("comparison-source", "{page}/vergelijk?van=1&tot=2&weergave=brontekst", (WRITER,)),
        Example("nothing-to-compare", "/pagina/openheid/vergelijk"),
    ),
    "pages.front": (Example("front", "/", EVERYBODY),),
    "pages.hide": (
        Example("hide", "{secret}/versies/1/verbergen", (REDACTEUR,)),
        Example("hide-newest", "{secret}/versies/3/verbergen", (REDACTEUR,)),
    ),
    "pages.hiding": (Example("hiding", "/redactie/verbergen", (SECOND_REDACTEUR,)),),
    "pages.history": (
        Example("history-of-an-archived-page", "{archived}/versies"),
        Example("history", "{page}/versies", (ANONYMOUS, WRITER)),
    ),
    "pages.old_version": (
        Example("old-version", "{page}/versies/1"),
        Example("hidden-version", "{secret}/versies/2"),
        Example("newest-version", "{page}/versies/2"),
    ),
    "pages.outdated": (
        Example("mark-outdated", "{page}/beheer/verouderd", (REDACTEUR,)),
        Example("remove-mark", "{cared}/beheer/verouderd", (REDACTEUR,)),
    ),
    "pages.protection": (
        Example("protect", "{page}/beheer/bescherming", (REDACTEUR,)),
        Example("change-protection", "{cared}/beheer/bescherming", (REDACTEUR,)),
    ),
    "pages.page": (
        Example("protected-page", "{cared}", (ANONYMOUS, READER)),
        Example("page", "/pagina/tegenspraak", EVERYBODY),
        Example("page-not-checked", "/pagina/met-spoed", (ANONYMOUS, WRITER)),
        Example("page-with-everything", "/pagina/alles-in-een", (ANONYMOUS, WRITER)),
        Example("archived-page", "{archived}", (WRITER,)),
        Example("missing-page", "/pagina/bestaat-niet", (ANONYMOUS, WRITER)),
    ),
    "pages.provenance": (
        Example("provenance", "{page}/herkomst", (ANONYMOUS, WRITER)),
        Example("provenance-of-everything", "/pagina/alles-in-een/herkomst", (WRITER,)),
        Example("provenance-as-list", "{page}/herkomst?weergave=lijst", (ANONYMOUS, WRITER)),
    ),
    "pages.to_review": (Example("to-review", "/redactie/nakijken", (REDACTEUR,)),),
    "pages.topic": (
        Example("topic", "/themas/tegenspraak"),
        Example("topic-without-pages", "/themas/nog-leeg"),
    ),
    "pages.upkeep": (Example("upkeep", "{cared}/beheer/eigenaar", (REDACTEUR,)),),
    "pages.topics": (Example("topics", "/themas"),),
    **BLOCK_PAGES,
    **HOLD_PAGES,
    **INVITING_PAGES,
    **PLAN_PAGES,
    **THREADS_PAGES,
    **RECORD_PAGES,
    "proposals.adjust": (Example("adjust", "{asked}/aanpassen", (WRITER,)),),
    "proposals.advise": (Example("advise", "{submitted}/beoordelen", (SECOND_REDACTEUR,)),),
    "proposals.choose_part": (Example("choose-part", "{parts}/deel", (REDACTEUR,)),),
    "proposals.edit": (
        Example("edit", "{page}/voorstel", (WRITER,)),
        Example("edit-section", "{page}/voorstel?sectie=kop-een-kop", (WRITER,)),
        Example("other-place", "{page}/voorstel?soort=verplaatsen", (WRITER,)),
    ),
    "proposals.figures": (Example("figures", "/voorstellen/cijfers"),),
    "proposals.index": (
        Example("my-proposals", "/voorstellen", (WRITER,)),
        Example("open-proposals", "/voorstellen?lijst=open", (READER,)),
        Example("no-proposals-of-mine", "/voorstellen?lijst=mijn", (SECOND_REDACTEUR,)),
    ),
    "proposals.join": (Example("join", "{submitted}/meeschrijven", (SECOND_REDACTEUR,)),),
    "proposals.answer_join": (Example("answer-join", "{joining}", (WRITER,)),),
    "proposals.new_page": (Example("new-page", "/voorstellen/nieuw", (WRITER,)),),
    "proposals.queue": (
        Example("queue", "/redactie/wachtrij", (REDACTEUR,)),
        Example("queue-chosen", "/redactie/wachtrij?soort=nieuwe-pagina&mij=1", (REDACTEUR,)),
    ),
    "proposals.checks": (Example("checks", "/redactie/achteraf", (SECOND_REDACTEUR,)),),
    "proposals.send_rest": (Example("send-rest", "{partly}/rest", (WRITER,)),),
    "proposals.settle": (Example("settle", "{overlap}/botsing", (WRITER,)),),
    "proposals.restore": (Example("restore", "{page}/versies/1/terugzetten", (WRITER,)),),
    "proposals.undo_change": (Example("undo-what-changed-again", "{undone}/versies/2/ongedaan", (WRITER,)),),
    "proposals.show": (
        Example("submitted", "{submitted}", (WRITER, REDACTEUR)),
        Example("taken", "{taken}", (READER, REDACTEUR, SECOND_REDACTEUR)),
        Example("taken-beside", "{taken}?weergave=naast", (REDACTEUR,)),
        Example("taken-source", "{taken}?weergave=brontekst", (REDACTEUR,)),
        Example("taken-whole", "{taken}?weergave=hele-tekst", (REDACTEUR,)),
        Example("asked", "{asked}", (WRITER,)),
        Example("approved", "{approved}", (REDACTEUR, SECOND_REDACTEUR)),
        Example("accepted", "{accepted}", (WRITER,)),
        Example("rejected", "{rejected}", (WRITER,)),
        Example("withdrawn", "{withdrawn}", (WRITER,)),
        Example("proposed-page", "{new}", (REDACTEUR,)),
        Example("clashing", "{overlap}", (WRITER, REDACTEUR)),
        Example("published-at-once", "{emergency}", (REDACTEUR, SECOND_REDACTEUR)),
        Example("partly-accepted", "{partly}", (WRITER, REDACTEUR)),
        Example("several-pages", "{several}", (WRITER,)),
    ),
    "search.results": (
        Example("search-begin", "/zoeken"),
        Example("search-results", "/zoeken?q=vertrouwen", (ANONYMOUS, WRITER)),
        Example("search-in-theme", "/zoeken?q=gesprek&thema=vertrouwen"),
        Example("search-suggestion", "/zoeken?q=tegenspraaak"),
        Example("search-some-words", "/zoeken?q=vertrouwen+canvas+beeldverslag+neutraliteit+ethiek"),
    ),
    "style.style": (Example("style", "/stijl"),),
}
NOT_FOR_THE_EYE = (
    {
        "building_blocks.state",
        "pages.attachment",
        "pages.feed",
        "proposals.presence",
        "static",
        "fail",
    }
    | INVITING_NOT_FOR_THE_EYE
    | RECORD_NOT_FOR_THE_EYE
    | TRACE_NOT_FOR_THE_EYE
)
"""A picture, a feed, what a script asks, files, and the address with which these tests make errors."""

ANSWERS = (
    *HOLD_ANSWERS,
    *RECORD_ANSWERS,
    *TRACE_ANSWERS,
    Example("catch-up-with-error", "{overlapping_draft}/bijwerken", (WRITER,), acts.catch_up_with_nothing),
    Example("draft-over-several-with-error", "{several_drafts}", (WRITER,), acts.send_half_a_draft),
    Example("archive-with-pages", "{page}/voorstel?soort=archiveren", (WRITER,), acts.look_for_pages),
    Example("draft-offered-back", "{page}/voorstel", (WRITER,), acts.come_back_to_typed_text),
    Example("keys", "/redactie/wachtrij", (REDACTEUR,), acts.show_keys),
    Example("change-with-errors", "{page}/voorstel", (WRITER,), acts.send_nothing),
    Example("change-with-preview", "{page}/voorstel", (WRITER,), acts.ask_preview),
    Example("protection-with-errors", "{page}/beheer/bescherming", (REDACTEUR,), acts.protect_without_reason),
    Example("sign-in-with-error", "/aanmelden", act=acts.sign_in_wrongly),
    Example("sign-in-with-form", "{page}/voorstel", (WRITER,), acts.send_without_session),
    Example("not-sent", "{page}/voorstel", (WRITER,), acts.come_back_without_rights),
    Example("go-on", "{page}/voorstel", (WRITER,), acts.send_with_old_token),
    Example("join-without-words", "{submitted}/meeschrijven", (REDACTEUR,), acts.join_without_words),
    Example("advice-in-place", "{taken}", (SECOND_REDACTEUR,), acts.open_advice),
    Example("advice-with-error", "{taken}/beoordelen", (SECOND_REDACTEUR,), acts.advise_nothing),
    Example("comment-in-place", "{taken}", (WRITER,), acts.open_comment_form),
    Example("comment-with-error", "{line}", (WRITER,), acts.comment_nothing),
    Example("decision-without-reason", "{taken}", (REDACTEUR,), lambda page: decide(page, "Wijs af", "")),
    Example("decision-too-late", "{taken}", (REDACTEUR,), acts.decide_too_late),
    Example("part-with-error", "{parts}/deel", (REDACTEUR,), acts.leave_all),
    Example("part-to-edit", "{parts}/deel", (REDACTEUR,), acts.edit_result),
    Example("merged", "{clean}", (REDACTEUR,), acts.take_over),
    Example("overlap", "{overlap}", (REDACTEUR,), acts.take_over),
    Example("overlap-with-error", "{overlap}", (REDACTEUR,), acts.settle_nothing),
)
FAILURES = (
    Example("not-found", "/bestaat-echt-niet"),
    Example("not-allowed", "/redactie/wachtrij", (WRITER,)),
    Example("wrong-method", "/afmelden"),
    *(Example(f"error-{status}", f"/mislukt/{status}") for status in (400, 409, 413, 429, 500, 503)),
)
NOTHING_YET = (
    Example("empty-front", "/", empty=True),
    Example("empty-all-pages", "/paginas", empty=True),
    Example("empty-changes", "/wijzigingen", empty=True),
    Example("empty-topics", "/themas", empty=True),
    Example("empty-search", "/zoeken?q=vertrouwen", empty=True),
    Example("empty-hiding", "/redactie/verbergen", (REDACTEUR,), empty=True),
    Example("empty-to-review", "/redactie/nakijken", (REDACTEUR,), empty=True),
    Example("empty-checks", "/redactie/achteraf", (REDACTEUR,), empty=True),
    *NO_BLOCKS_YET,
    *INVITING_NOTHING_YET,
    *PLAN_NOTHING_YET,
    *RECORD_NOTHING_YET,
    *THREADS_NOTHING_YET,
    Example("empty-queue", "/redactie/wachtrij", (REDACTEUR,), empty=True),
    Example("empty-figures", "/voorstellen/cijfers", empty=True),
    Example("empty-proposals", "/voorstellen", (WRITER,), empty=True),
)
EVERY_EXAMPLE = (*(e for examples in PAGES.values() for e in examples), *ANSWERS, *FAILURES, *NOTHING_YET)
MEETINGS = [(example, visitor) for example in EVERY_EXAMPLE for visitor in example.visitors]
