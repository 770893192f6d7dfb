"""A file as a page: its title, its lead, and what is left of its text."""

import pytest

from app.importing.addresses import give_addresses
from app.importing.documents import Document, path_slug, read_document, shortened
from app.importing.folder import SourceFile
from app.importing.heading_names import anchors_of, find_anchor
from app.importing.kinds import Remark


def document(text: str, path: str = "map/bestand.md") -> Document:
    return read_document(SourceFile(path, text, "0" * 64))


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        ("---\ntitle: Kop\n---\n# Iets anders\n\nTekst.\n", "Kop", "# Iets anders\n\nTekst.\n"),
        ("---\ntitle: Kop\n---\n# kop\n\nTekst.\n", "Kop", "Tekst.\n"),
        ("---\ntitle: Kop\n---\n## Kop\n\nTekst.\n", "Kop", "## Kop\n\nTekst.\n"),
        ("# De `kop` {#id}\n\nTekst.\n", "De kop", "Tekst.\n"),
        ("<!-- let op -->\n\n## Kop\n\nTekst.\n", "Kop", "<!-- let op -->\n\nTekst.\n"),
        ("Intro.\n\n# Kop\n\nTekst.\n", "Kop", "Intro.\n\n# Kop\n\nTekst.\n"),
        ("Kop\n===\n\nTekst.\n", "Kop", "Tekst.\n"),
        ("Tekst.\r\n\r\nMeer.\r\n", "Bestand", "Tekst.\n\nMeer.\n"),
        ("```\n# geen kop\n```\n", "Bestand", "```\n# geen kop\n```\n"),
    ],
)
def test_the_title_comes_from_front_matter_heading_or_file_name(text: str, title: str, body: str) -> None:
    found = document(text)
    assert (found.title, found.body) == (title, body)


def test_the_lead_is_the_first_of_lead_summary_and_description() -> None:
    assert document("---\ndescription: C\nsummary: B\n---\n").lead == "B"
    long = document(f"---\ntitle: T\nlead: {'woord ' * 100}\n---\n")
    assert len(long.lead) <= 400 and long.lead.endswith("woord…")
    assert [finding.remark for finding in long.findings] == [Remark.LEAD_CUT]


def test_a_text_is_cut_at_a_word() -> None:
    assert shortened("een twee drie", 12) == ("een twee…", True)
    assert shortened("een", 3) == ("een", False)


@pytest.mark.parametrize(
    ("path", "slug"),
    [
        ("a/b/fases.md", "a-b-fases"),
        ("a/b/index.md", "a-b"),
        ("a/README.md", "a-readme"),
        ("index.md", "index"),
    ],
)
def test_the_address_by_path_tells_where_the_file_stands(path: str, slug: str) -> None:
    assert path_slug(path) == slug


def test_files_that_wish_the_same_address_all_get_one_by_path() -> None:
    documents = [document("# Fases\n", f"{name}/fases.md") for name in ("a", "b")]
    documents += [document("# Vrij\n", "vrij.md"), document("# Bezet\n", "bezet.md")]
    told, slugs = give_addresses(documents, {}, frozenset({"bezet", "a-fases"}))
    assert list(slugs.values()) == ["a-fases-2", "b-fases", "vrij", "bezet-2"]
    assert [bool(one.findings) for one in told] == [True, True, False, True]


def test_a_file_that_has_a_page_keeps_its_address() -> None:
    documents = [document("# Fases\n", "a/fases.md"), document("# Fases\n", "b/fases.md")]
    _, slugs = give_addresses(documents, {"a/fases.md": "fases"}, frozenset({"fases"}))
    assert slugs == {"a/fases.md": "fases", "b/fases.md": "b-fases"}


@pytest.mark.parametrize(
    ("fragment", "anchor"),
    [
        ("wat-zijn-apis", "kop-wat-zijn-api-s"),
        ("Wat-Zijn-Apis", "kop-wat-zijn-api-s"),
        ("privé--veilig", "kop-prive-veilig"),
        ("prive-veilig", "kop-prive-veilig"),
        ("priv%C3%A9--veilig", "kop-prive-veilig"),
        ("eigen-id", "kop-met-eigen-naam"),
        ("dubbel", "kop-dubbel"),
        ("dubbel-1", "kop-dubbel-2"),
        ("dubbel_1", "kop-dubbel-2"),
        ("kop-dubbel-2", "kop-dubbel-2"),
        ("weg", None),
    ],
)
def test_other_programs_names_for_a_heading_find_it(fragment: str, anchor: str | None) -> None:
    headings = ("Wat zijn API's?", "Privé & veilig", "Met eigen naam {#eigen-id}", "Dubbel", "Dubbel")
    body = "\n\n".join(f"## {heading}" for heading in headings)
    assert find_anchor(anchors_of(body), fragment) == anchor
