import pytest
from spacy.language import Language

from relgraph.errors import ArticleError
from relgraph.extract.language_model import LONGEST
from relgraph.extract.reading import paragraph_starts, read, read_all
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


def test_what_stands_before_a_text_that_is_too_long_is_read(nlp: Language) -> None:
    articles = [Article("a", "They met."), Article("b", "x " * LONGEST), Article("c", "They left.")]
    found = read_all(articles, nlp)
    assert next(found).article.id == "a"
    with pytest.raises(ArticleError, match=r"^b: "):
        next(found)


def test_a_wrapped_line_starts_no_paragraph() -> None:
    assert paragraph_starts("We met\nin Rabat.\nThen we left.") == {17}
