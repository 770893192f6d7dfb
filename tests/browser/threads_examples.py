"""Examples of the pages of rode draden, the plaat and what is missing."""

from tests.browser.examples import READER, REDACTEUR, SECOND_REDACTEUR, WRITER, Example

THREADS_PAGES: dict[str, tuple[Example, ...]] = {
    "threads.all_dilemmas": (Example("dilemmas", "/dilemmas", (WRITER,)),),
    "threads.dilemma": (
        Example("dilemma", "{dilemma}", (WRITER,)),
        Example("dilemma-chosen", "{dilemma}", (READER,)),
        Example("dilemma-closed", "{closed_dilemma}", (REDACTEUR,)),
    ),
    "threads.opening": (Example("open-dilemma", "{dilemma}/openen", (REDACTEUR,)),),
    "threads.begin": (
        Example("new-thread", "/rode-draden/nieuw", (REDACTEUR,)),
        Example("new-thread-from-suggestion", "{thread_proposed}", (REDACTEUR,)),
    ),
    "threads.coverage": (Example("coverage", "/dekking", (READER,)),),
    "threads.edit": (Example("edit-thread", "{thread}/bewerken", (REDACTEUR,)),),
    "threads.index": (Example("threads", "/rode-draden", (WRITER, REDACTEUR)),),
    "threads.picture": (
        Example("picture", "/plaat", (READER, SECOND_REDACTEUR)),
        Example("picture-of-a-month", "/plaat?tot=2026-05", (WRITER,)),
    ),
    "threads.show": (
        Example("thread", "{thread}", (READER, REDACTEUR)),
        Example("archived-thread", "{archived_thread}", (REDACTEUR,)),
    ),
}
THREADS_NOTHING_YET = (
    Example("empty-threads", "/rode-draden", (REDACTEUR,), empty=True),
    Example("empty-picture", "/plaat", (READER,), empty=True),
    Example("empty-dilemmas", "/dilemmas", (READER,), empty=True),
    Example("empty-coverage", "/dekking", (READER,), empty=True),
)
