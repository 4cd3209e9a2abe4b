"""Read an article from plain text or Markdown."""

import re

from relgraph.articles.draft import Draft

# What a header may call each thing.
_NAMES = {
    "title": "title",
    "headline": "title",
    "date": "published",
    "published": "published",
    "url": "url",
    "link": "url",
    "publisher": "publisher",
    "source": "publisher",
    "outlet": "publisher",
    "id": "id",
}
_FENCED = re.compile(r"---[ \t]*\n(?P<header>.*?\n)??---[ \t]*(?:\n|\Z)(?P<text>.*)", re.DOTALL)
_OPEN = re.compile(r"(?P<header>(?:[A-Za-z][\w -]{0,20}:[^\n]*\n)+)[ \t]*\n(?P<text>.*)", re.DOTALL)
_FIELD = re.compile(r"(?P<name>[A-Za-z]\w*)[ \t]*:[ \t]*(?P<value>.*)")  # 'Title: "A visit"'
_QUOTED = re.compile(r"""(["'])(.*)\1""")

_HEADING = re.compile(r"\s*#[ \t]+(?P<title>[^\n]+?)[ \t]*#*[ \t]*(?:\n|\Z)")  # "# A visit"
# None of these looks past its own closing mark: a hostile line costs no more than a long one.
_MARKDOWN = (
    (re.compile(r"!\[[^\[\]\n]*\]\([^()\n]*\)"), ""),  # "![a photo](a.jpg)"
    (re.compile(r"\[([^\[\]\n]+)\]\([^()\n]*\)"), r"\1"),  # "[the ministry](https://…)"
    (re.compile(r"^[ ]{0,3}#{1,6}[ \t]+", re.MULTILINE), ""),  # "## Background"
    (re.compile(r"^[ ]{0,3}>[ \t]?", re.MULTILINE), ""),  # "> We agreed."
    (re.compile(r"(?<![\w*])(\*{1,3})(?=\S)([^*\n]+)(?<=\S)\1(?![\w*])"), r"\2"),  # "**never**"
    (re.compile(r"(?<![\w_])(_{1,3})(?=\S)([^_\n]+)(?<=\S)\1(?![\w_])"), r"\2"),  # "_never_"
)


def from_text(text: str, *, where: str) -> Draft:
    """Read *text* with the header at its top, if there is one.

    >>> from_text("Title: A visit\\nDate: 2025-09\\n\\nHe came.", where="a.txt").title
    'A visit'
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")
    found = _FENCED.fullmatch(text) or _OPEN.fullmatch(text)
    if found is None:
        return Draft(where, text)
    fields: dict[str, str] = {}
    for line in (found["header"] or "").splitlines():
        field = _FIELD.fullmatch(line.strip())
        if field and field["name"].lower() in _NAMES:
            value = field["value"].strip()
            fields[_NAMES[field["name"].lower()]] = _QUOTED.sub(r"\2", value)
        elif not text.startswith("---"):
            # A text may well begin with "Rabat: …"; then it has no header.
            return Draft(where, text)
    return Draft(where, found["text"], **fields)


def from_markdown(text: str, *, where: str) -> Draft:
    """Read Markdown: its first heading is the title, and marks fall away.

    >>> from_markdown("# A visit\\n\\nHe **came** to [Rabat](https://e.org).", where="a.md").text
    'He came to Rabat.'
    """
    draft = from_text(text, where=where)
    body = draft.text
    heading = _HEADING.match(body)
    if heading and draft.title in {"", heading["title"]}:
        body = body[heading.end() :]
    for mark, instead in _MARKDOWN:
        body = mark.sub(instead, body)
    title = draft.title or (heading["title"] if heading else "")
    return Draft(where, body.strip(), draft.id, title, draft.url, draft.publisher, draft.published)
