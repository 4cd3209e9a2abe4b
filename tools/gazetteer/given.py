"""Write the table of given names in graph/gazetteer anew.

usage: PYTHONPATH=src python tools/gazetteer/given.py
"""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

from faker.providers import person

from relgraph.gazetteer.spelling import key

HERE = Path(__file__).parent
OUT = HERE.parent.parent / "graph" / "gazetteer" / "given.txt"
SHORTEST = 3
LATIN = re.compile(r"[A-Z][^\W\d_]+")


def main() -> None:
    """Join what Faker knows to our own names, without words that are more than names."""
    own = [line.split("\t") for line in (HERE / "given.tsv").read_text("utf-8").splitlines()]
    dropped = {word for row in own if row[0] == "drop" for word in row[1].split("|")}
    names = {word for row in own[1:] if row[0] != "drop" for word in row[1].split("|")}
    # Words of two letters are names only where we say so: "Li", and not "Al".
    names |= {name for name in read_faker() if len(name) >= SHORTEST}
    names = {key(name) for name in names}
    kept = sorted(name for name in names - dropped if name.isascii() and name.isalpha())
    OUT.write_text("".join(f"{name}\n" for name in kept), encoding="utf-8")


def read_faker() -> Iterator[str]:
    """Yield the given names in Latin letters of all of Faker's languages."""
    for module in pkgutil.iter_modules(person.__path__):
        provider = importlib.import_module(f"{person.__name__}.{module.name}").Provider
        for attribute, names in sorted(vars(provider).items()):
            if attribute.startswith("first_names") and isinstance(names, tuple | dict):
                for name in names:
                    yield from (word for word in str(name).split() if LATIN.fullmatch(word))


if __name__ == "__main__":
    main()
