"""Which reports tell of one event."""

from collections.abc import Callable

import pytest

from relgraph.iri import DEFAULT_BASE
from relgraph.model import Article, Extraction, Modality, Participant, World
from relgraph.resolve import resolve

Reading = tuple[str, Article, Extraction]
Tell = Callable[..., Reading]

CAST = (
    "Person|Rajnath Singh|IN|Defence Minister",
    "Person|Abdeltif Loudiyi|MA|Defence Minister",
    "Person|Ryad Mezzour|MA|Minister of Trade",
    "Country|Morocco",
    "Place|Rabat|MA",
    "Agreement|Memorandum of Understanding",
    "Agreement|Phosphate Supply Accord",
    "Facility|defence plant",
    "Place|New Delhi|IN",
    "Country|India|IN",
    "Person|Piyush Goyal|IN|Minister of Commerce",
)


def two_reports(tell: Tell, one: str, other: str, *, days_between: int = 0) -> World:
    later = f"2025-09-{24 + days_between:02}"
    return resolve(
        [tell("a", CAST, [one]), tell("b", CAST, [other], published=later)], base=DEFAULT_BASE
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            "met agent=e1 counterpart=e2 date=2025-09-22",
            "met agent=e2 counterpart=e1 date=2025-09-22",
            id="told-from-the-other-side",
        ),
        pytest.param(
            "met agent=e1 counterpart=e2 counterpart=e3 date=2025-09-22",
            "met agent=e1 counterpart=e2 date=2025-09-22",
            id="fewer-parties",
        ),
        pytest.param(
            "met agent=e1 counterpart=e2 date=2025-09-22",
            "met agent=e1 counterpart=e2",
            id="undated",
        ),
        pytest.param(
            "met agent=e1 counterpart=e2", "met agent=e1 counterpart=e2", id="both-undated"
        ),
        pytest.param(
            "met agent=e1 counterpart=e2 date=2025-09-22",
            "met agent=e1 counterpart=e2 date=2025-09",
            id="month-holds-the-day",
        ),
        pytest.param(
            "met agent=e1 counterpart=e2 date=2025-09-22",
            "met agent=e1 counterpart=e2 date=XXXX-09-22",
            id="day-of-no-year",
        ),
        pytest.param(
            "visited agent=e1 object=e4 date=2025-09-22/2025-09-23",
            "visited agent=e1 object=e4 date=2025-09-23",
            id="a-day-of-the-visit",
        ),
        pytest.param(
            "signed agent=e1 agent=e2 object=e6 date=2025-09-22",
            "signed agent=e1 counterpart=e2 object=e6 date=2025-09-22",
            id="described-object",
        ),
        pytest.param(
            "signed agent=e1 agent=e2 object=e6 date=2025-09-22",
            "signed agent=e1 agent=e2 date=2025-09-22",
            id="object-left-out",
        ),
        pytest.param(
            "inaugurated agent=e1 agent=e2 object=e8 date=2025-09-23",
            "inaugurated agent=e1 object=e8 date=2025-09-23",
            id="one-of-two-who-opened-it",
        ),
        pytest.param(
            "signed agent=e1 object=e7 date=2025-09-22",
            "signed object=e7 date=2025-09-22",
            id="nobody-named-but-the-thing",
        ),
        pytest.param(
            "signed agent=e1 agent=e2 object=e6 date=2025-09-22",
            "signed agent=e10 counterpart=e4 object=e6 date=2025-09-22",
            id="states-for-their-ministers",
        ),
        pytest.param(
            "invited agent=e2 counterpart=e1 date=2025-09-22",
            "invited counterpart=e1 date=2025-09-22",
            id="inviter-left-out",
        ),
    ],
)
def test_two_reports_are_one_event(tell: Tell, one: str, other: str) -> None:
    (event,) = two_reports(tell, one, other).events

    assert len(event.evidence) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            "met agent=e1 counterpart=e2 date=2025-09-22",
            "met agent=e1 counterpart=e2 date=2025-09-23",
            id="another-day",
        ),
        pytest.param(
            "met agent=e1 counterpart=e2 date=2025-09-22",
            "met agent=e1 counterpart=e3 date=2025-09-22",
            id="with-another-on-the-same-day",
        ),
        pytest.param(
            "met agent=e1 counterpart=e2 date=2025-09-22",
            "met agent=e1 date=2025-09-22",
            id="with-somebody-unnamed",
        ),
        pytest.param("met agent=e1", "met agent=e1", id="twice-with-somebody-unnamed"),
        pytest.param(
            "met agent=e1 counterpart=e2 date=2025-09-22",
            "met agent=e1 counterpart=e2 date=2025-09-22 modality=negated",
            id="denied",
        ),
        pytest.param(
            "met agent=e1 counterpart=e2 date=2025-09-22",
            "discussed agent=e1 counterpart=e2 date=2025-09-22",
            id="another-relation",
        ),
        pytest.param(
            "met agent=e1 counterpart=e2 date=2024-03-01",
            "met agent=e1 counterpart=e2",
            id="long-ago",
        ),
        pytest.param(
            "met agent=e1 counterpart=e2 date=2025-09-22 place=e5",
            "met agent=e1 counterpart=e2 date=2025-09-22 place=e9",
            id="in-another-country",
        ),
        pytest.param(
            "signed agent=e1 agent=e2 object=e6 date=2025-09-22",
            "signed agent=e1 agent=e2 object=e8 date=2025-09-22",
            id="another-kind-of-object",
        ),
        pytest.param(
            "signed agent=e1 agent=e2 object=e6 date=2025-09-22",
            "signed agent=e11 agent=e3 object=e6 date=2025-09-22",
            id="other-ministers-of-the-same-states",
        ),
        pytest.param(
            "met agent=e1 counterpart=e2 date=2025-09-22",
            "met agent=e10 counterpart=e4 date=2025-09-22",
            id="states-meet-often",
        ),
        pytest.param(
            "visited agent=e1 object=e4 date=2025-09-22",
            "visited agent=e1 object=e5 date=2025-09-22",
            id="another-destination",
        ),
        pytest.param(
            "invited agent=e2 counterpart=e1 date=2025-09-22",
            "invited agent=e2 counterpart=e3 date=2025-09-22",
            id="another-guest",
        ),
        pytest.param(
            "handed_over agent=e1 counterpart=e2 text=keys date=2025-09-22",
            "handed_over agent=e1 counterpart=e2 text=vaccines date=2025-09-22",
            id="another-gift",
        ),
    ],
)
def test_two_reports_stay_two_events(tell: Tell, one: str, other: str) -> None:
    events = two_reports(tell, one, other).events

    assert len(events) == 2
    assert len({event.iri for event in events}) == 2


def test_an_undated_report_weeks_later_is_of_something_else(tell: Tell) -> None:
    met = "met agent=e1 counterpart=e2"
    readings = [
        tell("a", CAST, [f"{met} date=2025-09-02"], published="2025-09-03"),
        tell("b", CAST, [met], published="2025-09-24"),
    ]

    assert len(resolve(readings, base=DEFAULT_BASE).events) == 2


def test_an_undated_report_that_could_mean_two_meetings_joins_neither(tell: Tell) -> None:
    met = "met agent=e1 counterpart=e2"
    readings = [
        tell("a", CAST, [f"{met} date=2025-09-22"]),
        tell("b", CAST, [f"{met} date=2025-09-24"]),
        tell("c", CAST, [met]),
    ]

    events = resolve(readings, base=DEFAULT_BASE).events

    assert sorted(event.date for event in events) == ["", "2025-09-22", "2025-09-24"]


def test_five_outlets_make_one_event(tell: Tell) -> None:
    met = "met agent=e1 counterpart=e2"
    readings = [
        tell("a", CAST, [f"{met} date=2025-09-22 place=e5 topic=defence"]),
        tell("b", CAST, [f"{met} date=2025-09 place=e4"]),
        tell("c", CAST, [met]),
        tell("d", CAST, [f"{met} counterpart=e3 date=2025-09-22 topic=trade"]),
        tell("e", CAST, [f"{met} date=2025"]),
    ]

    (event,) = resolve(readings, base=DEFAULT_BASE).events

    assert len({node.partition("#")[0] for node in event.evidence}) == 5
    assert event.date == "2025-09-22"
    assert event.place == f"{DEFAULT_BASE}place/rabat"
    assert event.topics == ("defence", "trade")
    assert event.participants == (
        Participant(f"{DEFAULT_BASE}person/rajnath-singh", "agent"),
        Participant(f"{DEFAULT_BASE}person/abdeltif-loudiyi", "counterpart"),
        Participant(f"{DEFAULT_BASE}person/ryad-mezzour", "counterpart"),
    )


def test_a_visit_is_as_long_as_the_longest_report_says(tell: Tell) -> None:
    visited = "visited agent=e1 object=e4"
    readings = [
        tell("a", CAST, [f"{visited} date=2025-09-22"]),
        tell("b", CAST, [f"{visited} date=2025-09-22/2025-09-23"]),
        tell("c", CAST, [f"{visited} date=2025-09-23"]),
    ]

    (visit,) = resolve(readings, base=DEFAULT_BASE).events

    assert visit.date == "2025-09-22/2025-09-23"
    assert visit.object == f"{DEFAULT_BASE}country/morocco"


def test_a_plan_and_its_fulfilment_are_kept_apart(tell: Tell) -> None:
    world = two_reports(
        tell,
        "met agent=e1 counterpart=e2 date=2025-09-26 modality=planned",
        "met agent=e1 counterpart=e2 date=2025-09-26",
        days_between=3,
    )

    assert {event.modality for event in world.events} == {Modality.PLANNED, Modality.ASSERTED}


def test_what_an_event_is_about_is_no_party_to_it(tell: Tell) -> None:
    reading = tell("a", CAST, ["visited agent=e1 agent=e4 object=e4 date=2025-09-22"])

    (visit,) = resolve([reading], base=DEFAULT_BASE).events

    assert [one.who for one in visit.participants] == [f"{DEFAULT_BASE}person/rajnath-singh"]
    assert visit.object == f"{DEFAULT_BASE}country/morocco"


def test_two_undated_meetings_a_year_apart_have_two_iris(tell: Tell) -> None:
    met = ["met agent=e1 counterpart=e2"]
    readings = [
        tell("a", CAST, met, published="2024-09-24"),
        tell("b", CAST, met, published="2025-09-24"),
    ]

    assert len({event.iri for event in resolve(readings, base=DEFAULT_BASE).events}) == 2


def test_reports_without_any_date_join_within_one_article_alone(tell: Tell) -> None:
    met = "met agent=e1 counterpart=e2"
    readings = [
        tell("a", CAST, [met, f"{met} counterpart=e3"], published=""),
        tell("b", CAST, [met], published=""),
    ]

    events = resolve(readings, base=DEFAULT_BASE).events

    assert sorted(len(event.evidence) for event in events) == [1, 2]


def test_a_state_is_attested_on_the_day_of_each_article_that_says_so(tell: Tell) -> None:
    readings = [
        tell("a", CAST, states=["holds_office e2 e4 Defence Minister"]),
        tell(
            "b",
            CAST,
            states=["holds_office e2 e4 Moroccan Minister of Defence"],
            published="2025-10",
        ),
        tell("c", CAST, states=["holds_office e2 e4 Minister of Health"], published=""),
        # Filed on a day of a year that nobody knows.
        tell("d", CAST, states=["holds_office e2 e4 Minister of Health"], published="XXXX-09-08"),
    ]

    states = resolve(readings, base=DEFAULT_BASE).states

    assert sorted((state.title, state.attested) for state in states) == [
        ("Minister of Health", ()),
        ("Moroccan Minister of Defence", ("2025-09-24", "2025-10")),
    ]


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        pytest.param(
            ["holds_office e2 e4 Defence Minister"], ["country/morocco"], id="held-in-one"
        ),
        pytest.param([], [""], id="held-nobody-says-where"),
        pytest.param(
            ["holds_office e2 e4 Defence Minister", "holds_office e2 e5 Defence Minister"],
            ["", "country/morocco", "place/rabat"],
            id="held-in-one-of-two",
        ),
        pytest.param(["holds_office e2 e4 King"], ["", "country/morocco"], id="another-title"),
    ],
)
def test_an_office_held_nobody_says_where_is_the_only_one_of_that_title(
    tell: Tell, known: list[str], expected: list[str]
) -> None:
    readings = [
        tell("a", CAST, states=known),
        tell("b", CAST, states=["holds_office e2 - Defence Minister"]),
    ]

    states = resolve(readings, base=DEFAULT_BASE).states

    assert sorted(state.object.removeprefix(DEFAULT_BASE) for state in states) == expected


def test_nothing_is_part_of_itself(tell: Tell) -> None:
    cast = ["Company|Tata Advanced Systems", "Company|Tata Advanced Systems Ltd"]

    assert (
        resolve([tell("a", cast, states=["subsidiary_of e1 e2"])], base=DEFAULT_BASE).states == ()
    )
