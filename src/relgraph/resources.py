"""Find the files that ship with relgraph: the ontology, the queries, the sample."""

from pathlib import Path

_PACKAGE = Path(__file__).parent
_CHECKOUT = _PACKAGE.parent.parent


def folder(name: str) -> Path:
    """Return the folder *name* (``graph`` or ``queries``): in the wheel, else in the checkout."""
    shipped = _PACKAGE / name
    return shipped if (shipped / "README.md").is_file() else _CHECKOUT / name
