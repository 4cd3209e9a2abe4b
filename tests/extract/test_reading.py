import pytest
from spacy.language import Language

from relgraph.errors import ArticleError, MissingPartError
from relgraph.extract.reading import LONGEST, load_model, paragraph_starts, read, read_all
from relgraph.model import Article

pytestmark = pytest.mark.model


def sentences(text: str, nlp: Language) -> list[str]:
    return [sentence.text.strip() for sentence in read(Article("a", text), nlp).doc.sents]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "RABAT (MAP) – Ministers met on Monday.\n\nThey left.",
            ["RABAT (MAP) –", "Ministers met on Monday.", "They left."],
            id="dateline apart",
        ),
        pytest.param(
            "OFFICE OF THE SPOKESPERSON\n\nTalks were held.",
            ["OFFICE OF THE SPOKESPERSON", "Talks were held."],
            id="heading",
        ),
        pytest.param(
            "They were received by Smt. Meera Nair and Eng. Ali Hassan today.",
            ["They were received by Smt. Meera Nair and Eng. Ali Hassan today."],
            id="titles end no sentence",
        ),
        pytest.param(
            "The minister said on Monday that they would soon sign\nan agreement on fisheries.",
            ["The minister said on Monday that they would soon sign\nan agreement on fisheries."],
            id="wrapped line",
        ),
        pytest.param(
            "They agreed on:\n• dairy farms\n• cold stores",
            ["They agreed on:", "•", "dairy farms", "•", "cold stores"],
            id="bullets",
        ),
        pytest.param(
            "SUVA – The minister left Fiji.\n\nTIRANA – The president came home.",
            ["SUVA –", "The minister left Fiji.", "TIRANA –", "The president came home."],
            id="news in brief",
        ),
    ],
)
def test_respects_the_layout(text: str, expected: list[str], nlp: Language) -> None:
    assert sentences(text, nlp) == expected


def test_offsets_are_those_of_the_text(nlp: Language) -> None:
    text = " \tLima – “Sí”, dijo José.\n\n\n 🙂 Then they met. "
    doc = read(Article("a", text), nlp).doc
    assert doc.text == text


def test_same_alone_and_in_a_batch(nlp: Language) -> None:
    articles = [Article(str(n), f"Minister {n} met Ambassador Rao in Lima.") for n in range(3)]
    together = [reading.doc.to_json() for reading in read_all(articles, nlp)]
    assert together == [read(article, nlp).doc.to_json() for article in articles]


def test_reads_an_empty_text(nlp: Language) -> None:
    assert len(read(Article("a", ""), nlp).doc) == 0


def test_refuses_what_is_no_article(nlp: Language) -> None:
    with pytest.raises(ArticleError, match="too many for one article"):
        read(Article("a.txt", "x " * LONGEST), nlp)


def test_says_which_model_is_missing() -> None:
    with pytest.raises(MissingPartError, match="no_such_model"):
        load_model("no_such_model")


def test_a_headline_without_a_stop_ends_at_its_line() -> None:
    headline = "Sahel Motors, Volta Capital Sign Deal on Plant in the Port of Riga"
    assert paragraph_starts(f"{headline}\nOn Monday, the firms met.") == {len(headline) + 1}


def test_a_wrapped_line_before_a_name_starts_no_paragraph() -> None:
    first = "On Monday, the two firms met in a hotel beside the port, and"
    text = f"{first}\nSahel Motors of Dakar said that its plant would open, if\nall went well."
    assert paragraph_starts(text) == set()


def test_a_wrapped_line_starts_no_paragraph() -> None:
    assert paragraph_starts("We met\nin Rabat.\nThen we left.") == {17}
