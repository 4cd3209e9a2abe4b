"""Whatever a directory holds, it is opened or left alone, with one line that says why."""

import errno
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest

from relgraph.errors import StoreError, UsageError
from relgraph.store import directory, open_store

WAYS = [
    pytest.param({}, id="to write"),
    pytest.param({"create": True}, id="to make"),
    pytest.param({"read_only": True}, id="to read"),
]


def contents(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def spoil(pattern: str, change: Callable[[bytes], bytes]) -> Callable[[Path], None]:
    def run(place: Path) -> None:
        path = min(place.glob(pattern))
        path.write_bytes(change(path.read_bytes()))

    return run


def lose(pattern: str) -> Callable[[Path], None]:
    return lambda place: min(place.glob(pattern)).unlink()


def rewrite(text: str) -> Callable[[Path], None]:
    def run(place: Path) -> None:
        (place / directory.MARKER).write_text(text)

    return run


def set_version(version: int) -> Callable[[Path], None]:
    def run(place: Path) -> None:
        engine = ox.Store(str(place / "quads"))
        engine.update(
            "PREFIX rg: <https://w3id.org/relgraph/ns#> "
            f"DELETE {{ GRAPH ?g {{ ?s rg:formatVersion ?v }} }} "
            f"INSERT {{ GRAPH ?g {{ ?s rg:formatVersion {version} }} }} "
            "WHERE { GRAPH ?g { ?s rg:formatVersion ?v } }"
        )

    return run


def forget_base(place: Path) -> None:
    ox.Store(str(place / "quads")).update("DROP ALL; INSERT DATA { <e:a> <e:b> <e:c> }")


SPOILED = [
    pytest.param(spoil("quads/CURRENT", lambda _: b""), "damaged", id="CURRENT empty"),
    pytest.param(
        spoil("quads/CURRENT", lambda _: b"\x00\xff" * 9), "damaged", id="CURRENT garbage"
    ),
    pytest.param(lose("quads/CURRENT"), "damaged", id="CURRENT lost"),
    pytest.param(spoil("quads/MANIFEST*", lambda _: b""), "damaged", id="MANIFEST empty"),
    pytest.param(
        spoil("quads/MANIFEST*", lambda old: b"\xa5" * len(old)), "damaged", id="MANIFEST garbage"
    ),
    pytest.param(lose("quads/MANIFEST*"), "damaged", id="MANIFEST lost"),
    pytest.param(
        spoil("quads/*.sst", lambda old: old[: len(old) // 2]), "damaged", id="file cut short"
    ),
    pytest.param(lose("quads/*.sst"), "damaged", id="file lost"),
    pytest.param(rewrite("\x00\x01garbage"), "damaged: its file", id="marker garbage"),
    pytest.param(rewrite(""), "damaged: its file", id="marker empty"),
    pytest.param(rewrite("A relgraph store, format 2."), "a newer relgraph", id="marker newer"),
    pytest.param(rewrite("A relgraph store, format 0."), "an older relgraph", id="marker older"),
    pytest.param(set_version(7), "a newer relgraph: format 7", id="newer"),
    pytest.param(set_version(0), "an older relgraph: format 0", id="older"),
    pytest.param(forget_base, "what its base IRI is", id="no base"),
]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(("spoiling", "words"), SPOILED)
def test_a_damaged_store_is_left_as_it_is(
    place: Path, spoiling: Callable[[Path], None], words: str, way: dict[str, bool]
) -> None:
    spoiling(place)
    before = contents(place)
    with pytest.raises(StoreError) as caught:
        open_store(str(place), **way)
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)
    assert caught.value.hint
    assert contents(place) == before


def test_a_file_is_no_store(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("mine")
    with pytest.raises(StoreError, match="is a file, not the directory"):
        open_store(str(path), create=True)
    assert path.read_text() == "mine"


def test_no_store_is_made_within_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    with pytest.raises(StoreError, match="cannot be made here; name a directory elsewhere"):
        open_store(str(tmp_path / "file" / "store"), create=True)


def test_a_directory_of_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.doc").write_text("mine")
    with pytest.raises(StoreError, match="no relgraph store but other files"):
        open_store(str(tmp_path), create=True)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.doc"]


def test_an_empty_directory_is_no_store_until_one_is_made(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no store here"):
        open_store(str(tmp_path))
    assert list(tmp_path.iterdir()) == []
    open_store(str(tmp_path), create=True).close()
    open_store(str(tmp_path)).close()


def test_no_directory_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no store here"):
        open_store(str(tmp_path / "none"), read_only=True)
    assert not (tmp_path / "none").exists()


def test_an_unfinished_store_is_finished_by_the_next_writer(tmp_path: Path) -> None:
    directory.make(tmp_path)
    with pytest.raises(StoreError, match="never finished"):
        open_store(str(tmp_path))
    store = open_store(str(tmp_path), create=True, read_only=True)
    assert store.base == "https://w3id.org/relgraph/id/"
    store.close()


@pytest.mark.parametrize("location", ["https://e.org/sparql", "postgres://localhost/x"])
def test_speaks_no_other_scheme(location: str) -> None:
    with pytest.raises(UsageError, match="no store speaks"):
        open_store(location)


PROBLEMS = [
    pytest.param("IO error: No space left on device: While appending", "no room left", id="disk"),
    pytest.param(
        "IO error: While lock file: s/LOCK: Permission denied", "no permission", id="rights"
    ),
    pytest.param("IO error: While lock file: s/LOCK: Resource temp", "is writing", id="lock"),
    pytest.param("Corruption: checksum mismatch", "is damaged", id="damage"),
    pytest.param("something else", "cannot be used: something else", id="other"),
]


@pytest.mark.parametrize(("message", "words"), PROBLEMS)
def test_says_what_the_matter_is(message: str, words: str) -> None:
    assert words in str(directory.problem(OSError(message), "here"))


FILLER = """
import resource, signal, sys, pyoxigraph as ox
from relgraph.errors import StoreError
from relgraph.store import open_store
store = open_store(sys.argv[1])
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
node = lambda name: ox.NamedNode("https://w3id.org/relgraph/id/" + name)
try:
    store.replace({node("g"): [
        ox.Quad(node(f"s{n}"), node("p"), ox.Literal("x" * 1000), node("g")) for n in range(2000)
    ]})
except StoreError as error:
    print(error)
"""


def test_a_full_disk_leaves_the_store_as_it_was(place: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", FILLER, str(place)], capture_output=True, text=True, check=False
    )
    assert "no room left on the disk" in run.stdout
    store = open_store(str(place))
    assert store.stats().quads == 2
    store.close()


def fail(number: int) -> Callable[..., None]:
    def run(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    return run


def test_reads_where_the_disk_has_no_hard_links(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.link", fail(errno.EXDEV))
    store = open_store(str(place), read_only=True)
    assert store.stats().quads == 2
    store.close()


def test_reads_from_a_full_disk_by_way_of_another(
    place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(elsewhere))
    copyfile = shutil.copyfile

    def copy_if_there_is_room(source: Path, target: Path) -> Path:
        if elsewhere not in target.parents:
            raise OSError(errno.ENOSPC, "No space left on device")
        return copyfile(source, target)

    monkeypatch.setattr("shutil.copyfile", copy_if_there_is_room)
    store = open_store(str(place), read_only=True)
    assert store.stats().quads == 2
    assert list((place / "snapshots").iterdir()) == []
    store.close()
    assert list(elsewhere.iterdir()) == []


def test_a_writer_clears_away_what_killed_readers_left(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(directory, "STALE_AFTER", -1.0)
    left = directory.copy_of_live(place).parent
    reader = open_store(str(place), read_only=True)
    (used,) = set((place / "snapshots").iterdir()) - {left}
    open_store(str(place)).close()
    assert list((place / "snapshots").iterdir()) == [used]
    assert reader.stats().quads == 2
    reader.close()
    assert list((place / "snapshots").iterdir()) == []
