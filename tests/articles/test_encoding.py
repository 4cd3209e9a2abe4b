import pytest
from hypothesis import given
from hypothesis import strategies as st

from relgraph.articles.encoding import binary, decode


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252", "iso-8859-1"]
)
def test_decoded(encoding: str) -> None:
    text = "The minister went to a café in São Paulo on Monday, and spoke of Côte d'Ivoire."
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert decoded.is_guess is (encoding in {"cp1252", "iso-8859-1"})


def test_typographic_windows_text_is_decoded() -> None:
    text = "“We agreed,” he said – and left for Rabat…"
    assert decode(text.encode("cp1252")).text == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        pytest.param("Министр обороны встретился с коллегой", "cp1251", id="russian"),
        pytest.param("Ο υπουργός συναντήθηκε με τον ομόλογό του", "cp1253", id="greek"),
        pytest.param("防衛大臣は同僚と会談した", "shift_jis", id="japanese"),
        pytest.param("国防部长会见了同行", "gbk", id="chinese"),
    ],
)
def test_other_alphabets_are_no_windows_text(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded.problem.startswith("not valid UTF-8 (byte 1)")
    assert "iconv" in decoded.hint


def test_cut_utf16_is_told() -> None:
    assert decode("Rabat".encode("utf-16")[:-1]).problem.startswith("not valid utf-16")


@pytest.mark.parametrize(
    ("head", "words"),
    [
        pytest.param(b"%PDF-1.7\n", "a PDF", id="pdf"),
        pytest.param(b"PK\x03\x04\x14\x00", "a ZIP archive or an office document", id="docx"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1", "an old office document", id="doc"),
        pytest.param(b"{\\rtf1\\ansi", "an RTF document", id="rtf"),
        pytest.param(b"\x1f\x8b\x08\x00", "a gzip archive", id="gzip"),
        pytest.param(b"\x89PNG\r\n", "a PNG image", id="png"),
        pytest.param(b"\xff\xd8\xff\xe0", "a JPEG image", id="jpeg"),
        pytest.param(b"SQLite format 3\x00", "an SQLite database", id="sqlite"),
        pytest.param(b"ab\x00cd\x00\x00ef", "a binary file", id="nul-bytes"),
        pytest.param("Rabat: he came".encode("utf-16-le"), "UTF-16 without", id="utf16-le"),
        pytest.param("Rabat: he came".encode("utf-16-be"), "UTF-16 without", id="utf16-be"),
    ],
)
def test_binary(head: bytes, words: str) -> None:
    found = binary(head)
    assert found is not None
    assert words in found.problem
    assert found.hint


@pytest.mark.parametrize(
    "head",
    [
        pytest.param("Rabat".encode("utf-16"), id="utf16"),
        pytest.param("Rabat".encode("utf-32"), id="utf32"),
        pytest.param("Rabat".encode("utf-8-sig"), id="utf8"),
        pytest.param(b'{"id": 1}', id="json"),
    ],
)
def test_text_is_not_binary(head: bytes) -> None:
    assert binary(head) is None


@given(st.binary())
def test_any_bytes_are_decoded_or_told(content: bytes) -> None:
    decoded = decode(content)
    assert not (decoded.problem and decoded.text)
    assert bool(decoded.hint) is bool(decoded.problem)


@given(st.text())
def test_utf8_is_never_guessed_at(text: str) -> None:
    decoded = decode(b" " + text.encode())
    assert (decoded.text, decoded.is_guess) == (f" {text}", False)
