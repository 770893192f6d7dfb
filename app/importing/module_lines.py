"""Lines of program text in MDX files (`import`, `export`) and elements that run or load something."""

import re
from collections.abc import Iterator

from app.importing.code_mask import masked
from app.importing.kinds import Remark
from app.importing.report import Finding

FACT_LIMIT = 120
_IMPORT = re.compile(
    r"import\s+(?:[\w*{][^'\"`;<>]{0,400}?\bfrom\s+)?(?:'[^'\n]{1,300}'|\"[^\"\n]{1,300}\")[ \t]*;?\s?"
)
_EXPORT = re.compile(
    r"export\s+(?:default|const|let|var|function|class|async)\s.*?(?=\n[ \t]*\n|\Z)", re.DOTALL
)
_BEGINS = re.compile(r"^(?:import|export)\b", re.MULTILINE)
_ELEMENT = re.compile(r"<(script|style|iframe|object)(?=[\s/>])[^<>]{0,5000}>", re.IGNORECASE)
_REST_OF_LINE = re.compile(r"[ \t]*\n?")

Span = tuple[int, int]


def without_module_lines(text: str) -> tuple[str, list[Finding]]:
    """The text without the lines that load or define program parts."""
    spans: list[Span] = []
    for begin in _BEGINS.finditer(masked(text)):
        end = _end_of_statements(text, begin.start())
        if end > begin.start() and (not spans or begin.start() >= spans[-1][1]):
            spans.append((begin.start(), end))
    findings = [Finding(Remark.MODULE_LINES_LEFT_OUT, shown(text[start:end])) for start, end in spans]
    return without(text, spans), findings


def without_executables(text: str) -> tuple[str, list[Finding]]:
    """The text without `<script>`, `<style>` and the like, and what stands in them."""
    spans: list[Span] = []
    findings = []
    for match in _ELEMENT.finditer(masked(text)):
        if spans and match.start() < spans[-1][1]:
            continue
        name = match.group(1).lower()
        closing = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(text, match.end())
        end = closing.end() if closing else match.end()
        rest = _REST_OF_LINE.match(text, end)
        spans.append((match.start(), rest.end() if rest else end))
        findings.append(Finding(Remark.SCRIPT_LEFT_OUT, f"<{name}>"))
    return without(text, spans), findings


def without(text: str, spans: list[Span]) -> str:
    """The text without these spans, which are in order and apart."""
    return "".join(_kept(text, spans))


def shown(text: str) -> str:
    """A piece of the text, on one line and short enough to be told."""
    line = " ".join(text.split())
    return line if len(line) <= FACT_LIMIT else line[: FACT_LIMIT - 1] + "…"


def _end_of_statements(text: str, start: int) -> int:
    """Where the statements that begin here end; the start itself when these are just words."""
    if export := _EXPORT.match(text, start):
        return export.end()
    position = start
    while statement := _IMPORT.match(text, position):
        position = statement.end()
    return position


def _kept(text: str, spans: list[Span]) -> Iterator[str]:
    position = 0
    for start, end in spans:
        yield text[position:start]
        position = end
    yield text[position:]
