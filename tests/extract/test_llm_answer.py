"""What is kept of an answer, and why the rest of it is not."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relgraph.errors import InputError
from relgraph.extract.grounding import ground
from relgraph.extract.llm_answer import LONGEST_QUOTE, MOST, read_answer
from relgraph.model import Article, Modality, Participant, Span

TEXT = (
    "RABAT: On Monday, Rajnath Singh met\nRyad Mezzour in Rabat.\n"
    "Singh, the Defence Minister of India, invited him to Bengaluru. It rained.\n"
    "Canadian soldiers left the Bank of Oman."
)
ARTICLE = Article("a1", TEXT, published="2025-09-24")
MEETING = "On Monday, Rajnath Singh met Ryad Mezzour in Rabat."
OFFICE = "Singh, the Defence Minister of India, invited him to Bengaluru."

SINGH = {
    "id": "p1",
    "type": "Person",
    "name": "Rajnath Singh",
    "aliases": ["Singh"],
    "role": "Defence Minister",
}
MEZZOUR: dict[str, Any] = {
    "id": "p2",
    "type": "Person",
    "name": "Ryad Mezzour",
    "aliases": [],
    "role": None,
}
RABAT: dict[str, Any] = {"id": "x", "type": "Place", "name": "Rabat", "aliases": [], "role": None}
INDIA: dict[str, Any] = {
    "id": "in",
    "type": "Country",
    "name": "India",
    "aliases": [],
    "role": None,
}
MET = {
    "id": "v1",
    "type": "met",
    "participants": [{"id": "p1", "part": "agent"}, {"id": "p2", "part": "counterpart"}],
    "unnamed": [],
    "object": None,
    "object_text": None,
    "place": "x",
    "date": "2025-09-22",
    "date_text": "On Monday",
    "modality": "asserted",
    "topics": [],
    "evidence": [{"quote": MEETING, "trigger": "met"}],
}
HOLDS = {
    "type": "holds_office",
    "subject": "p1",
    "object": "in",
    "title": "Defence Minister",
    "modality": "asserted",
    "evidence": [{"quote": OFFICE, "trigger": "Defence Minister"}],
}


def answer(*, entities: Any = None, events: Any = (), states: Any = ()) -> str:
    given = [SINGH, MEZZOUR, RABAT, INDIA] if entities is None else entities
    return json.dumps({"entities": given, "events": list(events), "states": list(states)})


def spans(*words: str) -> tuple[Span, ...]:
    found = [TEXT.index(one) for one in words]
    return tuple(Span(at, at + len(one)) for at, one in zip(found, words, strict=True))


def test_a_good_answer_is_kept_whole() -> None:
    read = read_answer(answer(events=[MET], states=[HOLDS]), ARTICLE)
    assert (read.claims, read.refused, read.left_out) == (6, (), ())
    singh, mezzour, rabat, india = read.extraction.referents
    # Numbered as the text names them, whatever they were called.
    assert [r.id for r in read.extraction.referents] == ["e1", "e2", "e3", "e4"]
    assert (singh.name, singh.aliases, singh.role) == (
        "Rajnath Singh",
        ("Singh",),
        "Defence Minister",
    )
    assert singh.mentions == (*spans("Rajnath Singh"), Span(59, 64))
    assert (mezzour.name, rabat.name) == ("Ryad Mezzour", "Rabat")
    assert (india.name, india.country) == ("India", "IN")
    [met] = read.extraction.events
    assert met.participants == (Participant("e1", "agent"), Participant("e2", "counterpart"))
    assert (met.id, met.relation, met.place, met.date) == ("v1", "met", "e3", "2025-09-22")
    assert (met.date_text, met.modality) == ("On Monday", Modality.ASSERTED)
    [holds] = read.extraction.states
    assert (holds.id, holds.subject, holds.object, holds.title) == (
        "s1",
        "e1",
        "e4",
        "Defence Minister",
    )


def test_where_words_stand_is_found_and_not_believed() -> None:
    lying = MET | {"evidence": [{"quote": MEETING, "trigger": "met", "begin": 0, "end": 9999}]}
    read = read_answer(answer(events=[lying]), ARTICLE)
    [proof] = read.extraction.events[0].evidence
    quote = "On Monday, Rajnath Singh met\nRyad Mezzour in Rabat."
    assert (proof.span,) == spans(quote)
    assert proof.quote == quote
    assert (proof.trigger,) == spans("met")
    assert proof.arguments == (*spans("Rajnath Singh", "Ryad Mezzour"), Span(52, 57))
    assert proof.rule == "llm"


def test_the_contract_of_extract_is_read_too() -> None:
    given = {
        "entities": [SINGH | {"mentions": [[0, 99999]]}, MEZZOUR],
        "events": [
            MET
            | {
                "type": "other",
                "subtype": "spoke_with",
                "participants": ["p1", "p2"],
                "parts": {"p2": "counterpart"},
                "place": None,
                "confidence": 1.0,
                "evidence": [{"begin": 7, "end": 9, "quote": MEETING, "trigger": [0, 4]}],
            }
        ],
    }
    read = read_answer(json.dumps(given), ARTICLE)
    assert read.refused == ()
    [event] = read.extraction.events
    assert event.relation == "spoke_with"
    assert event.participants == (Participant("e1", "agent"), Participant("e2", "counterpart"))
    assert event.evidence[0].trigger == event.evidence[0].span
    assert event.confidence == 0.5


@pytest.mark.parametrize(
    ("relation", "who", "parts"),
    [
        pytest.param("invited", ["p1", "p2"], ["agent", "counterpart"], id="who-asked-whom"),
        pytest.param("appointed", ["p1"], ["counterpart"], id="who-got-the-post"),
        pytest.param("met", ["p1", "p2"], ["agent", "agent"], id="each-other"),
    ],
)
def test_parts_that_are_not_told(relation: str, who: list[str], parts: list[str]) -> None:
    event = MET | {"type": relation, "participants": who}
    read = read_answer(answer(events=[event]), ARTICLE)
    assert [one.part for one in read.extraction.events[0].participants] == parts


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        pytest.param(
            {"evidence": [{"quote": "Rajnath Singh kissed Ryad Mezzour.", "trigger": "kissed"}]},
            "the quote 'Rajnath Singh kissed Ryad Mezzour.' is not in the text",
            id="invented-quote",
        ),
        pytest.param(
            {"evidence": [{"quote": MEETING.replace("Rabat", "Fez"), "trigger": "met"}]},
            "the quote 'On Monday, Rajnath Singh met Ryad Mezzour in Fez.' is not in the text",
            id="one-word-changed",
        ),
        pytest.param(
            {"evidence": [{"quote": MEETING.lower(), "trigger": "met"}]},
            "the quote 'on monday, rajnath singh met ryad mezzour in rabat.' is not in the text",
            id="other-case",
        ),
        pytest.param(
            {"evidence": [{"quote": MEETING, "trigger": "rained"}]},
            "the trigger 'rained' is not in its quote",
            id="trigger-elsewhere",
        ),
        pytest.param({"evidence": []}, "no evidence", id="no-evidence"),
        pytest.param({"evidence": None}, "no evidence", id="null-evidence"),
        pytest.param({"evidence": "met"}, "'evidence' is not a list", id="evidence-of-no-list"),
        pytest.param({"evidence": ["met"]}, "not a JSON object", id="evidence-of-words"),
        pytest.param(
            {"evidence": [{"quote": 7, "trigger": "met"}]}, "'quote' is not a string", id="number"
        ),
        pytest.param(
            {"date_text": "last Friday"}, "the date_text 'last Friday' is not", id="date-text"
        ),
        pytest.param({"date": "Monday"}, "no ISO date: 'Monday'", id="no-iso"),
        pytest.param({"date": "2025-13-01"}, "no ISO date: '2025-13-01'", id="no-month"),
        pytest.param({"date": 20250922}, "'date' is not a string", id="date-of-no-text"),
        pytest.param({"type": "kissed"}, "no type 'kissed'", id="relation"),
        pytest.param({"type": "holds_office"}, "no type 'holds_office'", id="state-as-event"),
        pytest.param({"type": "other", "subtype": None}, "no type ''", id="other-of-no-kind"),
        pytest.param({"participants": [{"id": "p9", "part": "agent"}]}, "no entity 'p9'", id="who"),
        pytest.param(
            {"participants": [{"id": "p1", "part": "villain"}]}, "no part 'villain'", id="part"
        ),
        pytest.param({"participants": [7]}, "not a JSON object", id="who-of-no-name"),
        pytest.param({"place": "p9"}, "no entity 'p9'", id="place"),
        pytest.param({"object": "p9"}, "no entity 'p9'", id="object"),
        pytest.param(
            {"object_text": "trade pact"}, "the object_text 'trade pact' is not", id="object-text"
        ),
        pytest.param({"modality": "maybe"}, "'modality' is not asserted", id="modality"),
        pytest.param({"type": "signed"}, "signed without object", id="signed-nothing"),
        pytest.param({"type": "discussed"}, "discussed without topic", id="discussed-nothing"),
        pytest.param({"participants": []}, "met without parties", id="nobody"),
        pytest.param({"topics": ["x"] * 51}, "a list of 51", id="endless-list"),
    ],
)
def test_a_claim_is_refused_alone(changed: dict[str, Any], reason: str) -> None:
    read = read_answer(answer(events=[MET, MET | changed]), ARTICLE)
    assert len(read.extraction.events) == 1
    [told] = read.refused
    assert reason in told


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param({"type": "signed", "object_text": "Bank of Oman"}, id="object-in-words"),
        pytest.param({"type": "visited", "object": "x"}, id="object"),
        pytest.param({"type": "discussed", "topics": ["soldiers"]}, id="topic"),
        pytest.param({"participants": [], "unnamed": ["Canadian soldiers"]}, id="no-names"),
    ],
)
def test_a_claim_that_has_what_it_needs(changed: dict[str, Any]) -> None:
    read = read_answer(answer(events=[MET | changed]), ARTICLE)
    assert (len(read.extraction.events), read.refused) == (1, ())


def test_a_quote_of_half_the_text_shows_nothing() -> None:
    text = f"{MEETING} {'It rained. ' * 200}"
    event = MET | {"evidence": [{"quote": text.strip(), "trigger": "met"}]}
    read = read_answer(answer(events=[event]), Article("a1", text))
    assert len(text) > LONGEST_QUOTE
    assert read.extraction.events == ()


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        pytest.param({"name": "Aziz Rabbah"}, "the name 'Aziz Rabbah' is not", id="invented"),
        pytest.param({"name": "Rajnath Sing"}, "the name 'Rajnath Sing' is not", id="cut-short"),
        pytest.param({"name": ""}, "the name '' is not", id="nothing"),
        pytest.param({"name": None}, "the name '' is not", id="null"),
        pytest.param({"name": "him"}, "'him' is no name of a Person", id="pronoun"),
        pytest.param({"name": "soldiers"}, "'soldiers' is no name of a Person", id="noun"),
        pytest.param({"type": "God"}, "no type 'God'", id="kind"),
        pytest.param({"id": ""}, "no id of its own: ''", id="no-id"),
        pytest.param({"id": "p2"}, "no id of its own: 'p2'", id="id-of-another"),
        pytest.param({"name": ["Rajnath"]}, "'name' is not a string", id="name-of-no-text"),
        pytest.param({"aliases": [7]}, "'aliases' is not a list of strings", id="aliases"),
    ],
)
def test_with_an_entity_go_the_claims_about_it(changed: dict[str, Any], reason: str) -> None:
    given = answer(entities=[MEZZOUR, SINGH | changed, RABAT, INDIA], events=[MET], states=[HOLDS])
    read = read_answer(given, ARTICLE)
    assert [r.name for r in read.extraction.referents] == ["Ryad Mezzour", "Rabat", "India"]
    assert (read.extraction.events, read.extraction.states) == ((), ())
    assert len(read.refused) == 3
    assert reason in read.refused[0]


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        pytest.param({"subject": "in"}, "holds_office is not said of a Country", id="domain"),
        pytest.param({"object": "x"}, "holds_office is not said of a Place there", id="range"),
        pytest.param({"title": "Prime Minister"}, "the title 'Prime Minister' is not", id="title"),
        pytest.param({"subject": None}, "no subject or no object", id="nobody"),
        pytest.param({"title": None, "object": None}, "no subject or no object", id="nothing"),
        pytest.param({"type": "met"}, "no type 'met'", id="event-as-state"),
        pytest.param({"evidence": [{"quote": "x", "trigger": "x"}]}, "the quote 'x'", id="quote"),
    ],
)
def test_a_state_is_refused_alone(changed: dict[str, Any], reason: str) -> None:
    read = read_answer(answer(states=[HOLDS | changed, HOLDS]), ARTICLE)
    assert [state.title for state in read.extraction.states] == ["Defence Minister"]
    [told] = read.refused
    assert reason in told


@pytest.mark.parametrize(
    ("entity", "event", "reason"),
    [
        pytest.param({"aliases": ["Singh", "Raj"]}, {}, "aliases: 'Raj' is not", id="alias"),
        pytest.param({"role": "king"}, {}, "role: 'king' is not", id="role"),
        pytest.param({}, {"topics": ["chess"]}, "topics: 'chess' is not", id="topic"),
        pytest.param({}, {"unnamed": ["the press"]}, "unnamed: 'the press'", id="unnamed"),
        pytest.param({}, {"date_text": None}, "the date '2025-09-22'", id="date-of-no-words"),
        pytest.param({}, {"place": "p2"}, "place: a Person is no place", id="place-in-a-person"),
    ],
)
def test_what_only_adorns_a_claim_is_left_out(
    entity: dict[str, Any], event: dict[str, Any], reason: str
) -> None:
    given = answer(entities=[SINGH | entity, MEZZOUR, RABAT], events=[MET | event])
    read = read_answer(given, ARTICLE)
    assert len(read.extraction.events) == 1
    assert read.refused == ()
    [told] = read.left_out
    assert reason in told


def test_a_date_that_no_words_say_is_not_kept() -> None:
    read = read_answer(answer(events=[MET | {"date_text": None}]), ARTICLE)
    assert read.extraction.events[0].date == ""


def test_a_country_may_be_named_by_its_people() -> None:
    canada = INDIA | {"id": "ca", "name": "Canada", "aliases": ["Canadian"]}
    spain = INDIA | {"id": "es", "name": "Spain", "aliases": ["Canadian"]}
    read = read_answer(answer(entities=[canada, spain]), ARTICLE)
    [kept] = read.extraction.referents
    assert (kept.name, kept.country, kept.mentions) == ("Canada", "CA", spans("Canadian"))
    assert read.refused == ("entity 2: the name 'Spain' is not in the text",)


def test_pronouns_and_nouns_are_no_other_names() -> None:
    read = read_answer(answer(entities=[MEZZOUR | {"aliases": ["him", "soldiers"]}]), ARTICLE)
    assert read.extraction.referents[0].aliases == ()


def test_a_paper_may_be_only_described() -> None:
    article = Article("a1", "They signed a pact.")
    pact = {"id": "p", "type": "Agreement", "name": "pact"}
    assert read_answer(answer(entities=[pact]), article).refused == ()


def test_a_reason_is_short_however_much_was_written() -> None:
    read = read_answer(answer(events=[MET | {"date": "9" * 99_999}]), ARTICLE)
    [told] = read.refused
    assert len(told) < 100


def test_a_name_inside_a_longer_one_is_no_mention() -> None:
    bank = {"id": "b", "type": "Company", "name": "Bank of Oman"}
    oman = {"id": "o", "type": "Country", "name": "Oman"}
    read = read_answer(answer(entities=[oman, bank]), ARTICLE)
    assert [(r.name, r.mentions) for r in read.extraction.referents] == [
        ("Bank of Oman", spans("Bank of Oman")),
        ("Oman", ()),
    ]


def test_claims_are_numbered_in_the_order_of_the_text() -> None:
    later = MET | {
        "id": "v1",
        "type": "invited",
        "date": None,
        "date_text": None,
        "evidence": [{"quote": OFFICE, "trigger": "invited"}],
    }
    read = read_answer(answer(events=[later, MET]), ARTICLE)
    assert [(e.id, e.relation) for e in read.extraction.events] == [
        ("v1", "met"),
        ("v2", "invited"),
    ]


def test_what_is_said_twice_is_one_claim() -> None:
    read = read_answer(answer(events=[MET, MET | {"id": "v2"}], states=[HOLDS, HOLDS]), ARTICLE)
    assert [event.id for event in read.extraction.events] == ["v1"]
    assert [state.id for state in read.extraction.states] == ["s1"]


@pytest.mark.parametrize("fence", ["```json\n{}\n```", "\n```\n{}\n```\n"])
def test_json_in_fences_is_json(fence: str) -> None:
    content = fence.replace("{}", answer(events=[MET]))
    assert len(read_answer(content, ARTICLE).extraction.events) == 1


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        pytest.param("", "the answer is no JSON: Expecting value", id="nothing"),
        pytest.param("Sure! Here it is:", "the answer is no JSON: Expecting value", id="prose"),
        pytest.param('{"entities": [', "the answer is no JSON", id="cut-off"),
        pytest.param('```json\n{"entities": [', "the answer is no JSON", id="cut-off-in-a-fence"),
        pytest.param("[" * 100_000, "the answer is no JSON", id="too-deep"),
        pytest.param('{"events": NaN}', "the answer is no JSON: NaN is no number", id="nan"),
        pytest.param("[]", "the answer: not a JSON object", id="list"),
        pytest.param("null", "the answer: not a JSON object", id="null"),
        pytest.param('{"events": {}}', "the answer: 'events' is not a list", id="no-list"),
        pytest.param(
            json.dumps({"entities": [{}] * (MOST + 1)}),
            "the answer makes 1,001 claims, over the limit of 1,000",
            id="endless",
        ),
    ],
)
def test_what_is_no_answer(content: str, problem: str) -> None:
    with pytest.raises(InputError) as caught:
        read_answer(content, ARTICLE)
    assert problem in str(caught.value)


_JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.sampled_from(
        ["p1", "p2", "met", "Rabat", "Rajnath Singh", MEETING, "2025-09-22", "\ud800"]
    ),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from([*SINGH, *MET, *HOLDS, "quote", "trigger", "part"]), inner
        )
    ),
    max_leaves=12,
)


@given(_JSON, _JSON, st.sampled_from(list(MET)), st.sampled_from(list(SINGH)))
def test_no_answer_gets_round_the_law(value: Any, other: Any, key: str, own: str) -> None:
    content = json.dumps(
        {"entities": [SINGH | {own: other}, MEZZOUR, RABAT], "events": [MET | {key: value}, value]}
    )
    read = read_answer(content, ARTICLE)
    assert ground(ARTICLE, read.extraction) == (read.extraction, ())
    assert json.dumps(read.left_out) is not None
