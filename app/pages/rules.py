"""What a page's content is and what it must satisfy."""

import hashlib
from dataclasses import dataclass

from app.core.errors import Invalid

TITLE_LIMIT = 150
LEAD_LIMIT = 400
BODY_LIMIT = 200_000
NOTE_LIMIT = 500
REASON_LIMIT = 2_000


@dataclass(frozen=True, slots=True)
class PageContent:
    """Everything an author decides about a page: its words and its themes."""

    title: str
    lead: str
    body: str
    topic_ids: frozenset[int] = frozenset()

    @property
    def sha256(self) -> str:
        """The seal of a revision: over title, lead and body, each ended by a NUL that no text can hold."""
        sealed = "".join(f"{part}\0" for part in (self.title, self.lead, self.body))
        return hashlib.sha256(sealed.encode("utf-8", "surrogatepass")).hexdigest()


def check_content(content: PageContent) -> None:
    """Refuse a title that is missing and texts that are too long, by field."""
    if not content.title.strip():
        raise Invalid("title_missing", field="title")
    for field, text, limit in (
        ("title", content.title, TITLE_LIMIT),
        ("lead", content.lead, LEAD_LIMIT),
        ("body", content.body, BODY_LIMIT),
    ):
        if len(text) > limit:
            raise Invalid("text_too_long", field=field, limit=limit)


def page_path(slug: str) -> str:
    """The address of a page within the site."""
    return f"/pagina/{slug}"


def topic_path(slug: str) -> str:
    """The address of a theme within the site."""
    return f"/themas/{slug}"
