"""Links that use a former name of a page are written with its present one."""

import pytest

from app.text.link_names import rename_targets
from app.text.links import LinkTarget

TARGETS = {
    "oude-naam": LinkTarget("/pagina/nieuwe-naam", "Nieuwe naam"),
    "moeilijk": LinkTarget("/pagina/a-b", "A|B"),
}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Zie [[Oude naam]].", "Zie [[Nieuwe naam]]."),
        ("Zie [[oude-naam|daar]].", "Zie [[Nieuwe naam|daar]]."),
        ("Zie [[Oude naam#Kop|daar]].", "Zie [[Nieuwe naam#Kop|daar]]."),
        ("Zie [daar](/pagina/oude-naam#kop).", "Zie [daar](/pagina/nieuwe-naam#kop)."),
        ("| a | [[Oude naam\\|b]] |\n|---|---|\n", "| a | [[Nieuwe naam\\|b]] |\n|---|---|\n"),
        ("Zie [[Moeilijk]] en [[moeilijk|dit]].", "Zie [[Moeilijk]] en [[moeilijk|dit]]."),
        ("Zie `[[Oude naam]]` en [[Een andere]].", "Zie `[[Oude naam]]` en [[Een andere]]."),
        ("    [[Oude naam]]\n", "    [[Oude naam]]\n"),
    ],
)
def test_only_the_name_of_the_page_is_written_anew(before: str, after: str) -> None:
    assert rename_targets(before, TARGETS) == after
