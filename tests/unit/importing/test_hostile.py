"""Hostile texts: an import reads on whatever they hold."""

from contextlib import suppress
from typing import Any

from app.importing.documents import read_document
from app.importing.folder import SourceFile
from app.importing.front_matter import Refused
from app.importing.rewriting import Answer, Rewriting
from app.importing.targets import Kind, Targets

TARGETS = Targets({"a.md": "a"}, (), ())
CONTEXTS = (
    "{}",
    "# {}\n\nTekst.\n",
    "---\ntitle: {}\n---\n",
    ":::note {}\n{}\n:::\n",
    '<Tab label="{}">{}</Tab>',
)


def ask(address: str, picture: bool) -> Answer:
    target = TARGETS.find("map/b.md", address)
    return Answer(address) if target.kind is Kind.ELSEWHERE and not picture else Answer(None)


def test_no_payload_stops_the_reading(payloads: list[dict[str, Any]]) -> None:
    read = 0
    for payload in payloads:
        for context in CONTEXTS:
            text = context.replace("{}", str(payload["payload"])[:20_000])
            with suppress(Refused):
                Rewriting(ask).rewrite(read_document(SourceFile("map/b.md", text, "")).body)
                read += 1
    assert read > len(payloads)
