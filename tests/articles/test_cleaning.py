import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relgraph.articles import clean
from relgraph.articles.cleaning import one_line

# Text as Hypothesis likes it, with more of what cleaning is about.
HOSTILE = st.text(
    st.one_of(
        st.characters(),
        st.characters(categories=["Cc", "Cf", "Cs", "Zs", "Zl", "Zp", "Mn"]),
        st.sampled_from("\n\r \t\u00ad\u200b\ufeff\u2000\u2126\u212bae\u0301\u0327"),
    )
)


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        pytest.param("a\r\nb\rc", "a\nb\nc", id="line-ends"),
        pytest.param("a\u2028b\u2029c\x0cd\x0be\x85f", "a\nb\nc\nd\ne\nf", id="rarer-line-ends"),
        pytest.param("\ufeffa", "a", id="byte-order-mark"),
        pytest.param("10\u00a0km", "10 km", id="no-break-space"),
        pytest.param("10\u202f000\u2009km", "10 000 km", id="thin-spaces"),
        pytest.param("a\tb", "a b", id="tab"),
        pytest.param("de\u00adfence", "defence", id="soft-hyphen"),
        pytest.param("Ra\u200bbat\u2060", "Rabat", id="zero-width"),
        pytest.param("\u202eRabat\u202c", "Rabat", id="direction"),
        pytest.param("a\x00b\x1b[31mc\x7f", "ab[31mc", id="control-characters"),
        pytest.param("a\ud800b", "ab", id="half-a-surrogate-pair"),
        pytest.param("a\uffffb\ufffe", "ab", id="no-characters"),
        pytest.param("Loudyi\u0301", "Loudyí", id="composed"),
        pytest.param("a\n\n\n\n\nb", "a\n\nb", id="gap"),
        pytest.param("a  \n  b", "a\nb", id="margins"),
        pytest.param(" \n a \n ", "a", id="outside"),
        pytest.param("said,  then", "said,  then", id="blanks-inside-stay"),
        pytest.param("<b>Rabat</b> & co", "<b>Rabat</b> & co", id="markup-stays"),
        pytest.param("“WhAP” – 8×8 €5 👩🏽", "“WhAP” – 8×8 €5 👩🏽", id="typography-stays"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_clean(raw: str, cleaned: str) -> None:
    assert clean(raw) == cleaned


@given(HOSTILE)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(HOSTILE)
def test_cleaned_text_is_printable(text: str) -> None:
    categories = {unicodedata.category(letter) for letter in clean(text).replace("\n", "")}
    assert not categories & {"Cc", "Cs", "Zl", "Zp"}


@given(HOSTILE)
def test_cleaned_text_is_composed_utf8(text: str) -> None:
    cleaned = clean(text)
    assert unicodedata.is_normalized("NFC", cleaned)
    assert cleaned.encode().decode() == cleaned


@given(HOSTILE)
def test_one_line_is_one(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1


@pytest.mark.timeout(10)
@pytest.mark.parametrize("run", [" ", "\n", " \n", "\r", "\u200b", "\u0301", "\t\u00a0"])
def test_long_runs_take_no_longer(run: str) -> None:
    text = f"a{run * (2_000_000 // len(run))}b"
    assert len(clean(text)) <= len(text)
