"""Turn the bytes of a file into text, or say what else they are."""

import codecs
import logging
import re
from dataclasses import dataclass

from relgraph.errors import ArticleError

# The first bytes of what people drop into a folder of articles, what it is, what to do.
_SAVE_AS_TEXT = "save it as text (.txt) or HTML"
_UNPACK = "unpack it first"
_MAGIC = (
    (b"%PDF", "a PDF", "extract its text first, as with pdftotext"),
    (b"PK\x03\x04", "a ZIP archive or an office document", f"{_UNPACK}, or {_SAVE_AS_TEXT}"),
    (b"\xd0\xcf\x11\xe0", "an old office document", _SAVE_AS_TEXT),
    (b"{\\rtf", "an RTF document", _SAVE_AS_TEXT),
    (b"\x1f\x8b", "a gzip archive", f"{_UNPACK}, as with gunzip"),
    (b"BZh", "a bzip2 archive", f"{_UNPACK}, as with bunzip2"),
    (b"\xfd7zXZ", "an xz archive", f"{_UNPACK}, as with unxz"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive", f"{_UNPACK}, as with unzstd"),
    (b"7z\xbc\xaf", "a 7z archive", _UNPACK),
    (b"Rar!", "a RAR archive", _UNPACK),
    (b"\x89PNG", "a PNG image", "give the text, as from OCR"),
    (b"\xff\xd8\xff", "a JPEG image", "give the text, as from OCR"),
    (b"GIF8", "a GIF image", "give the text, as from OCR"),
    (b"SQLite format 3", "an SQLite database", "export the articles as JSON lines"),
    (b"PAR1", "a Parquet file", "export the articles as JSON lines"),
    (b"\x7fELF", "a program", "give text"),
    (b"MZ\x90", "a program", "give text"),
)
# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (codecs.BOM_UTF8, "utf-8-sig"),
)
# What Western European writing uses of Windows-1252: "é", "’", "–", "£". Other alphabets in
# their old encodings come in long runs of high bytes.
_WESTERN_RUN = re.compile(rb"[\x80-\xff]+")
_WESTERN_BYTES = frozenset(
    b"\x80\x82\x84\x85\x91\x92\x93\x94\x96\x97\xa0\xa3\xa7\xa9\xab\xae\xb0\xb7\xbb\xbf"
)
_LONGEST_RUN = 2
_MOST_WESTERN = 0.1
# How much of a file is looked at for NUL bytes.
SNIFFED = 4096

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, or the problem with it; ``is_guess`` where the encoding is only likely."""

    text: str = ""
    problem: str = ""
    hint: str = ""
    is_guess: bool = False


def mark(content: bytes) -> str:
    """Return the encoding that a byte order mark at the start of *content* names, if any."""
    return next((name for bom, name in _MARKS if content.startswith(bom)), "")


def binary(head: bytes) -> Decoded | None:
    """Say what *head* is the start of, if not of text.

    >>> binary(b"%PDF-1.7").problem
    'this is a PDF, not an article'
    """
    for magic, what, remedy in _MAGIC:
        if head.startswith(magic):
            return Decoded(problem=f"this is {what}, not an article", hint=remedy)
    if mark(head) or b"\0" not in head[:SNIFFED]:
        return None
    even, odd = head[:SNIFFED:2].count(0), head[1:SNIFFED:2].count(0)
    if max(even, odd) > len(head[:SNIFFED]) // 4 and min(even, odd) == 0:
        return Decoded(
            problem="this looks like UTF-16 without a byte order mark",
            hint="convert it, as with `iconv -f UTF-16LE -t UTF-8`",
        )
    return Decoded(problem="this is a binary file, not text", hint="give text, HTML or JSON lines")


def decode(content: bytes) -> Decoded:
    """Decode by the byte order mark, else as UTF-8, else as Windows-1252 if that is plausible."""
    named = mark(content)
    try:
        return Decoded(content.decode(named or "utf-8"))
    except UnicodeDecodeError as error:
        problem = f"not valid {named or 'UTF-8'} (byte {error.start + 1})"
    if named or not _is_western(content):
        return Decoded(problem=problem, hint="convert it to UTF-8, as with iconv")
    return Decoded(content.decode("cp1252"), is_guess=True)


def text_of(content: bytes, *, where: str) -> str:
    """Decode *content*, and log where the encoding is only likely.

    Raises:
        ArticleError: where it is in none that we can tell.
    """
    decoded = decode(content)
    if decoded.problem:
        raise ArticleError(decoded.problem, where=where, hint=decoded.hint)
    if decoded.is_guess:
        log.warning("%s: not UTF-8; read as Windows-1252", where)
    return decoded.text


def beginning(head: bytes) -> str:
    """Decode the beginning of a file as far as it goes, to see what it is."""
    return head.decode(mark(head) or "utf-8", "ignore")


def _is_western(content: bytes) -> bool:
    runs = _WESTERN_RUN.findall(content)
    high = b"".join(runs)
    return (
        len(high) <= len(content) * _MOST_WESTERN
        and all(len(run) <= _LONGEST_RUN for run in runs)
        and all(byte >= 0xC0 or byte in _WESTERN_BYTES for byte in high)
    )
