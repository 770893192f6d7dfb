"""The present text of a page, sentence by sentence, with the revision in which each first stood."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, zip_longest

from markupsafe import Markup, escape

from app.pages.links import resolve
from app.pages.provenance.tracing import origins_of
from app.pages.texts import RevisionText
from app.text.links import references
from app.text.render_worker import render_sentences_bounded
from app.text.rendered_sentences import RenderedSentences
from app.text.source_marks import numbers_marked
from app.text.tracing.sentences import TracedSentence, trace


@dataclass(frozen=True, slots=True)
class ShownSentence:
    """A sentence, with the HTML from the end of the one before it up to its own end.

    `origin` is the id of the revision in which it first stood. `closes` says that what follows it came from
    elsewhere. `blocks` are the numbers of the bouwstenen it rests on.
    """

    html: Markup
    text: str
    origin: int
    closes: bool = True
    blocks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """Sentences in a row that came from one revision."""

    origin: int
    sentences: tuple[ShownSentence, ...]


@dataclass(frozen=True, slots=True)
class TracedText:
    """The lead and the body of a page by sentence; `rest` is the HTML after the last one."""

    lead: tuple[ShownSentence, ...]
    body: tuple[ShownSentence, ...]
    rest: Markup

    @property
    def runs(self) -> tuple[Run, ...]:
        """The same as a list, in which neighbours from one revision stand together."""
        by_origin = groupby((*self.lead, *self.body), key=lambda sentence: sentence.origin)
        return tuple(Run(origin, tuple(sentences)) for origin, sentences in by_origin)

    @property
    def html(self) -> Markup:
        """The whole body."""
        return Markup("").join((*(sentence.html for sentence in self.body), self.rest))

    @property
    def shares(self) -> Counter[int]:
        """How many of the sentences each revision brought."""
        return Counter(sentence.origin for sentence in (*self.lead, *self.body))


def traced_text(text: RevisionText) -> TracedText:
    """The present text of a page with where its sentences came from.

    Raises `Invalid` when the text cannot be rendered in time.
    """
    lead, body = text.content.lead, text.content.body
    said, written = trace(lead), trace(body)
    origins = origins_of(text, {sentence.key for sentence in (*said, *written)})
    rendered = render_sentences_bounded(body, resolve(references(body)).targets)
    sentences, rest = _of_body(rendered, [origins.get(sentence.key) for sentence in written])
    return TracedText(_closed(list(_of_lead(lead, said, origins))), _closed(sentences), rest)


def _of_lead(
    lead: str, said: Sequence[TracedSentence], origins: Mapping[str, int]
) -> Iterator[ShownSentence]:
    """The lead is plain text on one line."""
    for sentence in said:
        words = lead[sentence.start : sentence.end]
        if sentence.key in origins:
            yield ShownSentence(escape(words.strip()), words.strip(), origins[sentence.key])


def _of_body(
    rendered: RenderedSentences, origins: Sequence[int | None]
) -> tuple[list[ShownSentence], Markup]:
    """What the renderer could show but has no words of its own goes along with the sentence after it."""
    sentences: list[ShownSentence] = []
    waiting = ""
    for piece in rendered.pieces:
        waiting += piece.html
        if origin := origins[piece.number]:
            # The parts of what bleach made safe, in the same order.
            html = Markup(waiting)  # noqa: S704
            sentences.append(ShownSentence(html, piece.text, origin, blocks=numbers_marked(waiting)))
            waiting = ""
    return sentences, Markup(waiting + rendered.rest)  # noqa: S704 - see above


def _closed(sentences: Sequence[ShownSentence]) -> tuple[ShownSentence, ...]:
    return tuple(
        replace(one, closes=after is None or after.origin != one.origin)
        for one, after in zip_longest(sentences, sentences[1:])
    )
