"""Giving every file of an import an address of its own."""

from collections import Counter
from collections.abc import Mapping, Sequence

from app.importing.documents import Document, path_slug, with_findings
from app.importing.kinds import Remark
from app.importing.report import Finding


def give_addresses(
    documents: Sequence[Document], known: Mapping[str, str], taken: frozenset[str]
) -> tuple[list[Document], dict[str, str]]:
    """An address for every document, by path; `known` are those that have one, `taken` all that exist.

    Documents that wish the same address, or one that is taken, get one after their path and say so.
    """
    slugs, used = dict(known), set(taken)
    new = [document for document in documents if document.path not in known]
    wishes = Counter(document.wish for document in new)
    shared: dict[str, Finding] = {}
    for document in new:
        slug = document.wish
        if wishes[slug] > 1 or slug in used:
            slug = free_among(path_slug(document.path), used)
            shared[document.path] = Finding(Remark.TITLE_SHARED, document.title)
        used.add(slug)
        slugs[document.path] = slug
    told = [
        with_findings(document, shared[document.path]) if document.path in shared else document
        for document in documents
    ]
    return told, slugs


def free_among(wanted: str, used: set[str]) -> str:
    """The wanted address, or the first of `wanted-2`, `wanted-3` … that is not used."""
    slug, number = wanted, 1
    while slug in used:
        number += 1
        slug = f"{wanted}-{number}"
    return slug
