import io
import json
import logging
import sys
from pathlib import Path
from typing import Any, BinaryIO, cast

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from relgraph import articles
from relgraph.articles import MAX_CHARACTERS
from relgraph.articles import files as files_module
from relgraph.errors import ArticleError, UsageError
from relgraph.model import Article

TEXT = (
    "The minister of defence met his counterpart in Rabat on Monday, and they signed a memorandum."
)


def read(content: bytes) -> list[Article | ArticleError]:
    return list(articles.read([io.BytesIO(content)]))


def one(content: bytes) -> Article:
    (found,) = read(content)
    assert isinstance(found, Article)
    return found


def problem(content: bytes) -> str:
    (found,) = read(content)
    assert isinstance(found, ArticleError)
    assert found.hint
    return str(found)


def line(**fields: object) -> str:
    return json.dumps({"text": TEXT} | fields)


def test_an_article_made_elsewhere_is_cleaned_like_any_other() -> None:
    hostile = Article("a\ud800", f"\x00{TEXT}\r\n", published="24 Sep 2025", url="javascript:x")
    assert list(articles.read([hostile])) == [Article("a", TEXT, published="2025-09-24")]
    (empty,) = articles.read([Article("a", " ")])
    assert str(empty) == "a: the text is empty; give the words of the article"


def test_record() -> None:
    content = line(
        id="a", title="A  visit", url="https://e.org/a", publisher="The Paper", published="2025-09"
    )
    expected = Article("a", TEXT, "A visit", "https://e.org/a", "The Paper", "2025-09")
    assert one(content.encode()) == expected


@pytest.mark.parametrize(
    ("content", "identity"),
    [
        pytest.param(line(id="a", url="https://e.org/a"), "a", id="given"),
        pytest.param(line(id=17), "17", id="number"),
        pytest.param(line(id="", url="https://e.org/a"), "https://e.org/a", id="address"),
        pytest.param(
            line(id=None, title=None, url=None, publisher=None, published=None),
            # sha256sum of TEXT
            "sha256:59b91f89767604e1729e8949b01fbf0ede550e2310e8150baf250b30331e8467",
            id="hash",
        ),
    ],
)
def test_id(content: str, identity: str) -> None:
    assert one(content.encode()).id == identity


def test_text_alone() -> None:
    assert one(TEXT.encode()) == Article(one(TEXT.encode()).id, TEXT)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(f"{line(id=1)}\n{line(id=2)}\n", id="lines"),
        pytest.param(f"{line(id=1)}\r\n\r\n{line(id=2)}", id="windows-lines"),
        pytest.param(f"[{line(id=1)}, {line(id=2)}]", id="array"),
        pytest.param(
            json.dumps([{"id": 1, "text": TEXT}, {"id": 2, "text": TEXT}], indent=1), id="pretty"
        ),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_json_in_each_shape(content: str, encoding: str) -> None:
    found = read(content.encode(encoding))
    assert [item.id for item in found if isinstance(item, Article)] == ["1", "2"]


def test_one_pretty_object() -> None:
    assert one(json.dumps({"id": "a", "text": TEXT}, indent=2).encode()).id == "a"


@pytest.mark.parametrize(
    ("bad", "words"),
    [
        pytest.param('{"id": "b", "text": ', "not valid JSON", id="broken"),
        pytest.param("[1, 2]", "an array is no article", id="array"),
        pytest.param('"b"', "a string is no article", id="string"),
        pytest.param("null", "null is no article", id="null"),
        pytest.param("{}", 'has no "text"', id="no-text"),
        pytest.param('{"text": 5}', '"text" is a number, not a string', id="number-as-text"),
        pytest.param('{"text": null}', '"text" is null, not a string', id="null-as-text"),
        pytest.param('{"id": true, "text": "x"}', '"id" is true or false', id="flag-as-id"),
        pytest.param('{"id": ["b"], "text": "x"}', '"id" is an array', id="array-as-id"),
        pytest.param('{"id": "b", "text": " \\n "}', "the text is empty", id="empty"),
        pytest.param('{"id": "b", "text": "42 %"}', "the text has no words", id="no-words"),
        pytest.param('{"id": ' + "9" * 5000 + ', "text": "x"}', "too long", id="huge-number"),
        pytest.param("[" * 100_000, "nested too deep", id="depth-bomb"),
        pytest.param('{"a":' * 100_000, "nested too deep", id="depth-bomb-of-objects"),
        pytest.param(f'{{"id": "{"b" * 3000}", "text": "x"}}', "over the limit", id="long-id"),
    ],
)
def test_bad_line_is_told_and_the_others_kept(bad: str, words: str) -> None:
    first, error, last = read(f"{line(id='a')}\n{bad}\n{line(id='z')}\n".encode())
    assert isinstance(first, Article)
    assert isinstance(error, ArticleError)
    assert isinstance(last, Article)
    assert (error.where, first.id, last.id) == ("input:2", "a", "z")
    assert words in str(error)
    assert error.hint


def test_broken_first_line_is_told_and_the_others_kept() -> None:
    error, last = read(f'{{"id": "b", "text": \n{line(id="z")}\n'.encode())
    assert isinstance(error, ArticleError)
    assert isinstance(last, Article)
    assert error.where == "input:1"


def test_item_of_an_array_is_counted() -> None:
    _, error = read(f"[{line(id=1)}, {{}}]".encode())
    assert isinstance(error, ArticleError)
    assert error.where == "input[2]"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param(b"", "there is nothing in it", id="empty"),
        pytest.param(b" \n\n", "the text is empty", id="blank"),
        pytest.param(b"[]", "the array is empty", id="empty-array"),
        pytest.param(
            b'{\n "id": 1,\n "text": oops\n}', "input:3: not valid JSON", id="broken-json"
        ),
        pytest.param(b"%PDF-1.7 x", "this is a PDF", id="pdf"),
        pytest.param(b"a\x00b\x00\x00c", "a binary file", id="binary"),
        pytest.param("Министр обороны".encode("cp1251"), "not valid UTF-8", id="encoding"),
        pytest.param(b"<html><body></body></html>", "no article found", id="page"),
        pytest.param(
            b"Le ministre de la culture est en visite dans le pays avec les autres ministres du"
            b" gouvernement et il a pris la parole dans la ville.",
            "most likely in French",
            id="french",
        ),
    ],
)
def test_what_is_no_article(content: bytes, words: str) -> None:
    assert words in problem(content)


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "run", [b"{", b"[", b" ", b"\n", b'{"', b"\n{", b"<", b"---", b"a:\n", b"\xe9 "]
)
@pytest.mark.parametrize("suffix", [".txt", ".md", ".json", ".jsonl", ".html"])
def test_long_runs_take_no_longer(run: bytes, suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"run{suffix}"
    path.write_bytes(run * (100_000 // len(run)))
    assert list(articles.read([path]))


def test_longest_article() -> None:
    longest = ("He came. " * MAX_CHARACTERS)[: MAX_CHARACTERS - 1] + "."
    assert len(one(longest.encode()).text) == MAX_CHARACTERS
    assert "1,000,001 characters, over the limit of 1,000,000" in problem(f"{longest}.".encode())


def test_file_over_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files_module, "LARGEST_FILE", 1000)
    assert "over the limit of 1,000 bytes" in problem(b"He came. " * 200)


def test_long_line_is_told_and_the_others_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(articles.reading.records, "LONGEST_LINE", 1000)  # type: ignore[attr-defined]
    content = f"{line(id='a')}\n{line(id='b', title='x' * 5000)}\n{line(id='c')}\n"
    first, error, last = read(content.encode())
    assert [item.id for item in (first, last) if isinstance(item, Article)] == ["a", "c"]
    assert "input:2: the line is over the limit" in str(error)


def test_same_id_for_another_text_is_an_error(caplog: pytest.LogCaptureFixture) -> None:
    content = "\n".join([line(id="a"), line(id="a", text="He left."), line(id="a")])
    with caplog.at_level(logging.WARNING):
        first, error = read(content.encode())
    assert isinstance(first, Article)
    assert str(error) == (
        "input:2: the id 'a' is that of another article, at input:1; give each an id of its own"
    )
    assert caplog.messages == ["input:3: the same article as input:1; left out"]


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        pytest.param({"title": ["x"]}, '"title" is an array, not a string; left out', id="title"),
        pytest.param({"url": "ftp://e.org"}, "'ftp://e.org' is no web address; left out", id="url"),
        pytest.param({"url": "http://[x"}, "'http://[x' is no web address; left out", id="host"),
        pytest.param(
            {"published": "last week"},
            "'last week' is no clear date; left out; give YYYY-MM-DD, YYYY-MM or YYYY",
            id="date",
        ),
    ],
)
def test_what_is_left_out_is_logged(
    fields: dict[str, object], message: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        article = one(line(id="a", **fields).encode())
    assert article == Article("a", TEXT)
    assert caplog.messages == [f"input:1: {message}"]


def test_windows_text_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        article = one("The minister went to São Paulo.".encode("cp1252"))
    assert article.text == "The minister went to São Paulo."
    assert caplog.messages == ["input: not UTF-8; read as Windows-1252"]


def test_date_of_those_that_give_none() -> None:
    content = "\n".join([line(id="a", published="2024"), line(id="b", published="x"), line(id="c")])
    found = articles.read([io.BytesIO(content.encode())], published="24 Sep 2025")
    dates = [item.published for item in found if isinstance(item, Article)]
    assert dates == ["2024", "2025-09-24", "2025-09-24"]


def test_date_that_is_none() -> None:
    with pytest.raises(UsageError, match="'soon' is no date"):
        articles.read([], published="soon")


# ─── Files and folders ────────────────────────────────────────────────────────────────────────────


def test_folder(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".hidden").mkdir()
    (tmp_path / "c.TXT").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b" / "a.jsonl").write_text(line(id="b/a"), encoding="utf-8")
    (tmp_path / "b" / "empty.md").write_bytes(b"")
    (tmp_path / ".hidden" / "a.txt").write_text("He left.", encoding="utf-8")
    (tmp_path / "photo.png").write_bytes(b"\x89PNG")
    with caplog.at_level(logging.WARNING):
        record, error, text = articles.read([tmp_path])
    assert isinstance(record, Article)
    assert isinstance(error, ArticleError)
    assert isinstance(text, Article)
    assert (record.id, error.where, text.text) == ("b/a", str(tmp_path / "b" / "empty.md"), TEXT)
    assert len(caplog.messages) == 1


def test_folder_without_articles(tmp_path: Path) -> None:
    (found,) = articles.read([tmp_path])
    assert str(found).startswith(f"{tmp_path}: no articles in this folder; it should hold .jsonl")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        pytest.param("nowhere.txt", "nowhere.txt: no such file or folder", id="missing"),
        pytest.param("a\0b.txt", "cannot be read", id="nul-in-name"),
        pytest.param("x" * 5000, "cannot be read: file name too long", id="too-long"),
        pytest.param("a\nb\x1b[31m.txt", "a b[31m.txt: no such file", id="control-characters"),
        pytest.param("\udcff.txt", "no such file", id="undecodable"),
        pytest.param("", "", id="empty"),
    ],
)
def test_names_that_cannot_be_read(name: str, words: str, tmp_path: Path) -> None:
    (found,) = articles.read([tmp_path / name] if name else [tmp_path])
    assert isinstance(found, ArticleError)
    assert words in str(found)
    assert str(found).isprintable()


def test_good_sources_go_on_after_bad_ones(tmp_path: Path) -> None:
    good = tmp_path / "a.txt"
    good.write_text(TEXT, encoding="utf-8")
    error, article = articles.read([tmp_path / "nowhere", good])
    assert isinstance(error, ArticleError)
    assert isinstance(article, Article)


def test_one_path_is_no_list_of_letters(tmp_path: Path) -> None:
    good = tmp_path / "a.txt"
    good.write_text(TEXT, encoding="utf-8")
    assert [type(item) for item in articles.read(str(good))] == [Article]


def test_same_file_twice_is_one_article(tmp_path: Path) -> None:
    good = tmp_path / "a.txt"
    good.write_text(TEXT, encoding="utf-8")
    assert len(list(articles.read([good, good]))) == 1


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        sys, "stdin", io.TextIOWrapper(io.BytesIO(f"{line(id='a')}\n{{}}".encode()))
    )
    article, error = articles.read(["-"])
    assert isinstance(article, Article)
    assert isinstance(error, ArticleError)
    assert error.where == "stdin:2"


class FailingDisk(io.RawIOBase):
    """Give what it has, then fail as a broken disk does."""

    def __init__(self, *parts: bytes) -> None:
        self.parts = list(parts)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        if not self.parts:
            raise OSError(5, "Input/output error")
        part = self.parts.pop(0)
        buffer[: len(part)] = part
        return len(part)


@pytest.mark.parametrize(
    "begun",
    [
        pytest.param([], id="at-once"),
        pytest.param([TEXT.encode()], id="in-the-text"),
        pytest.param([f"{line(id='a')}\n".encode()], id="after-a-line"),
        pytest.param([b'{"id": '], id="in-a-line"),
        pytest.param([b"<html><body>"], id="in-a-page"),
    ],
)
def test_disk_that_fails(begun: list[bytes]) -> None:
    *_, last = articles.read([cast("BinaryIO", FailingDisk(*begun))])
    assert isinstance(last, ArticleError)
    assert "cannot be read: input/output error" in str(last)


def test_stream_stays_open() -> None:
    stream = io.BytesIO(TEXT.encode())
    list(articles.read([stream]))
    assert not stream.closed


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html", ".json", ".jsonl", ".zip", ""])
@given(content=st.binary())
@example(content=b"\xff\xfe")
@example(content=b"\xef\xbb\xbf")
@example(content=b"\xff\xfe\x00\x00\x00")
@example(content=b"{")
@example(content=b'{"text": "\\ud800"}')
@example(content=b'[{"text": 1e999}]')
@example(content=b"{}\n{}\n\xff\n[")
def test_any_bytes_are_read_or_told(
    suffix: str, content: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.getbasetemp() / f"any{suffix}"
    path.write_bytes(content)
    found = list(articles.read([path]))
    assert found
    errors = [item for item in found if isinstance(item, ArticleError)]
    assert all(error.where.startswith(str(path)) and error.hint for error in errors)


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(),
        lambda inner: (
            st.lists(inner)
            | st.dictionaries(
                st.sampled_from(["id", "text", "url", "title", "published"]) | st.text(), inner
            )
        ),
    )
)
def test_any_json_is_read_or_told(value: object) -> None:
    for item in read(json.dumps(value).encode()):
        assert isinstance(item, Article | ArticleError)
