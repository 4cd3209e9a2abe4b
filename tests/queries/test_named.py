"""Parameters: what they take, what they refuse, and that nothing gets past them."""

from datetime import date

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from relgraph import queries
from relgraph.errors import InputError, UsageError
from relgraph.queries import Kind, header
from relgraph.store import Solutions, Store

SINGH = "<https://w3id.org/relgraph/id/person/rajnath-singh>"
XSD_DATE = "<http://www.w3.org/2001/XMLSchema#date>"

# ruff: noqa: E501 - the row is one line
TEXT = """#+ summary: Anything.
#+ parameters:
#+   who: entity: only with this one
#+   since: date: not before
#+   until: last date: not after
#+   least: int: at least so many
#+   word: string: any word
#+   how: one of fast, slow: the speed
SELECT * {
  VALUES (?who ?since ?until ?least ?word ?how) { (UNDEF UNDEF "2030-12-31"^^xsd:date 1 "" UNDEF) }  #+ params
  ?a ?b ?c  # VALUES (?who) { (UNDEF) }
}
"""

WORD = """#+ summary: A word.
#+ parameters:
#+   word: string: any
SELECT ?word {
  VALUES (?word) { (UNDEF) }  #+ params
}
"""

BOUND = [
    pytest.param({"who": "rajnath SINGH"}, f"({SINGH} UNDEF ", id="entity by name"),
    pytest.param({"who": "person/rajnath-singh"}, f"({SINGH} UNDEF ", id="entity by path"),
    pytest.param({"since": "2025"}, f'(UNDEF "2025-01-01"^^{XSD_DATE} ', id="first day of a year"),
    pytest.param({"since": date(2025, 9, 2)}, f'"2025-09-02"^^{XSD_DATE}', id="day as a date"),
    pytest.param({"until": "2024-02"}, f'"2024-02-29"^^{XSD_DATE}', id="last day of a month"),
    pytest.param({"least": "3"}, '"3"^^<http://www.w3.org/2001/XMLSchema#integer>', id="number"),
    pytest.param({"how": "slow"}, ' "slow") }  #+ params\n', id="choice"),
    pytest.param({"word": 'a" b\n'}, ' "a\\" b\\n" ', id="string"),
    pytest.param({"word": None}, ' "" UNDEF) }  #+ params\n', id="none is the default"),
    pytest.param({}, "(UNDEF UNDEF ", id="nothing"),
]


@pytest.fixture(scope="module")
def query() -> queries.NamedQuery:
    return queries.parse("any", TEXT)


@pytest.mark.parametrize(("values", "row"), BOUND)
def test_rewrites_the_row_and_no_other_line(
    query: queries.NamedQuery, story: Store, values: dict[str, object], row: str
) -> None:
    bound = query.bind(story, **values)
    assert row in bound
    old, new = TEXT.splitlines(), bound.splitlines()
    assert [line for line in new if "#+ params" not in line] == [
        line for line in old if "#+ params" not in line
    ]


REFUSED = [
    pytest.param({"whom": "x"}, "it has who, since, until, least, word, how", id="no parameter"),
    pytest.param({"since": "last week"}, "'last week' is no date", id="no date"),
    pytest.param({"since": "2025-02-30"}, "is no date", id="no such day"),
    pytest.param({"since": "XXXX-09-22"}, "give the year too", id="no year"),
    pytest.param({"least": "many"}, "'many' is no whole number", id="no number"),
    pytest.param({"how": "soon"}, "one of fast, slow", id="no choice"),
    pytest.param({"who": "Rajnath Sing"}, "did you mean Rajnath Singh", id="near a name"),
    pytest.param({"who": "Zoroaster"}, "nothing in the store has this name", id="no entity"),
    pytest.param({"who": "https://e.org/x"}, "nothing in the store", id="unknown IRI"),
    pytest.param(
        {"who": "singh"},
        "Kirti Vardhan Singh <https://w3id.org/relgraph/id/person/kirti-vardhan-singh>, "
        "Rajnath Singh <https://w3id.org/relgraph/id/person/rajnath-singh>",
        id="two of one name",
    ),
]


@pytest.mark.parametrize(("values", "words"), REFUSED)
def test_refuses(
    query: queries.NamedQuery, story: Store, values: dict[str, object], words: str
) -> None:
    with pytest.raises(UsageError) as caught:
        query.bind(story, **values)
    assert words in str(caught.value)


@given(word=st.text())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_text_gets_out_of_its_string(story: Store, word: str) -> None:
    """Whatever *word* is, it comes back as the one value of its variable."""
    query = queries.parse("any", WORD)
    result = story.query(query.bind(story, word=word))
    assert isinstance(result, Solutions)
    assert list(result.rows) == [(ox.Literal(word) if word else None,)]


def test_knows_the_names(story: Store) -> None:
    with pytest.raises(UsageError, match="there is meetings"):
        queries.named("meeting")


def test_reads_the_header(query: queries.NamedQuery) -> None:
    assert query.summary == "Anything."
    until, how = query.parameters[2], query.parameters[5]
    assert (until.kind, until.default, until.help) == (
        Kind.LAST_DATE,
        '"2030-12-31"^^xsd:date',
        "not after",
    )
    assert (how.kind, how.choices) == (Kind.CHOICE, ("fast", "slow"))


BROKEN = [
    pytest.param("SELECT * {}", "no summary", id="no summary"),
    pytest.param("#+ summary: S.\n#+ parameters:\n#+   x: colour: y\n", "no parameter", id="type"),
    pytest.param(
        "#+ summary: S.\n#+ parameters:\n#+   x: int: y\nSELECT * {}",
        "not those of the row",
        id="no row",
    ),
    pytest.param(
        "#+ summary: S.\nSELECT * {\n  VALUES (?x) { (1) }  #+ params\n}",
        "not those of the row",
        id="not in the header",
    ),
]


@pytest.mark.parametrize(("text", "words"), BROKEN)
def test_refuses_a_header_that_says_nothing(text: str, words: str) -> None:
    with pytest.raises(InputError, match=words):
        header.read(text, where="x.rq")
