"""Which referents of two articles are one thing of the world."""

from collections.abc import Callable

import pytest

from relgraph.iri import DEFAULT_BASE
from relgraph.model import Article, Extraction, World
from relgraph.resolve import resolve

Reading = tuple[str, Article, Extraction]
Tell = Callable[..., Reading]


def names(world: World) -> list[str]:
    return sorted(entity.label for entity in world.entities)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Person|Omar Hejira", "Person|H.E. Mr Omar Hejira", id="honorific"),
        pytest.param("Person|Milica Stanojević", "Person|Milica Stanojevic", id="accents"),
        pytest.param("Person|Đorđe Živanović", "Person|Djordje Zivanovic", id="two-ways-to-spell"),
        pytest.param("Person|Jürgen Groß", "Person|Juergen Gross", id="umlaut"),
        pytest.param("Person|Ana Ruiz|ES", "Person|Ana Ruiz", id="country-known-once"),
        pytest.param(
            "Person|Abdelatif Loudyi|MA|Defence Minister",
            "Person|Abdeltif Loudiyi|MA|Minister of Defense",
            id="variant-with-office-and-country",
        ),
        pytest.param(
            "Person|Abdeltif Loudiyi|MA||Abdelatif Loudyi",
            "Person|Abdelatif Loudyi|MA",
            id="variant-that-one-text-gives",
        ),
        pytest.param("Person|Lula|BR|President", "Person|Lula|BR|President", id="one-word-office"),
        pytest.param("Country|Moroccan", "Country|Kingdom of Morocco", id="country"),
        pytest.param("Country|Ivory Coast", "Country|Côte d'Ivoire", id="country-in-french"),
        pytest.param("Place|Rabat", "Place|Rabat|MA", id="capital"),
        pytest.param("Place|Pančevo", "Place|Pancevo", id="place-accents"),
        pytest.param(
            "Company|Tata Advanced Systems Limited",
            "Company|Tata Advanced Systems",
            id="legal-form",
        ),
        pytest.param(
            "Company|Kessler & Sohn",
            "Company|Kessler & Sohn Antriebstechnik GmbH|||Kessler & Sohn",
            id="short-name-that-one-text-gives",
        ),
        pytest.param(
            "Company|Tata Advanced Systems Limited|||TASL", "Company|TASL", id="acronym-expanded"
        ),
        pytest.param("Company|ZQXV", "Company|ZQXV", id="acronym-never-expanded"),
        pytest.param(
            "GovernmentBody|Hamburg Police", "GovernmentBody|Hamburg Police", id="office-of-a-town"
        ),
        pytest.param(
            "GovernmentBody|Ministry of Defence|IN",
            "GovernmentBody|Indian Defense Ministry|IN",
            id="ministry-of-one-country",
        ),
        pytest.param(
            "Organization|United Nations", "GovernmentBody|UN", id="known-body-of-two-kinds"
        ),
        pytest.param("Company|Blue Harbour", "Organization|Blue Harbour", id="kinds-of-bodies"),
        pytest.param("Product|Akash missile", "Product|Akash Missile", id="product"),
    ],
)
def test_two_referents_are_one_thing(tell: Tell, one: str, other: str) -> None:
    world = resolve([tell("a", [one]), tell("b", [other])], base=DEFAULT_BASE)

    assert len(world.entities) == 1
    assert len(world.entities[0].referents) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Person|Rajnath Singh|IN", "Person|Kirti Vardhan Singh|IN", id="surname"),
        pytest.param("Person|Ana Ruiz|ES", "Person|Ana Ruiz|MX", id="namesakes-of-two-countries"),
        pytest.param("Person|Singh", "Person|Singh", id="bare-surname"),
        pytest.param("Person|Singh|IN", "Person|Singh|IN", id="bare-surname-of-one-country"),
        pytest.param(
            "Person|Lula|BR|President", "Person|Lula|BR|Mayor", id="one-word-of-two-offices"
        ),
        pytest.param(
            "Person|Mohammed V|MA|King", "Person|Mohammed VI|MA|King", id="differs-in-a-number"
        ),
        pytest.param(
            "Person|Mohamed Amrani|MA|Minister", "Person|Mohamed Amrane|MA|Mayor", id="other-office"
        ),
        pytest.param(
            "Person|Mohamed Amrani||Minister", "Person|Mohamed Amrane||Minister", id="no-country"
        ),
        pytest.param(
            "Person|Karim Salah Idrissi|MA|Judge", "Person|Karim Salim Idrissi|MA|Judge", id="word"
        ),
        pytest.param(
            "Person|A B|||Defence Minister Singh",
            "Person|C D|||Defence Minister Singh",
            id="titled-alias-is-no-name",
        ),
        pytest.param("Product|Agni 4", "Product|Agni 5", id="digit"),
        pytest.param("Company|Tata Motors", "Company|Tata Steel", id="other-word"),
        pytest.param(
            "GovernmentBody|Ministry of Defence|IN",
            "GovernmentBody|Ministry of Defence|MA",
            id="ministries-of-two-countries",
        ),
        pytest.param(
            "GovernmentBody|Ministry of Defence",
            "GovernmentBody|Ministry of Defence",
            id="ministries-of-nobody-knows",
        ),
        pytest.param("Place|Hyderabad|IN", "Place|Hyderabad|PK", id="places-of-two-countries"),
        pytest.param(
            "Facility|defence manufacturing facility",
            "Facility|defence manufacturing facility",
            id="described-facility",
        ),
        pytest.param(
            "Agreement|Memorandum of Understanding",
            "Agreement|Memorandum of Understanding",
            id="any-memorandum",
        ),
        pytest.param("Agreement|Free Trade Agreement", "Agreement|Free Trade Agreement", id="fta"),
        pytest.param("Product|Mercury", "Place|Mercury", id="kinds-apart"),
    ],
)
def test_two_referents_stay_two(tell: Tell, one: str, other: str) -> None:
    world = resolve([tell("a", [one]), tell("b", [other])], base=DEFAULT_BASE)

    assert len(world.entities) == 2
    assert len({entity.iri for entity in world.entities}) == 2


def test_namesakes_have_iris_of_their_own_and_one_of_no_country_joins_neither(tell: Tell) -> None:
    readings = [
        tell("a", ["Person|Ana Ruiz|ES"]),
        tell("b", ["Person|Ana Ruiz|MX"]),
        tell("c", ["Person|Ana Ruiz"]),
    ]

    world = resolve(readings, base=DEFAULT_BASE)

    assert names(world) == ["Ana Ruiz"] * 3
    assert sorted(entity.country for entity in world.entities) == ["", "ES", "MX"]
    assert len({entity.iri for entity in world.entities}) == 3


def test_an_acronym_of_two_expansions_joins_neither(tell: Tell) -> None:
    readings = [
        tell("a", ["Company|Tanger Automotive Supply Lines|||TASL"]),
        tell("b", ["Company|Tata Advanced Systems Limited|||TASL"]),
        tell("c", ["Company|TASL"]),
    ]

    world = resolve(readings, base=DEFAULT_BASE)

    assert names(world) == [
        "TASL",
        "Tanger Automotive Supply Lines",
        "Tata Advanced Systems Limited",
    ]


def test_the_label_is_the_form_that_most_articles_use(tell: Tell) -> None:
    readings = [
        tell("a", ["Person|Abdelatif Loudyi|MA|Defence Minister"]),
        tell("b", ["Person|Abdeltif Loudiyi|MA|Defence Minister|Loudiyi"]),
        tell("c", ["Person|Mr Abdeltif Loudiyi|MA|Defence Minister"]),
    ]

    (loudiyi,) = resolve(readings, base=DEFAULT_BASE).entities

    assert loudiyi.label == "Abdeltif Loudiyi"
    assert loudiyi.aliases == ("Abdelatif Loudyi", "Loudiyi", "Mr Abdeltif Loudiyi")
    assert loudiyi.iri == f"{DEFAULT_BASE}person/abdeltif-loudiyi"


def test_an_office_is_labelled_with_its_country(tell: Tell) -> None:
    readings = [
        tell("a", ["GovernmentBody|Ministry of Defence|IN", "GovernmentBody|Indian Army|IN"]),
        tell("b", ["GovernmentBody|Ministry of Defence|MA"]),
    ]

    assert names(resolve(readings, base=DEFAULT_BASE)) == [
        "Indian Army",
        "Ministry of Defence (India)",
        "Ministry of Defence (Morocco)",
    ]


def test_an_office_is_of_the_country_that_its_article_says_or_its_holder_has(tell: Tell) -> None:
    ministry = "GovernmentBody|Ministry of Industry and Trade"
    readings = [
        tell("a", [ministry, "Country|Morocco"], states=["part_of e1 e2"]),
        tell("b", [ministry, "Person|Hanane Oulbacha"], states=["holds_office e2 e1 Director"]),
        tell("c", ["Person|Hanane Oulbacha|MA|Director"]),
        tell("d", [ministry]),
    ]

    assert names(resolve(readings, base=DEFAULT_BASE)) == [
        "Hanane Oulbacha",
        "Ministry of Industry and Trade",
        "Ministry of Industry and Trade (Morocco)",
        "Morocco",
    ]


@pytest.mark.parametrize(
    ("kinds", "number"),
    [
        pytest.param(["Organization", "Product", "Person"], 1, id="nothing-says-a-person"),
        pytest.param(["Product", "Program", "Facility"], 1, id="things"),
        pytest.param(["Company", "Person", "Person"], 2, id="most-say-a-person"),
        pytest.param(["Company", "Place"], 2, id="a-place-is-a-place"),
    ],
)
def test_one_full_name_of_several_kinds_is_one_thing(
    tell: Tell, kinds: list[str], number: int
) -> None:
    readings = [tell(str(n), [f"{kind}|Kestrel Atlas"]) for n, kind in enumerate(kinds)]

    assert len(resolve(readings, base=DEFAULT_BASE).entities) == number


def test_a_person_with_an_office_is_not_the_company_of_that_name(tell: Tell) -> None:
    readings = [
        tell("a", ["Company|Hugo Boss"]),
        tell("b", ["Company|Hugo Boss"]),
        tell("c", ["Person|Hugo Boss||tailor|Boss"]),
    ]

    assert len(resolve(readings, base=DEFAULT_BASE).entities) == 2


def test_a_known_country_brings_its_names_and_identifiers(tell: Tell) -> None:
    (morocco,) = resolve([tell("a", ["Country|Moroccan"])], base=DEFAULT_BASE).entities

    assert (morocco.label, morocco.country) == ("Morocco", "MA")
    assert {"Moroccan", "Kingdom of Morocco"} <= set(morocco.aliases)
    assert "http://www.wikidata.org/entity/Q1028" in morocco.matches


@pytest.mark.parametrize(
    ("one", "other", "number"),
    [
        pytest.param(
            "Facility|gear plant", "Facility|factory for industrial gearboxes", 1, id="one"
        ),
        pytest.param("Facility|gear plant", "Facility|water plant", 2, id="other-things"),
        pytest.param("Facility|gear plant", "Agreement|gear agreement", 2, id="other-kinds"),
        pytest.param("Facility|gear plant", "Facility|Zrenjanin Gear Works", 1, id="named-once"),
    ],
)
def test_a_described_thing_is_known_by_its_event(
    tell: Tell, one: str, other: str, number: int
) -> None:
    told = ["inaugurated agent=e2 agent=e3 object=e1 date=2024-09-19"]
    people = ["Person|Ulrich Kessler", "Person|Milica Stanojević"]

    world = resolve(
        [tell("a", [one, *people], told), tell("b", [other, *people], told)], base=DEFAULT_BASE
    )

    things = [entity for entity in world.entities if entity.kind != "Person"]
    assert len(things) == number
    assert len(world.events) == number


def test_a_described_thing_keeps_its_iri_whoever_tells_of_it(tell: Tell) -> None:
    told = ["signed agent=e2 agent=e3 object=e1 date=2025-09-22"]
    referents = ["Agreement|Memorandum of Understanding", "Country|India", "Country|Morocco"]
    worlds = [resolve([tell(name, referents, told)], base=DEFAULT_BASE) for name in ("a", "b")]

    mine, theirs = ([e.iri for e in world.entities if e.kind == "Agreement"] for world in worlds)
    assert mine == theirs


def test_two_agreements_signed_at_once_have_two_iris(tell: Tell) -> None:
    reading = tell(
        "a",
        [
            "Agreement|fisheries agreement",
            "Agreement|ports agreement",
            "Country|India",
            "Country|Oman",
        ],
        [
            "signed agent=e3 agent=e4 object=e1 date=2025-09-22",
            "signed agent=e3 agent=e4 object=e2 date=2025-09-22",
        ],
    )

    world = resolve([reading], base=DEFAULT_BASE)

    assert len({entity.iri for entity in world.entities}) == 4
    assert len({event.iri for event in world.events}) == 2
