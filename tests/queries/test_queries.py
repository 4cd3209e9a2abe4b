"""Each named query gives the same rows in two engines, and the rows that the story holds."""

import pyoxigraph as ox
import pytest
import rdflib

from relgraph import queries
from relgraph.queries import Kind, NamedQuery
from relgraph.store import Solutions, Store

# rdflib warns of itself.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib.*")

BASE = "https://w3id.org/relgraph/id/"
SINGH = "Rajnath Singh"
MOU = "Memorandum of Understanding"

Rows = list[tuple[str, ...]]


def ours(store: Store, query: str) -> Rows:
    result = store.query(query)
    assert isinstance(result, Solutions)
    return [tuple("" if term is None else text(term) for term in row) for row in result.rows]


def text(term: object) -> str:
    assert isinstance(term, ox.NamedNode | ox.Literal)
    return term.value


def theirs(oracle: rdflib.Dataset, query: str) -> Rows:
    # rdflib gives SELECT rows as tuples of terms, None where unbound.
    return [tuple("" if term is None else str(term) for term in row) for row in oracle.query(query)]  # type: ignore[union-attr]


@pytest.mark.parametrize("query", queries.load().values(), ids=queries.load())
def test_runs_as_it_is_in_any_engine(
    query: NamedQuery, story: Store, oracle: rdflib.Dataset
) -> None:
    rows = ours(story, query.text)
    assert rows
    assert rows == theirs(oracle, query.text)


VALUES = {
    Kind.ENTITY: SINGH,
    Kind.DATE: "2025-09",
    Kind.LAST_DATE: "2025-09-23",
    Kind.INT: 2,
    Kind.STRING: "Atlas Wire",
}


# Two that share a contact: rdflib makes up a row where a sub-select with groups has none.
TWO = {"one": "Ryad Mezzour", "other": "Omar Hejira"}


@pytest.mark.parametrize("query", queries.load().values(), ids=queries.load())
def test_means_the_same_in_any_engine_with_every_parameter_set(
    query: NamedQuery, story: Store, oracle: rdflib.Dataset
) -> None:
    values = {p.name: p.choices[0] if p.choices else VALUES[p.kind] for p in query.parameters}
    values |= {name: value for name, value in TWO.items() if name in values}
    bound = query.bind(story, **values)
    assert ours(story, bound) == theirs(oracle, bound)


def at(name: str) -> str:
    return BASE + name


ANSWERS = [
    pytest.param(
        "meetings",
        {},
        [
            ("Omar Hejira", "Rajnath Singh", "", "", "1", at("met/4")),
            ("Rajnath Singh", "Ryad Mezzour", "2025-06", "", "1", at("met/2")),
            ("Rajnath Singh", "Ryad Mezzour", "2025-09-22", "Rabat", "2", at("met/1")),
            ("Kirti Vardhan Singh", "Omar Hejira", "2025-09-24", "", "1", at("met/3")),
        ],
        id="meetings",
    ),
    pytest.param(
        "meetings",
        {"person": "ryad mezzour", "since": "2025-09"},
        [("Ryad Mezzour", "Rajnath Singh", "2025-09-22", "Rabat", "2", at("met/1"))],
        id="meetings of one since",
    ),
    pytest.param(
        "meetings",
        {"until": "2025-06"},
        [("Rajnath Singh", "Ryad Mezzour", "2025-06", "", "1", at("met/2"))],
        id="meetings until the end of a month",
    ),
    pytest.param(
        "who-met-whom",
        {"least": 2},
        [("Rajnath Singh", "Ryad Mezzour", "2", "2025-06-01", "2025-09-22", "3")],
        id="who met whom",
    ),
    pytest.param(
        "visits",
        {"place": "morocco"},
        [("Rajnath Singh", "Morocco", "2025-09-22", "2025-09-23", "1", at("visited/1"))],
        id="visits",
    ),
    pytest.param(
        "agreements",
        {},
        [
            ("a note on ports", "India", "", "", "1", at("signed/2")),
            ("a note on ports", "Morocco", "", "", "1", at("signed/2")),
            (MOU, "Abdeltif Loudiyi", "2025-09-22", "", "1", at("signed/1")),
            (MOU, "Rajnath Singh", "2025-09-22", "", "1", at("signed/1")),
        ],
        id="agreements",
    ),
    pytest.param(
        "agreements",
        {"party": "Abdelatif Loudyi"},
        [
            (MOU, "Abdeltif Loudiyi", "2025-09-22", "", "1", at("signed/1")),
            (MOU, "Rajnath Singh", "2025-09-22", "", "1", at("signed/1")),
        ],
        id="agreements of one, with the other party",
    ),
    pytest.param(
        "inaugurations",
        {"person": SINGH},
        [("defence plant", "Berrechid", "2025-09-23", SINGH, "1", at("inaugurated/1"))],
        id="inaugurations",
    ),
    pytest.param(
        "offices",
        {"of": "India"},
        [
            (
                SINGH, "Defence Minister", "Ministry of Defence", "India",
                "2025-06-20", "2025-09-24", "2",
            )
        ],
        id="offices of a country, by way of a ministry",
    ),
    pytest.param(
        "offices",
        {"person": "Omar Hejira"},
        [("Omar Hejira", "Secretary of State", "", "", "2025-10", "2025-10", "1")],
        id="offices of which no article says where they are held",
    ),
    pytest.param(
        "timeline",
        {"entity": "Abdeltif Loudiyi"},
        [
            (
                "2025-09-22", "Signing", "Abdeltif Loudiyi", "agent", MOU,
                "", "1", at("signed/1"),
            ),
            (
                "2025-09-22", "Signing", "Abdeltif Loudiyi", "agent", SINGH,
                "", "1", at("signed/1"),
            ),
            (
                "2025-09-23", "Inauguration", "Abdeltif Loudiyi", "agent", SINGH,
                "", "1", at("inaugurated/1"),
            ),
            (
                "2025-09-23", "Inauguration", "Abdeltif Loudiyi", "agent", "defence plant",
                "", "1", at("inaugurated/1"),
            ),
        ],
        id="timeline",
    ),
    pytest.param(
        "evidence",
        {"entity": SINGH, "other": "Rabat"},
        [
            (
                "Meeting", "asserted", "On Monday, Rajnath Singh met Ryad Mezzour in Rabat.",
                "Atlas Wire", "2025-09-24", "Singh in Rabat", "https://atlas.example/1",
                at("met/1"),
            ),
            (
                "Meeting", "asserted", "Mezzour and Rajnath Singh met.",
                "Gulf Courier", "2025-10", "", "", at("met/1"),
            ),
        ],
        id="evidence",
    ),
    pytest.param(
        "planned",
        {"entity": "Abdelatif Loudyi"},
        [
            (
                "2026", "Meeting", name, "", "Singh will meet Abdeltif Loudiyi again next year.",
                "2025-09-24", at("met/5"),
            )
            for name in ("Abdeltif Loudiyi", SINGH)
        ],
        id="planned",
    ),
    pytest.param(
        "most-connected",
        {"least": 3},
        [(SINGH, "Person", "6", "6", at("person/rajnath-singh"))],
        id="most connected",
    ),
    pytest.param(
        "country-months",
        {"country": "Morocco"},
        [("2025-06", "India", "Morocco", "1"), ("2025-09", "India", "Morocco", "2")],
        id="country months",
    ),
    pytest.param(
        "companies",
        {"company": "TASL"},
        [
            ("Tata Advanced Systems", "makes", "WhAP", "", at("company/tasl")),
            ("Tata Advanced Systems", "runs", "defence plant", "Berrechid", at("company/tasl")),
            ("Tata Advanced Systems", "subsidiary of", "Tata Sons", "", at("company/tasl")),
        ],
        id="companies",
    ),
    pytest.param(
        "articles",
        {},
        [
            ("2025-09-24", "Atlas Wire", "Singh in Rabat", "atlas-1", "3", "https://atlas.example/1"),
            ("2025-10", "Gulf Courier", "", "gulf-7", "2", ""),
        ],
        id="articles",
    ),
    pytest.param(
        "namesakes",
        {},
        [
            (
                "Singh", "Kirti Vardhan Singh", "Rajnath Singh",
                at("person/kirti-vardhan-singh"), at("person/rajnath-singh"),
            )
        ],
        id="namesakes",
    ),
    pytest.param(
        "sources",
        {"entity": SINGH},
        [
            (
                SINGH, "2025-09-24", "Atlas Wire", "Singh in Rabat", SINGH, "Defence Minister",
                "https://atlas.example/1",
            ),
            (SINGH, "2025-10", "Gulf Courier", "", SINGH, "", ""),
        ],
        id="sources",
    ),
    pytest.param(
        "entities",
        {"kind": "corporation"},
        [
            ("Tata Advanced Systems", "Corporation", "1", "0", at("company/tasl")),
            ("Tata Sons", "Corporation", "0", "0", at("company/tata-sons")),
        ],
        id="entities",
    ),
    pytest.param(
        "common-contacts",
        {"one": "Ryad Mezzour", "other": "Omar Hejira"},
        [(SINGH, "Ryad Mezzour", "Omar Hejira", "2", "1")],
        id="common contacts",
    ),
    pytest.param(
        "what-happened",
        {"modality": "planned"},
        [("Meeting", "planned", "1", "1")],
        id="what happened",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("name", "values", "rows"), ANSWERS)
def test_answers(story: Store, name: str, values: dict[str, object], rows: Rows) -> None:
    assert ours(story, queries.named(name).bind(story, **values)) == rows


def test_each_query_has_an_answer_above() -> None:
    answered = {case.values[0] for case in ANSWERS}
    assert answered == set(queries.load())
