import logging
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from relgraph.articles.page import MOST_TAGS, from_page, is_page
from relgraph.errors import ArticleError

FIRST = "Minister Rajnath Singh met Ryad Mezzour in Rabat on Monday, and they discussed trade."
SECOND = "The talks, held at the ministry of industry &amp; trade, lasted for more than an hour."
BODY = f"<article><h1>Minister in Rabat</h1><p>{FIRST}</p><p>{SECOND}</p></article>"
META = (
    '<meta property="og:title" content="Minister in Rabat">'
    '<meta property="og:site_name" content="The Paper">'
    '<meta property="article:published_time" content="2025-09-23T22:30:00Z">'
    '<link rel="canonical" href="https://example.org/a">'
)


def page(body: str = BODY, head: str = META) -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


def test_article_and_what_the_page_says_of_it() -> None:
    draft = from_page(
        page(f"<nav><a href='/'>Home</a></nav>{BODY}<footer>© 2025</footer>"), where="a"
    )
    assert draft.text == f"{FIRST}\n\n{SECOND.replace('&amp;', '&')}"
    assert (draft.title, draft.publisher) == ("Minister in Rabat", "The Paper")
    assert (draft.url, draft.published) == ("https://example.org/a", "2025-09-23")


def test_no_date_is_made_up() -> None:
    body = BODY.replace("Monday", "Monday, 22 September 2025") + "<p>Updated 24 September 2025</p>"
    draft = from_page(page(body, head=""), where="a")
    assert (draft.published, draft.publisher, draft.url) == ("", "", "")


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        pytest.param("", "utf-8", id="utf-8"),
        pytest.param("", "utf-16", id="utf-16"),
        pytest.param("", "cp1252", id="undeclared"),
        pytest.param('<meta charset="iso-8859-2">', "iso-8859-2", id="declared"),
        pytest.param('<meta charset="no-such-thing">', "cp1252", id="declared-wrongly"),
    ],
)
def test_encodings(declared: str, encoding: str) -> None:
    text = page(BODY.replace("Ryad", "Rýad"), head=declared).decode().encode(encoding)
    assert "Rýad Mezzour" in from_page(text, where="a").text


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(page(""), id="empty-body"),
        pytest.param(b"<html>", id="one-tag"),
        pytest.param(page("<nav><a href=/a>Home</a> <a href=/b>World</a></nav>"), id="menu"),
        pytest.param(page("<script>" + FIRST + "</script>"), id="script"),
        pytest.param(page("<div>" * 20_000), id="deep"),
        pytest.param(b"<html>\x00\x01", id="nul-bytes"),
        pytest.param("<html>Министр".encode("cp1251"), id="undeclared-cyrillic"),
    ],
)
def test_no_article(content: bytes) -> None:
    with pytest.raises(ArticleError) as caught:
        from_page(content, where="a.html")
    assert str(caught.value).startswith("a.html: ")
    assert caught.value.hint


def test_too_many_tags() -> None:
    with pytest.raises(ArticleError, match=r"tags, over the limit"):
        from_page(page("<p>a</p>" * (MOST_TAGS + 1)), where="a.html")


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret", encoding="utf-8")
    entities = f'<!ENTITY a "aaaa"><!ENTITY b "&a;&a;"><!ENTITY f SYSTEM "{secret.as_uri()}">'
    body = BODY.replace("Rabat", "Rabat &b; &f;", 1)
    text = page(body).replace(b"<!DOCTYPE html>", f"<!DOCTYPE html [{entities}]>".encode())
    found = from_page(b'<?xml version="1.0" encoding="utf-8"?>' + text, where="a").text
    assert "aaaa" not in found
    assert "secret" not in found


def test_article_is_read_where_its_head_cannot_be(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise AttributeError

    monkeypatch.setattr("trafilatura.core.extract_metadata", fail)
    draft = from_page(page(), where="a")
    assert FIRST in draft.text
    assert draft.title == ""


def test_libraries_below_stay_silent(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING), pytest.raises(ArticleError):
        from_page(b"<html></html>", where="a")
    assert not caplog.records


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        pytest.param("<!DOCTYPE html>\n<html>", True, id="doctype"),
        pytest.param("\n <HTML lang='en'>", True, id="html"),
        pytest.param("<!-- saved from url -->\n<html>", True, id="saved"),
        pytest.param("<?xml version='1.0'?><!DOCTYPE html>", True, id="xhtml"),
        pytest.param("The <html> tag", False, id="text"),
        pytest.param("<b>Rabat</b>: he came", False, id="markup-in-text"),
    ],
)
def test_is_page(*, head: str, expected: bool) -> None:
    assert is_page(head) is expected


PIECES = f"""{FIRST}
<p>
</p>
<div>
<article>
<meta property='og:title' content='
'>
<!--
<script type='application/ld+json'>{{
</script>
<table><tr><td>
<li>
&#xd800;
<link rel=canonical href='http://[a'>
<time datetime='2025-13-45T99'>
<a href='
\0
<![CDATA[
<svg>
<html>
<body>
<title>""".split("\n")


@settings(deadline=None)
@example(["<svg>", "<p>", "<p>"])
@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_any_page_is_read_or_told(pieces: list[str]) -> None:
    with suppress(ArticleError):
        assert from_page("".join(pieces).encode(), where="a").text
