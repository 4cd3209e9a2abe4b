import pytest
from hypothesis import given
from hypothesis import strategies as st

from relgraph.articles.draft import Draft
from relgraph.articles.plain import from_markdown, from_text

BODY = "The minister met him.\n\nHe left."


@pytest.mark.parametrize(
    "header",
    [
        pytest.param("Title: A visit\nDate: 2025-09\nSource: The Paper\n\n", id="open"),
        pytest.param("TITLE : A visit\ndate:2025-09\npublisher: The Paper\n\n", id="case"),
        pytest.param("Title: A visit\r\nDate: 2025-09\r\nSource: The Paper\r\n\r\n", id="windows"),
        pytest.param("\ufeffTitle: A visit\nDate: 2025-09\nSource: The Paper\n\n", id="mark"),
        pytest.param(
            "---\ntitle: \"A visit\"\ndate: 2025-09\nsource: 'The Paper'\n---\n", id="fenced"
        ),
        pytest.param(
            "---\ntitle: A visit\ntags: [x]\n  - y\ndate: 2025-09\noutlet: The Paper\n---\n\n",
            id="more-than-we-know",
        ),
    ],
)
def test_header(header: str) -> None:
    draft = from_text(header + BODY, where="a.txt")
    assert (draft.title, draft.published, draft.publisher) == ("A visit", "2025-09", "The Paper")
    assert draft.text.strip() == BODY


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Rabat: the minister came.\n\nHe left.", id="dateline"),
        pytest.param("Title: A visit\nRabat: the minister came.\n\nHe left.", id="half-a-header"),
        pytest.param("Title: A visit\nHe left.", id="no-empty-line"),
        pytest.param("---\ntitle: A visit\nHe left.", id="fence-left-open"),
        pytest.param("He left.\n\nTitle: A visit\n\nHe left.", id="further-down"),
        pytest.param("<b>Title: A visit</b>", id="markup"),
        pytest.param("", id="nothing"),
    ],
)
def test_no_header(text: str) -> None:
    assert from_text(text, where="a.txt") == Draft("a.txt", text)


def test_address_and_id() -> None:
    draft = from_text("id: a-1\nurl: https://e.org/a:b\n\nHe left.", where="a.txt")
    assert (draft.id, draft.url) == ("a-1", "https://e.org/a:b")


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        pytest.param("He **came** to *Rabat*.", "He came to Rabat.", id="stress"),
        pytest.param("He __came__ to _Rabat_.", "He came to Rabat.", id="underlined"),
        pytest.param("See [the ministry](https://e.org/x).", "See the ministry.", id="link"),
        pytest.param("A photo: ![him](a.jpg)", "A photo:", id="image"),
        pytest.param("## Background\n\nHe came.", "Background\n\nHe came.", id="heading"),
        pytest.param("> We agreed.", "We agreed.", id="quotation"),
        pytest.param(
            "snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4", id="no-marks"
        ),
        pytest.param("[1] and (2)", "[1] and (2)", id="no-link"),
    ],
)
def test_markdown(markdown: str, text: str) -> None:
    assert from_markdown(markdown, where="a.md").text == text


def test_first_heading_is_the_title() -> None:
    draft = from_markdown("# A visit #\n\nHe came.\n\n# Another", where="a.md")
    assert (draft.title, draft.text) == ("A visit", "He came.\n\nAnother")


def test_title_of_the_header_wins() -> None:
    draft = from_markdown("---\ntitle: A visit\n---\n# Morocco\n\nHe came.", where="a.md")
    assert (draft.title, draft.text) == ("A visit", "Morocco\n\nHe came.")


@pytest.mark.timeout(10)
@pytest.mark.parametrize(
    "mark", ["![", "[", "](", "[a](", "*", "_", "**a", "# ", "> ", "a:\n", "---\n"]
)
def test_hostile_marks_take_no_longer(mark: str) -> None:
    text = mark * (300_000 // len(mark))
    assert from_markdown(text, where="a.md").where == "a.md"


@given(st.text(st.sampled_from("ab:- \n#*_[]()!>'\"\r\ufeff")))
def test_any_text_is_read(text: str) -> None:
    assert from_text(text, where="a").where == from_markdown(text, where="a").where == "a"
