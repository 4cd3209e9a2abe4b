import pytest
from hypothesis import given
from hypothesis import strategies as st

from relgraph import iri


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        pytest.param("Rajnath Singh", "rajnath-singh", id="plain"),
        pytest.param("Đorđe Živanović", "dorde-zivanovic", id="letters-that-nfkd-keeps"),
        pytest.param("Kessler & Sohn GmbH", "kessler-sohn-gmbh", id="ampersand"),
        pytest.param("  'Al-Quds' ", "al-quds", id="edges"),
        pytest.param("Łódź", "lodz", id="polish"),
        pytest.param("Straße", "strasse", id="sharp-s"),
    ],
)
def test_slug_is_what_a_passport_would_print(name: str, slug: str) -> None:
    assert iri.slug(name) == slug


@given(st.text())
def test_slug_is_never_empty_and_fits_an_iri(name: str) -> None:
    slug = iri.slug(name)
    assert slug
    assert set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert len(slug) <= iri.SLUG_LENGTH


def test_namesakes_differ_by_what_tells_them_apart() -> None:
    one = iri.entity(iri.DEFAULT_BASE, "person", "Ali Hassan", distinction="EG")
    other = iri.entity(iri.DEFAULT_BASE, "person", "Ali Hassan", distinction="SD")
    assert one != other
    assert one.startswith("https://w3id.org/relgraph/id/person/ali-hassan-")


@given(st.lists(st.text()), st.lists(st.text()))
def test_digest_tells_lists_apart(one: list[str], other: list[str]) -> None:
    assert (iri.digest(*one) == iri.digest(*other)) == (one == other)


def test_offsets_are_named_as_rfc_5147_says() -> None:
    assert iri.chars("https://e.org/a", 15, 123) == "https://e.org/a#char=15,123"
