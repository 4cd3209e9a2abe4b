"""Words are found where they stand, and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relgraph.extract.locating import locate, locate_all, searchable
from relgraph.model import Span

TEXT = (
    "  Benali met\n   Rabbah in Oman.\n\nA woman met Romeo in Rome; Rome, not Oman. 🙂 “Sí”, dijo."
)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        pytest.param("Benali", "Benali", id="word"),
        pytest.param("met Rabbah", "met\n   Rabbah", id="over-a-line-break"),
        pytest.param(" met  Rabbah ", "met\n   Rabbah", id="blanks-around"),
        pytest.param("Oman.", "Oman.", id="with-its-stop"),
        pytest.param("“Sí”, dijo", "“Sí”, dijo", id="behind-a-wide-character"),
        pytest.param("🙂", "🙂", id="no-letter"),
    ],
)
def test_what_is_there(words: str, found: str) -> None:
    span = locate(words, searchable(TEXT))
    assert span is not None
    assert span.of(TEXT) == found


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("benali", id="other-case"),
        pytest.param("Benali meets", id="other-word"),
        pytest.param("oman", id="inside-woman"),
        pytest.param("Rabbah in Oma", id="cut-short"),
        pytest.param('"Sí"', id="other-quotation-marks"),
        pytest.param("Si", id="other-accent"),
        pytest.param("", id="nothing"),
        pytest.param(" \n ", id="blanks"),
        pytest.param(TEXT * 2, id="longer-than-the-text"),
    ],
)
def test_what_is_not(words: str) -> None:
    assert locate(words, searchable(TEXT)) is None


def test_every_place_but_those_inside_other_words() -> None:
    text = "Rome, Romeo and Rome"
    assert list(locate_all("Rome", searchable(text))) == [Span(0, 4), Span(16, 20)]


def test_offsets_count_from_where_the_text_stands() -> None:
    whole = "Ann left. Bob met Ann."
    assert locate("Ann", searchable(whole[10:], begin=10)) == Span(18, 21)


@given(
    st.lists(st.sampled_from(["a", "b", "ab", "🙂", "a-b", "“a"]), min_size=1, max_size=8),
    st.data(),
)
def test_any_run_of_words_is_found(words: list[str], data: st.DataObject) -> None:
    gaps = data.draw(st.lists(st.sampled_from([" ", "\n", "  \n "]), min_size=8, max_size=8))
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    text = "".join(word + gap for word, gap in zip(words, gaps, strict=False))
    wanted = words[first : last + 1]
    span = locate(" ".join(wanted), searchable(text))
    assert span is not None
    assert span.of(text).split() == wanted
