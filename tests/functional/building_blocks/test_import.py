"""Bouwstenen from a file: through the form, and from the command line."""

from io import BytesIO
from pathlib import Path

import pytest
from flask import Flask

from app.building_blocks.kinds import BuildingBlockStatus
from app.building_blocks.queries import blocks_of
from tests.browsing import Visitor
from tests.builders import make_account, make_topic
from tests.conversation_builders import make_conversation

TABLE = "tekst;soort;themas\nVraag wat je mist.;tip;tegenspraak\nFout.;grap;\n"
ADDRESS = "/bouwstenen/importeren"


@pytest.fixture
def host(app: Flask) -> Visitor:
    """The host of conversation 1; nobody hosts another."""
    with app.app_context():
        host = make_account()
        make_topic()
        make_conversation(host)
    return Visitor(app).sign_in(host)


def test_a_file_fills_the_harvest_and_nothing_comes_twice(app: Flask, host: Visitor) -> None:
    for told in ("1 bouwsteen is overgenomen", "1 bouwsteen stond er al"):
        data = {"gesprek": "1", "bestand": (BytesIO(TABLE.encode("cp1252")), "oogst.csv")}
        answer = host.post(ADDRESS, data, content_type="multipart/form-data")  # type: ignore[arg-type]  # a file
        assert answer.status_code == 200 and told in answer.text
        assert "Rij 3, soort: We kennen “grap” niet." in answer.text
    with app.app_context():
        (block,) = blocks_of(1, with_notes=True)
        assert (block.text, block.status) == ("Vraag wat je mist.", BuildingBlockStatus.NOTED)


def test_rows_that_name_a_conversation_go_nowhere_else(app: Flask, host: Visitor) -> None:
    with app.app_context():
        other = make_conversation(make_account("Sam Voorbeeld"), title="Van een ander")
    content = f"tekst;gesprek\nHier.;1\nElders.;{other}\nNergens.;9999\n"
    told = host.post(ADDRESS, {"gesprek": "", "inhoud": content})
    assert told.status_code == 200 and "1 bouwsteen is overgenomen" in told.text
    assert f"Rij 3, gesprek: Aan gesprek {other} mag jij" in told.text
    assert "Rij 4, gesprek: Gesprek 9999 is er niet." in told.text
    with app.app_context():
        assert [block.text for block in blocks_of(1, with_notes=True)] == ["Hier."]
        assert blocks_of(other, with_notes=True) == []


def test_what_was_pasted_comes_back_when_it_cannot_be_taken(app: Flask, host: Visitor) -> None:
    nameless = TABLE.replace("tekst", "woorden")
    for number, content in (("", TABLE), ("9", TABLE), ("1", nameless)):
        answer = host.post(ADDRESS, {"gesprek": number, "inhoud": content})
        assert answer.status_code == 422 and "Vraag wat je mist." in answer.text, number
    with app.app_context():
        colleague = make_account("Sam Voorbeeld")
    refused = Visitor(app).sign_in(colleague).post(ADDRESS, {"gesprek": "1", "inhoud": TABLE})
    assert refused.status_code == 422 and "Vraag wat je mist." in refused.text


def test_a_canvas_is_read_from_the_command_line(app: Flask, host: Visitor, tmp_path: Path) -> None:
    file = tmp_path / "canvas.md"
    file.write_text("gesprek: 1\n\n## Wat valt op?\n- Een inzicht.\n- (soort: grap)\n", encoding="utf-8")
    told = app.test_cli_runner().invoke(args=["bouwstenen", "import", str(file)])
    assert told.exit_code == 0, told.output
    assert "1 nieuwe bouwsteen" in told.output and "regel 5, " in told.output
    missing = app.test_cli_runner().invoke(args=["bouwstenen", "import", str(file), "--gesprek", "9"])
    assert missing.exit_code == 1
