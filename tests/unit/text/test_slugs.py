import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.slugs import slugify


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Menselijke maat", "menselijke-maat"),
        ("Coördinatie, één keer", "coordinatie-een-keer"),
        ("Coo\u0308rdinatie", "coordinatie"),
        ("(On)mogelijkheden", "on-mogelijkheden"),
        ("Straße & Œuvre Ø", "strasse-oeuvre-o"),
        ("\u0132sland", "ijsland"),
        ("A/B\\C?D#E", "a-b-c-d-e"),
        ("  ", "pagina"),
        ("😀", "pagina"),
    ],
)
def test_a_title_becomes_an_address(title: str, slug: str) -> None:
    assert slugify(title) == slug


@given(st.text(max_size=200))
def test_every_title_gives_a_usable_slug_that_stays_itself(title: str) -> None:
    slug = slugify(title)
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", slug)
    assert len(slug) <= 80
    assert slugify(slug) == slug
