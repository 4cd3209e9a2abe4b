"""The world does not depend on the order in which it is told."""

import random
from collections.abc import Callable
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from relgraph.iri import DEFAULT_BASE
from relgraph.model import Article, Extraction, World
from relgraph.resolve import resolve

Reading = tuple[str, Article, Extraction]
Tell = Callable[..., Reading]

REFERENTS = (
    "Person|Rajnath Singh|IN|Defence Minister|Singh",
    "Person|Rajnath Singh",
    "Person|Rajnath Singh|MA|Ambassador",
    "Person|Abdeltif Loudiyi|MA|Defence Minister",
    "Person|Abdelatif Loudyi|MA|Minister of Defence",
    "Person|Singh|IN|Defence Minister",
    "Company|Tata Advanced Systems Limited|||TASL",
    "Company|TASL",
    "Organization|Tanger Automotive Supply Lines|||TASL",
    "GovernmentBody|Ministry of Defence|IN",
    "GovernmentBody|Ministry of Defence",
    "GovernmentBody|Indian Ministry of Defence",
    "Person|Kestrel Atlas",
    "Company|Kestrel Atlas",
    "Product|Kestrel Atlas|||Atlas Kestrel",
    "Program|Atlas Kestrel",
    "Country|Morocco",
    "Place|Hyderabad",
    "Place|Hyderabad|PK",
    "Facility|gear plant",
    "Facility|factory for gearboxes",
    "Facility|Kessler Werk",
    "Agreement|MoU",
)
DATES = ("", "2025-09-22", "2025-09-23", "2025-09", "2025", "XXXX-09-22", "2025-09-22/2025-09-23")
RELATIONS = ("signed", "met", "visited", "inaugurated", "invited")
DAYS = ("", "2025-09-20", "2025-09-24", "2025-10-02", "2024")


@st.composite
def articles(draw: st.DrawFn) -> tuple[list[str], list[str], list[str], str]:
    referents = draw(st.lists(st.sampled_from(REFERENTS), min_size=2, max_size=6))
    who = st.integers(1, len(referents)).map(lambda number: f"e{number}")
    events = [
        " ".join(
            [
                draw(st.sampled_from(RELATIONS)),
                *(f"agent={one}" for one in draw(st.lists(who, max_size=2, unique=True))),
                *(f"counterpart={one}" for one in draw(st.lists(who, max_size=2, unique=True))),
                *(f"object={one}" for one in draw(st.lists(who, max_size=1))),
                f"date={draw(st.sampled_from(DATES))}",
                f"modality={draw(st.sampled_from(['asserted', 'asserted', 'planned']))}",
            ]
        )
        for _ in range(draw(st.integers(0, 4)))
    ]
    states = [
        f"{draw(st.sampled_from(['holds_office', 'part_of']))} {draw(who)} {draw(who)} Minister"
        for _ in range(draw(st.integers(0, 2)))
    ]
    return referents, events, states, draw(st.sampled_from(DAYS))


def backwards(extraction: Extraction) -> Extraction:
    """Turn round all that has no order, which is also how a store may give it back."""
    return replace(
        extraction,
        referents=extraction.referents[::-1],
        events=tuple(
            replace(event, participants=event.participants[::-1], topics=event.topics[::-1])
            for event in extraction.events[::-1]
        ),
        states=extraction.states[::-1],
    )


@given(told=st.lists(articles(), min_size=1, max_size=7), shuffle=st.randoms(use_true_random=False))
@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_the_order_of_articles_changes_nothing(
    tell: Tell, told: list[tuple[list[str], list[str], list[str], str]], shuffle: random.Random
) -> None:
    readings = [
        tell(f"article-{number}", referents, events, states=states, published=published)
        for number, (referents, events, states, published) in enumerate(told)
    ]
    shuffled = [(iri, article, backwards(extraction)) for iri, article, extraction in readings]
    shuffle.shuffle(shuffled)

    world = resolve(readings, base=DEFAULT_BASE)

    assert resolve(shuffled, base=DEFAULT_BASE) == world
    check(world, readings)


def check(world: World, readings: list[Reading]) -> None:
    """Assert what holds of every world: nothing is lost, and no two things share an IRI."""
    claims = sum(len(extraction.events) for _, _, extraction in readings)
    referents = [node for entity in world.entities for node in entity.referents]
    iris = [entity.iri for entity in world.entities]
    iris += [event.iri for event in world.events] + [state.iri for state in world.states]
    ends = {one.who for event in world.events for one in event.participants}
    ends |= {end for event in world.events for end in (event.object, event.place) if end}

    assert len(referents) == len(set(referents)) == sum(len(x.referents) for _, _, x in readings)
    assert len(iris) == len(set(iris))
    assert sum(len(event.evidence) for event in world.events) <= claims
    assert ends <= {entity.iri for entity in world.entities}
    assert all(event.object not in {p.who for p in event.participants} for event in world.events)


def test_nothing_told_is_an_empty_world() -> None:
    assert resolve([], base=DEFAULT_BASE) == World()


def test_a_year_of_daily_meetings_stays_as_many_meetings(tell: Tell) -> None:
    days = [
        f"{year}-{month:02}-{day:02}"
        for year in (2024, 2025)
        for month in range(1, 13)
        for day in range(1, 29)
    ]
    cast = (REFERENTS[0], REFERENTS[3])
    readings = [tell(day, cast, [f"met agent=e1 counterpart=e2 date={day}"]) for day in days]

    world = resolve(readings, base=DEFAULT_BASE)

    assert sorted(event.date for event in world.events) == days
    assert len(world.entities) == 2
