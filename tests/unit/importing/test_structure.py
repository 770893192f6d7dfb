"""Other programs' blocks in our dialect: admonitions, components, module lines, scripts."""

import pytest

from app.importing.colon_admonitions import colons_to_admonitions
from app.importing.components import without_components
from app.importing.kinds import Remark
from app.importing.module_lines import without_executables, without_module_lines
from app.importing.structure import our_dialect
from app.text.blocks import BlockKind, cut_blocks


def facts(text: str) -> list[tuple[Remark, str]]:
    return [(finding.remark, finding.fact) for finding in our_dialect(text)[1]]


@pytest.mark.parametrize(
    ("opening", "heading"),
    [
        (":::note", "!!! note"),
        (":::tip Meer weten", '!!! tip "Meer weten"'),
        (":::info[**Verplichte** standaard]", '!!! info "Verplichte standaard"'),
        (':::warning[Zeg "nee"]{.smal}', "!!! warning \"Zeg 'nee'\""),
        ("::: danger", "!!! danger"),
        (":::details[Meer]", '??? note "Meer"'),
    ],
)
def test_a_colon_admonition_becomes_ours(opening: str, heading: str) -> None:
    converted, findings = colons_to_admonitions(f"Voor.\n\n{opening}\n\nEen.\n\n- twee\n\n:::\n\nNa.\n")
    assert converted == f"Voor.\n\n{heading}\n\n    Een.\n\n    - twee\n\n\n\nNa.\n"
    assert findings == []


def test_nested_colon_admonitions_are_nested_in_ours() -> None:
    text = "::::note A\nEen.\n:::tip B\nTwee.\n:::\nDrie.\n::::\n"
    converted, _ = colons_to_admonitions(text)
    assert converted == '!!! note "A"\n    Een.\n    !!! tip "B"\n        Twee.\n\n    Drie.\n\n'
    depths = [len(block.containers) for block in cut_blocks(converted) if block.is_prose]
    assert depths == [1, 2, 1]


def test_code_in_an_admonition_stays_code_and_colons_in_code_stay() -> None:
    text = "```\n:::note\n\n:::\n```\n\n:::tip\n\n```sh\nls\n```\n\n:::\n"
    converted, _ = colons_to_admonitions(text)
    assert converted.startswith("```\n:::note\n\n:::\n```\n\n!!! tip\n\n    ```sh\n")
    assert [b.content(converted) for b in cut_blocks(converted) if b.kind is BlockKind.CODE][-1] == "ls"


def test_an_admonition_that_is_never_closed_stays_and_is_told() -> None:
    text = ":::note Open\n\nTekst.\n"
    assert our_dialect(text)[0] == text
    assert facts(text) == [(Remark.ADMONITION_NOT_CLOSED, ":::note Open")]


@pytest.mark.parametrize(
    "line",
    [
        "import Tabs from '@theme/Tabs';",
        'import Tabs from "@theme/Tabs"; import TabItem from "@theme/TabItem";',
        "import { Link,\n  Icon } from\n\"@x/components\"; import Author from\n'@theme/Author';",
        "import './stijl.css'",
        "export const naam = {\n  a: 1,\n};",
    ],
)
def test_module_lines_are_left_out_and_told(line: str) -> None:
    converted, findings = without_module_lines(f"Voor.\n\n{line}\n\nNa.\n")
    assert converted.replace("\n\n\n", "\n\n").replace("\n\n\n", "\n\n") == "Voor.\n\nNa.\n"
    assert [finding.remark for finding in findings] == [Remark.MODULE_LINES_LEFT_OUT]


@pytest.mark.parametrize(
    "text",
    [
        "import is duurder dan export\n",
        "```js\nimport a from 'b';\n```\n",
        "export naar België is ook mogelijk\n",
        "`import a from 'b'` laadt iets.\n",
    ],
)
def test_words_and_code_are_no_module_lines(text: str) -> None:
    assert our_dialect(text) == (text, [])


def test_a_script_goes_with_what_stands_in_it() -> None:
    text = "Voor.\n<script>\nalert(1)\n\n# geen kop\n</script>\nNa. <STYLE>p{}</STYLE>\n"
    converted, findings = without_executables(text)
    assert converted == "Voor.\nNa. "
    assert [finding.fact for finding in findings] == ["<script>", "<style>"]


def test_an_example_of_a_script_in_code_stays() -> None:
    text = "```html\n<script>alert(1)</script>\n```\n\nOok `<script>` blijft.\n\n<!-- <script> -->\n"
    assert our_dialect(text) == (text, [])


def test_the_words_in_a_component_stay_under_its_label() -> None:
    text = (
        '<Tabs groupId="x">\n  <TabItem value="a" label="Bier">\n\n    ```json\n    {"a": 1}\n    ```\n'
        '  </TabItem>\n  <TabItem value="b" label="Adres">\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n'
        "  </TabItem>\n</Tabs>\n"
    )
    converted, findings = our_dialect(text)
    kinds = [block.kind for block in cut_blocks(converted)]
    assert kinds == [
        BlockKind.PARAGRAPH,
        BlockKind.CODE,
        BlockKind.PARAGRAPH,
        BlockKind.TABLE_HEAD,
        BlockKind.TABLE_ROW,
    ]
    assert converted.startswith('**Bier**\n\n```json\n{"a": 1}\n```\n\n')
    assert [finding.fact for finding in findings] == ["<Tabs>", "<TabItem>"]


def test_a_component_that_links_becomes_a_link() -> None:
    card = '<Card\n  heading="Haven"\n  href="./haven"\n  linkLabel="Naar Haven"\n/>'
    assert without_components(card)[0] == "[Naar Haven](./haven)"
    link = '<Link href="./a b">\n  Lees <Icon icon="x" /> meer\n</Link>'
    assert without_components(link)[0] == "[Lees meer](<./a b>)"


def test_a_component_without_words_goes_whatever_its_attributes_hold() -> None:
    text = 'Voor.\n\n<Alert>\n  <Author\n    author={{\n      name: "x > y",\n    }}\n  />\n</Alert>\n\nNa.\n'
    assert our_dialect(text)[0] == "Voor.\n\nNa.\n"
    assert facts(text) == [(Remark.COMPONENT_LEFT_OUT, "<Alert>"), (Remark.COMPONENT_LEFT_OUT, "<Author>")]


@pytest.mark.parametrize(
    "text",
    [
        "Vul <Naam> in.\n",
        "Een `<Tabs>` in code.\n",
        "List<String> en <B>vet</B>.\n",
        "1 <A en B> 2\n",
        "<Open\n",
    ],
)
def test_words_between_signs_are_no_components(text: str) -> None:
    assert our_dialect(text) == (text, [])


def test_what_stands_in_an_element_that_is_never_closed_is_still_looked_at() -> None:
    assert without_components('<Fout>\n\n<Icon name="x" />Tekst.\n')[0] == "<Fout>\n\nTekst.\n"


def test_deeply_nested_components_and_admonitions_do_not_break() -> None:
    our_dialect("<Deel>\n" * 3000 + "Tekst.\n" + "</Deel>\n" * 3000)
    our_dialect("".join(f"{':' * (3003 - n)}note\n" for n in range(3000)))
