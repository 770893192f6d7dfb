"""What a file may name: themes by everything that they are called."""

from app.text.slugs import slugify
from app.topics.queries import topics_with_synonyms


def topics_by_name() -> dict[str, int]:
    """The number of each theme, by its names as `slugify` writes them; a name goes before a synonym."""
    topics = topics_with_synonyms()
    synonyms = {slugify(name): topic.id for topic in topics for name in topic.names[1:]}
    return synonyms | {name: topic.id for topic in topics for name in (slugify(topic.name), topic.slug)}
