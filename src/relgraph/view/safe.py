"""Put foreign text into a page that runs scripts, so that it stays text."""

import base64
import hashlib
import json

# What a reader of HTML or of JavaScript takes for more than a letter, even inside JSON.
_ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def json_text(value: object) -> str:
    """Write *value* as JSON that can stand inside a ``<script>`` element.

    >>> json_text("</script>")
    '"\\\\u003c/script\\\\u003e"'
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.translate(_ESCAPES)


def policy(scripts: list[str], styles: list[str]) -> str:
    """Write a Content-Security-Policy: these scripts and styles, and nothing from anywhere.

    >>> policy([], [])[:32]
    "default-src 'none'; script-src '"
    """
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src {_allowed(scripts)}",
            f"style-src {_allowed(styles)}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )


def _allowed(texts: list[str]) -> str:
    hashes = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in texts]
    return " ".join(f"'sha256-{each}'" for each in hashes) or "'none'"
