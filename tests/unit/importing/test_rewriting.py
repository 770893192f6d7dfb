"""Other addresses in the links of a text, and plain words where they lead nowhere."""

import pytest

from app.importing.rewriting import Answer, Rewriting

SHA = "a" * 64


def ask(address: str, picture: bool) -> Answer:
    """Addresses with "weg" in them lead nowhere; pictures are kept; the rest leads to a page."""
    if "weg" in address:
        return Answer(None)
    return Answer(f"/bijlage/{SHA}/x.png", SHA) if picture else Answer("/pagina/x#kop-y")


def rewrite(text: str) -> str:
    return Rewriting(ask).rewrite(text)


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("Zie [een `code` link](a.md).", "Zie [een `code` link](/pagina/x#kop-y)."),
        ("[a](<een b.md>)", "[a](</pagina/x#kop-y>)"),
        ('[a](a.md "De titel")', '[a](/pagina/x#kop-y "De titel")'),
        ("[a](a_(b).md) en [b](c.md)", "[a](/pagina/x#kop-y) en [b](/pagina/x#kop-y)"),
        ("[een\ntwee](a.md)", "[een\ntwee](/pagina/x#kop-y)"),
        ("[een *weg*](weg.md)!", "een *weg*!"),
        ("> - [a](a.md)", "> - [a](/pagina/x#kop-y)"),
        ("| [a](a.md) | [b](weg.md) |\n|---|---|", "| [a](/pagina/x#kop-y) | b |\n|---|---|"),
        ("[[bron]](http://x)", r"[\[bron\]](/pagina/x#kop-y)"),
        ("[[Pagina]](weg)", "[[Pagina]](weg)"),
        ("[[Pagina|tekst]] en [[thema:x]]", "[[Pagina|tekst]] en [[thema:x]]"),
        (r"\[a](a.md)", r"\[a](a.md)"),
        ("`[a](a.md)` en ``[b](weg.md)``", "`[a](a.md)` en ``[b](weg.md)``"),
        ("```\n[a](a.md)\n```", "```\n[a](a.md)\n```"),
        ("<!-- [a](a.md) -->", "<!-- [a](a.md) -->"),
        ("![beeld](a.png)", f"![beeld](/bijlage/{SHA}/x.png)"),
        ("![weg *is* het](weg.png)", "weg *is* het"),
        ("[![a](a.png)](a.md)", f"[![a](/bijlage/{SHA}/x.png)](/pagina/x#kop-y)"),
        ("[![a](weg.png)](weg.md)", "a"),
        ("[a][1] en [1]\n\n[1]: a.md", "[a][1] en [1]\n\n[1]: /pagina/x#kop-y"),
        ("[a][W] en [w][]\n\n[w]: weg.md\n", "a en w\n\n"),
        ('<p><a class="x" href="a.md">a</a></p>', '<p><a class="x" href="/pagina/x#kop-y">a</a></p>'),
        ("Een <a href='weg.md'>a</a>", "Een <a>a</a>"),
        ('<img alt="Beeld" src="a.png">', f'<img alt="Beeld" src="/bijlage/{SHA}/x.png">'),
        ('<img src="weg.png"\n  alt="A &lt; B">', "A &lt; B"),
        ("Noot[^1].\n\n[^1]: Zie [a](a.md).", "Noot[^1].\n\n[^1]: Zie [a](/pagina/x#kop-y)."),
    ],
)
def test_links_and_pictures(text: str, result: str) -> None:
    assert rewrite(text) == result


def test_the_description_of_a_picture_is_kept_in_plain_words() -> None:
    rewriting = Rewriting(ask)
    rewriting.rewrite('![Een **mooi** beeld](a.png)\n\n<img src="b.png" alt="Twee &amp; drie">\n\n![](c.png)')
    assert [picture.alt for picture in rewriting.pictures] == ["Een mooi beeld", "Twee & drie", ""]
    assert rewriting.pictures[0].sha256 == SHA


@pytest.mark.parametrize("sign", ["[", "](", "[a](", "![", "[[", "<a ", "<img ", "(" * 50 + "[a]("])
def test_piles_of_signs_are_read_in_reasonable_time(sign: str) -> None:
    assert rewrite(sign * 20_000)
