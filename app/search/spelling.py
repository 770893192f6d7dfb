"""Another spelling for a question that finds nothing."""

from app.search.analysis import WORD, fold
from app.search.dutch import STOP_WORDS
from app.search.port import Audience, SearchEngine
from app.search.query import Query, texts

MOST_WORDS = 4


def other_spelling(engine: SearchEngine, query: Query, audience: Audience) -> str | None:
    """The question as it was typed, with its unknown words replaced by words that can be found."""
    asked = (word for term in query.wanted for word in texts(term) if word not in STOP_WORDS)
    better: dict[str, str] = {}
    for word in list(dict.fromkeys(asked))[:MOST_WORDS]:
        if suggestion := engine.suggest(word, audience):
            better[word] = suggestion
    if not better:
        return None
    return WORD.sub(lambda match: better.get(fold(match.group()), match.group()), query.text)
