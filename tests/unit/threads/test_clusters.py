"""Groups of bouwstenen by shared words: found, explained, the same each time, and in bounded time."""

import random
import time

from app.threads.clusters import MOST_CLUSTERS, Corpus, Text, propose_additions, propose_clusters

LETTERS = (
    "Een brief aan een burger schrijf je in gewone taal.",
    "De burger begrijpt onze brief vaak niet.",
    "Lees een brief hardop voordat hij naar de burger gaat.",
    "Bel de burger eerst, stuur daarna pas de brief.",
)
DISSENT = (
    "Tegenspraak vraagt moed van een adviseur.",
    "Een minister heeft recht op tegenspraak.",
    "Wie tegenspraak organiseert, geeft een adviseur ruimte.",
    "Een adviseur biedt op tijd tegenspraak, ook aan de minister.",
)
REST = ("De lunch was lekker.", "Het dak van het gebouw lekt.", "Fietsen is gezond.")


def texts(*groups: tuple[str, ...]) -> list[Text]:
    every = [words for group in groups for words in group]
    return [Text(n, words, conversation_id=n % 3) for n, words in enumerate(every, 1)]


def test_bouwstenen_with_shared_words_make_a_line_that_says_which() -> None:
    letters, dissent = sorted(
        propose_clusters(Corpus(texts(LETTERS, DISSENT, REST))), key=lambda found: min(found.block_ids)
    )
    assert set(letters.block_ids) == {1, 2, 3, 4}
    assert {"brief", "burger"} <= set(letters.words)
    assert set(dissent.block_ids) == {5, 6, 7, 8}
    assert {"tegenspraak", "adviseur"} <= set(dissent.words)


def test_the_order_in_which_they_come_makes_no_difference() -> None:
    given = texts(LETTERS, DISSENT, REST)
    assert propose_clusters(Corpus(given)) == propose_clusters(Corpus(given[::-1]))


def test_a_line_goes_through_more_than_one_conversation() -> None:
    alone = [Text(n, words, conversation_id=7) for n, words in enumerate(LETTERS, 1)]
    assert propose_clusters(Corpus([*alone, *(Text(9 + n, words) for n, words in enumerate(REST))])) == []


def test_what_is_on_a_line_already_is_in_no_new_one() -> None:
    found = propose_clusters(Corpus(texts(LETTERS, DISSENT, REST)), taken={1, 2, 3})
    assert [set(cluster.block_ids) for cluster in found] == [{5, 6, 7, 8}]


def test_a_theme_alone_is_no_line_but_helps_a_word() -> None:
    only = [
        Text(n, words, ("Openheid",), n) for n, words in enumerate(("Appel.", "Peer.", "Druif.", "Kers."))
    ]
    assert propose_clusters(Corpus([*only, *texts(REST)])) == []
    one_word = [
        Text(20 + n, f"Vertrouwen {word}.", ("Openheid",), n)
        for n, word in enumerate(("appel", "peren", "druif", "kersen"))
    ]
    found = propose_clusters(Corpus([*one_word, *texts(REST, DISSENT)]))
    assert {20, 21, 22, 23} in [set(cluster.block_ids) for cluster in found]


def test_what_fits_a_line_is_proposed_with_the_shared_words() -> None:
    found = propose_additions(Corpus(texts(LETTERS, DISSENT, REST)), [1, 2], known={1, 2})
    assert found is not None
    assert set(found.block_ids) == {3, 4}
    assert {"brief", "burger"} <= set(found.words)


def test_what_was_refused_for_a_line_is_not_proposed_again() -> None:
    found = propose_additions(Corpus(texts(LETTERS, DISSENT, REST)), [1, 2], known={1, 2, 3, 4})
    assert found is None


def test_an_empty_guide_has_no_lines() -> None:
    assert propose_clusters(Corpus([])) == []
    assert propose_additions(Corpus([]), [], known=()) is None


def test_five_thousand_bouwstenen_take_seconds_not_minutes() -> None:
    chance = random.Random(4)  # noqa: S311 - the same texts each time, nothing secret
    words = ["".join(chance.choices("abdeiklmnoprstuv", k=chance.randint(4, 9))) for _ in range(3_000)]
    weights = [1 / (rank + 3) for rank in range(len(words))]
    many = [
        Text(n, " ".join(chance.choices(words, weights, k=14)), (f"Thema {n % 14}",), n % 500)
        for n in range(5_000)
    ]
    began = time.process_time()
    found = propose_clusters(Corpus(many))
    assert time.process_time() - began < 5
    assert len(found) <= MOST_CLUSTERS
