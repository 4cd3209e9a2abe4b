"""Names are spelled for comparison as the guideline says."""

import pytest

from relgraph.evaluation import Named
from relgraph.evaluation.spelling import canonical, content, keys, spelled


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        pytest.param("The Hague", "hague", id="article"),
        pytest.param("Côte d'Ivoire", "cote d ivoire", id="accents"),
        pytest.param("Oman's port", "oman port", id="possessive"),
        pytest.param("Oman’s port", "omans port", id="curly-possessive-as-in-the-reference"),
        pytest.param("U.S. Navy", "u s navy", id="full-stops"),
        pytest.param("Tata-Advanced & Sons", "tata advanced & sons", id="marks"),
        pytest.param("日本", "", id="no-latin-letter"),
        pytest.param("President", "president", id="a-title-alone"),
    ],
)
def test_a_name_in_plain_letters(name: str, plain: str) -> None:
    assert spelled(name) == plain


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        pytest.param("H.E. Mr. Omar Hejira", "omar hejira", id="several-titles"),
        pytest.param("Prime Minister Modi", "modi", id="office"),
        pytest.param("The Hon. Ana Ruiz", "ana ruiz", id="article-and-honorific"),
        pytest.param("Sirio", "sirio", id="not-the-title-sir"),
    ],
)
def test_a_person_without_titles(name: str, plain: str) -> None:
    assert spelled(name, is_person=True) == plain


def test_what_has_no_letter_is_no_name() -> None:
    assert keys(Named("Oman", "Country", ("—", "Omani"))) == {"oman", "omani"}


def test_the_first_to_bear_a_name_has_it() -> None:
    singhs = (
        Named("Kirti Singh", "Person", ("Singh",)),
        Named("Rajnath Singh", "Person", ("Singh",)),
    )
    assert canonical(singhs)["singh"] == "Kirti Singh"


def test_short_words_are_no_content() -> None:
    assert content("an MoU on the gear plant") == {"mou", "the", "gear", "plant"}
