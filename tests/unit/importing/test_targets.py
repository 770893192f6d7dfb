"""Where an address in a file leads."""

import pytest

from app.importing.targets import Kind, Target, Targets

SLUGS = {
    "docs/index.md": "start",
    "docs/a/index.md": "a",
    "docs/a/b.md": "b",
    "docs/c.mdx": "c",
    "x y.md": "xy",
}
TARGETS = Targets(SLUGS, {"docs/a/beeld.png", "static/img/logo.png"}, {"tegenspraak"})


@pytest.mark.parametrize(
    ("path", "address", "target"),
    [
        ("docs/a/b.md", "../c.mdx", "docs/c.mdx"),
        ("docs/a/b.md", "../c.md", "docs/c.mdx"),
        ("docs/a/b.md", "../c", "docs/c.mdx"),
        ("docs/a/b.md", "../c/", "docs/c.mdx"),
        ("docs/a/b.md", "../c.html", "docs/c.mdx"),
        ("docs/a/b.md", "./", "docs/a/index.md"),
        ("docs/a/b.md", "..", "docs/index.md"),
        ("docs/a/b.md", "../../c", "docs/c.mdx"),
        ("docs/a/index.md", "b", "docs/a/b.md"),
        ("docs/a/index.md", "a/b", "docs/a/b.md"),
        ("docs/index.md", "a/?x=1", "docs/a/index.md"),
        ("docs/index.md", "/a/b", "docs/a/b.md"),
        ("docs/index.md", "/kennisbank/a/b", "docs/a/b.md"),
        ("docs/index.md", "/docs/a/b.md", "docs/a/b.md"),
        ("docs/index.md", "../x%20y.md", "x y.md"),
    ],
)
def test_an_address_finds_its_page(path: str, address: str, target: str) -> None:
    assert TARGETS.find(path, address) == Target(Kind.PAGE, target)


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("#kop", Target(Kind.HERE, "docs/a/b.md", "kop")),
        ("?x=y#kop", Target(Kind.HERE, "docs/a/b.md", "kop")),
        ("b.md#kop", Target(Kind.HERE, "docs/a/b.md", "kop")),
        ("../c.md#een", Target(Kind.PAGE, "docs/c.mdx", "een")),
        ("beeld.png", Target(Kind.FILE, "docs/a/beeld.png")),
        ("/img/logo.png", Target(Kind.FILE, "static/img/logo.png")),
        ("https://voorbeeld.test/c.md", Target(Kind.ELSEWHERE)),
        ("HTTPS://voorbeeld.test", Target(Kind.ELSEWHERE)),
        ("mailto:iemand@voorbeeld.test", Target(Kind.ELSEWHERE)),
        ("/pagina/tegenspraak#kop-x", Target(Kind.ELSEWHERE)),
        ("/pagina/bestaat-niet", Target(Kind.MISSING)),
        ("weg.md", Target(Kind.MISSING)),
        ("", Target(Kind.MISSING)),
        ("../../../geheim.md", Target(Kind.LEAVES_FOLDER)),
        ("%2e%2e/%2e%2e/%2e%2e/geheim", Target(Kind.LEAVES_FOLDER)),
        ("/../../geheim", Target(Kind.MISSING)),
        ("javascript:alert(1)", Target(Kind.UNSAFE)),
        ("java\tscript:alert(1)", Target(Kind.UNSAFE)),
        ("data:text/html,x", Target(Kind.UNSAFE)),
        ("file:///etc/passwd", Target(Kind.UNSAFE)),
    ],
)
def test_every_other_address_has_its_kind(address: str, target: Target) -> None:
    assert TARGETS.find("docs/a/b.md", address) == target
