import subprocess
import sys
from string import ascii_lowercase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relgraph import gazetteer, ontology
from relgraph.gazetteer import tables
from relgraph.gazetteer.spelling import is_one_slip, key


@pytest.mark.parametrize(
    ("name", "code"),
    [
        pytest.param("Morocco", "MA", id="common"),
        pytest.param("Kingdom of Morocco", "MA", id="official"),
        pytest.param("the Kingdom of Morocco", "MA", id="article"),
        pytest.param("Morocco's", "MA", id="possessive"),
        pytest.param("Morocco’s", "MA", id="typographic-possessive"),
        pytest.param("MOROCCO", "MA", id="capitals"),
        pytest.param("UAE", "AE", id="acronym"),
        pytest.param("the U.A.E.", "AE", id="acronym-with-stops"),
        pytest.param("UK", "GB", id="uk"),
        pytest.param("Britain", "GB", id="britain"),
        pytest.param("US", "US", id="us"),
        pytest.param("U.S.", "US", id="us-with-stops"),
        pytest.param("America", "US", id="america"),
        pytest.param("South Korea", "KR", id="south-korea"),
        pytest.param("Republic of Korea", "KR", id="republic-of-korea"),
        pytest.param("DPRK", "KP", id="dprk"),
        pytest.param("Ivory Coast", "CI", id="ivory-coast"),
        pytest.param("Côte d'Ivoire", "CI", id="cote-d-ivoire"),
        pytest.param("Cote d’Ivoire", "CI", id="cote-without-accent"),
        pytest.param("Türkiye", "TR", id="turkiye"),
        pytest.param("Turkey", "TR", id="turkey"),
        pytest.param("Czech Republic", "CZ", id="czech-republic"),
        pytest.param("Burma", "MM", id="burma"),
        pytest.param("Republic of the Congo", "CG", id="congo-brazzaville"),
        pytest.param("DR Congo", "CD", id="congo-kinshasa"),
        pytest.param("Guinea-Bissau", "GW", id="hyphen"),
        pytest.param("the Netherlands", "NL", id="netherlands"),
        pytest.param("Bosnia & Herzegovina", "BA", id="ampersand"),
        pytest.param("Palestine", "PS", id="palestine"),
        pytest.param("Kosovo", "XK", id="kosovo"),
        pytest.param("Moroccan", "MA", id="people"),
        pytest.param("Moroccans", "MA", id="peoples-plural"),
        pytest.param("Omani", "OM", id="omani"),
        pytest.param("British", "GB", id="british"),
        pytest.param("the Dutch", "NL", id="dutch"),
        pytest.param("Nigerian", "NG", id="nigerian"),
        pytest.param("Nigerien", "NE", id="nigerien"),
        pytest.param("Bissau-Guinean", "GW", id="bissau-guinean"),
        pytest.param("Moroccon", "MA", id="slip-in-people"),
        pytest.param("Ukranian", "UA", id="letter-missing"),
        pytest.param("Argentnia", "AR", id="letters-swapped"),
        pytest.param("Phillipines", "PH", id="letters-doubled-elsewhere"),
        pytest.param("Morroco", "MA", id="the-wrong-letter-doubled"),
        pytest.param("Omnai", "OM", id="letters-changed-places"),
        pytest.param("Tunisa", "TN", id="a-letter-left-out-of-a-short-word"),
    ],
)
def test_country(name: str, code: str) -> None:
    assert gazetteer.country_code(name) == code


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("Malto", id="too-short-for-a-slip"),
        pytest.param("Nigera", id="between-niger-and-nigeria"),
        pytest.param("Irap", id="between-iran-and-iraq"),
        pytest.param("Prussian", id="another-people"),
        pytest.param("Siberian", id="another-region"),
        pytest.param("Hollande", id="a-person"),
        pytest.param("Columbia", id="a-city"),
        pytest.param("us", id="a-pronoun"),
        pytest.param("polish", id="a-verb"),
        pytest.param("turkey", id="a-bird"),
        pytest.param("Singh", id="a-surname"),
        pytest.param("", id="nothing"),
        pytest.param(" \n", id="blanks"),
        pytest.param("'s", id="a-bare-ending"),
        pytest.param("The", id="a-bare-article"),
        pytest.param("...", id="stops"),
        pytest.param("Marruco", id="two-slips"),
        pytest.param("Romani", id="a-people-of-its-own"),
        pytest.param("Albani", id="a-surname"),
        pytest.param("~moroccan", id="a-mark-of-the-table"),
    ],
)
def test_no_country(name: str) -> None:
    assert gazetteer.country(name) is None


@pytest.mark.parametrize("name", ["Niger", "Mali", "Austria", "Iran", "Guinea", "Dominica"])
def test_neighbours_in_spelling_stay_apart(name: str) -> None:
    known = gazetteer.country(name)
    assert known is not None
    assert known.name == name


def test_country_tells_what_others_call_it() -> None:
    known = gazetteer.country("Moroccan")
    assert known == gazetteer.Known(
        "Morocco",
        "Country",
        "MA",
        aliases=("Kingdom of Morocco",),
        matches=("http://www.wikidata.org/entity/Q1028", "https://sws.geonames.org/2542007/"),
        population=36029138,
    )


@pytest.mark.parametrize("word", ["Congolese", "Dominican", "Korean", "Congo"])
def test_word_for_two_peoples_is_flagged(word: str) -> None:
    known = gazetteer.country(word)
    assert known is not None
    assert known.is_ambiguous


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        pytest.param("Omanis", True, id="plural"),
        pytest.param("Moroccon", True, id="slip"),
        pytest.param("Oman", False, id="country"),
        pytest.param("Ukrane", False, id="too-short"),
        pytest.param("polish", False, id="verb"),
        pytest.param("Rabat", False, id="city"),
    ],
)
def test_demonym(*, word: str, expected: bool) -> None:
    assert gazetteer.is_demonym(word) is expected


@pytest.mark.parametrize(
    ("name", "country", "label"),
    [
        pytest.param("Rabat", "MA", "Rabat", id="capital"),
        pytest.param("Berrechid", "MA", "Berrechid", id="town"),
        pytest.param("New Delhi", "IN", "New Delhi", id="two-words"),
        pytest.param("Bombay", "IN", "Mumbai", id="former-name"),
        pytest.param("Kiev", "UA", "Kyiv", id="other-spelling"),
        pytest.param("Marrakech", "MA", "Marrakesh", id="french-spelling"),
        pytest.param("Washington, D.C.", "US", "Washington", id="with-district"),
        pytest.param("São Paulo", "BR", "São Paulo", id="accent"),
        pytest.param("Sao Paulo", "BR", "São Paulo", id="no-accent"),
        pytest.param("Sana’a", "YE", "Sanaa", id="apostrophe"),
        pytest.param("N’Djamena", "TD", "N'Djamena", id="inner-apostrophe"),
        pytest.param("California", "US", "California", id="state"),
        pytest.param("Scotland", "GB", "Scotland", id="part-of-a-kingdom"),
        pytest.param("Hong Kong", "HK", "Hong Kong", id="territory"),
        pytest.param("the Red Sea", "", "Red Sea", id="sea"),
        pytest.param("West Bank", "PS", "West Bank", id="region"),
        pytest.param("northern Gaza", "PS", "northern Gaza", id="side-of-a-place"),
        pytest.param("South Lebanon", "LB", "South Lebanon", id="side-of-a-country"),
        pytest.param("Sidi Bouzid region", "TN", "Sidi Bouzid region", id="around-a-town"),
        pytest.param("AARHUS", "DK", "Aarhus", id="capitals"),
    ],
)
def test_place(name: str, country: str, label: str) -> None:
    known = gazetteer.place(name)
    assert known is not None
    assert (known.name, known.country, known.kind) == (label, country, "Place")


def test_place_of_the_country_asked_for() -> None:
    larger, smaller = gazetteer.place("Hyderabad"), gazetteer.place("Hyderabad", within="PK")
    assert larger is not None
    assert smaller is not None
    assert (larger.country, smaller.country) == ("IN", "PK")
    assert larger.is_ambiguous


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("nice", id="word"),
        pytest.param("Bank", id="word-and-town"),
        pytest.param("Mezzour", id="surname"),
        pytest.param("Singh", id="common-surname"),
        pytest.param("Tata", id="company"),
        pytest.param("UN", id="acronym"),
        pytest.param("South Africa", id="country-with-a-side"),
        pytest.param("Northern Alliance", id="side-of-a-small-town"),
        pytest.param("Bank region", id="around-a-word"),
    ],
)
def test_no_place(name: str) -> None:
    assert gazetteer.place(name) is None


def test_name_of_a_person_is_flagged() -> None:
    known = gazetteer.place("Nelson")
    assert known is not None
    assert known.is_ambiguous


def test_capital() -> None:
    rabat, casablanca = gazetteer.place("Rabat"), gazetteer.place("Casablanca")
    assert rabat is not None
    assert casablanca is not None
    assert (rabat.is_capital, casablanca.is_capital) == (True, False)


@pytest.mark.parametrize(
    ("name", "label", "kind", "country"),
    [
        pytest.param("UN", "United Nations", "Organization", "", id="acronym"),
        pytest.param("the U.N.", "United Nations", "Organization", "", id="stops"),
        pytest.param("WHO", "World Health Organization", "Organization", "", id="who"),
        pytest.param("Nato", "NATO", "Organization", "", id="spoken-acronym"),
        pytest.param("African Union", "African Union", "Organization", "", id="full"),
        pytest.param("African Union (AU)", "African Union", "Organization", "", id="brackets"),
        pytest.param("GCC", "Gulf Cooperation Council", "Organization", "", id="gcc"),
        pytest.param(
            "MEA", "Ministry of External Affairs", "GovernmentBody", "IN", id="known-ministry"
        ),
        pytest.param(
            "Moroccan Ministry of Industry and Trade",
            "Moroccan Ministry of Industry and Trade",
            "GovernmentBody",
            "MA",
            id="ministry-of-a-people",
        ),
        pytest.param(
            "the Ministry of Defence of Oman",
            "Ministry of Defence of Oman",
            "GovernmentBody",
            "OM",
            id="ministry-of-a-country",
        ),
        pytest.param("Foreign Ministry", "Foreign Ministry", "GovernmentBody", "", id="whose"),
        pytest.param(
            "Indian Embassy in Rabat",
            "Indian Embassy in Rabat",
            "GovernmentBody",
            "IN",
            id="embassy",
        ),
        pytest.param("US Navy", "US Navy", "GovernmentBody", "US", id="navy"),
        pytest.param("Foreign Office", "Foreign Office", "GovernmentBody", "", id="office"),
        pytest.param(
            "Federal Audit Office", "Federal Audit Office", "GovernmentBody", "", id="federal"
        ),
        pytest.param(
            "Japan Coast Guard Agency",
            "Japan Coast Guard Agency",
            "GovernmentBody",
            "JP",
            id="agency",
        ),
    ],
)
def test_body(name: str, label: str, kind: str, country: str) -> None:
    known = gazetteer.body(name)
    assert known is not None
    assert (known.name, known.kind, known.country) == (label, kind, country)


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("who", id="pronoun"),
        pytest.param("Who", id="pronoun-at-the-start"),
        pytest.param("Salvation Army", id="army-of-no-country"),
        pytest.param("Army", id="army-of-whom"),
        pytest.param("Tata Motors", id="company"),
        pytest.param("Ministry", id="ministry-of-what"),
        pytest.param("Jordan News Agency", id="news-agency"),
        pytest.param("Trump administration", id="administration-of-a-person"),
    ],
)
def test_no_body(name: str) -> None:
    assert gazetteer.body(name) is None


def test_body_has_the_iri_that_wikidata_gives_it() -> None:
    known = gazetteer.body("the UN")
    assert known is not None
    assert known.matches == ("http://www.wikidata.org/entity/Q1065",)


def test_kinds_are_of_the_ontology() -> None:
    rows = [*tables.countries().values(), *tables.places().values()]
    kinds = {row.split("\t")[1] for row in rows} | {one.kind for one in tables.bodies().values()}
    assert kinds <= set(ontology.load().kinds)


def test_every_row_can_be_read() -> None:
    rows = {*tables.countries().values(), *tables.places().values()}
    assert all(tables.read(row, is_shared=False).name for row in rows)


@given(st.text())
def test_any_text_can_be_looked_up(text: str) -> None:
    found = (gazetteer.country(text), gazetteer.place(text), gazetteer.body(text))
    assert len(found) == 3


@given(st.text())
def test_key_of_a_key_is_itself(text: str) -> None:
    assert key(key(text)) in {key(text), key(text).removeprefix("the "), ""}


@given(st.text(ascii_lowercase, min_size=2), st.data())
def test_one_letter_left_out_is_one_slip(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(word) - 1))
    shorter = word[:at] + word[at + 1 :]
    assert is_one_slip(shorter, word)
    assert is_one_slip(word, shorter)
    assert not is_one_slip(word, word)


def test_loading_is_quick() -> None:
    # Five times what it takes on the slowest machine that was at hand.
    measured = (
        "import time; from relgraph.gazetteer import tables; begin = time.process_time();"
        "tables.countries(), tables.places(), tables.bodies(); print(time.process_time() - begin)"
    )
    run = subprocess.run([sys.executable, "-c", measured], capture_output=True, check=True)
    assert float(run.stdout) < 0.25


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        pytest.param("Jamshid", True, id="central-asian"),
        pytest.param("Fátima", True, id="with-an-accent"),
        pytest.param("Nguyen", True, id="a-surname-that-stands-first"),
        pytest.param("Kassym-Jomart", True, id="hyphenated"),
        pytest.param("Ministry", False, id="a-body"),
        pytest.param("India", False, id="a-country"),
        pytest.param("hope", False, id="a-word"),
    ],
)
def test_words_that_peoples_names_begin_with(word: str, *, expected: bool) -> None:
    assert gazetteer.begins_person(word) is expected
