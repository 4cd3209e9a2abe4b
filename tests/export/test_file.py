"""A file is written whole or not at all, and says in one line why not."""

import errno
import os
import stat
from pathlib import Path
from typing import BinaryIO, TextIO

import pytest

from relgraph.errors import InputError, UsageError
from relgraph.export import FORMATS, Format, write_file
from relgraph.view import GraphView

GRAPHML = FORMATS["graphml"]


def breaks(view: GraphView, out: TextIO) -> None:
    out.write("half")
    out.flush()
    raise OSError(errno.ENOSPC, "No space left on device")


BROKEN = Format("broken", ".x", "nothing", "text/plain", write=breaks)


class Nquads:
    """A store that has one thing to say."""

    location, base = "memory:", "https://w3id.org/relgraph/id/"

    def export(self, out: BinaryIO, *, syntax: str) -> None:
        out.write(f"in {syntax}\n".encode())


def test_writes_where_told(view: GraphView, tmp_path: Path) -> None:
    path = write_file(GRAPHML, view, tmp_path / "graph.graphml")
    assert path == tmp_path / "graph.graphml"
    assert path.read_text("utf-8").endswith("</graphml>\n")


def test_leaves_nothing_else_behind(view: GraphView, tmp_path: Path) -> None:
    write_file(GRAPHML, view, tmp_path / "graph.graphml")
    assert [path.name for path in tmp_path.iterdir()] == ["graph.graphml"]


def test_a_full_disk_leaves_what_was_there(view: GraphView, tmp_path: Path) -> None:
    path = tmp_path / "graph.x"
    path.write_text("before", "utf-8")
    with pytest.raises(InputError) as caught:
        write_file(BROKEN, view, path)
    assert str(caught.value) == (
        f"{path}: cannot write: no space left on device; nothing was written"
    )
    assert [(p.name, p.read_text("utf-8")) for p in tmp_path.iterdir()] == [("graph.x", "before")]


def test_a_full_device(view: GraphView) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    with pytest.raises(InputError, match="/dev/full: cannot write: no space left on device"):
        write_file(GRAPHML, view, "/dev/full")


def test_a_folder_that_is_not_there(view: GraphView, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"make the folder .*nowhere first"):
        write_file(GRAPHML, view, tmp_path / "nowhere" / "graph.graphml")


def test_a_folder_in_place_of_a_file(view: GraphView, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot write: is a directory"):
        write_file(GRAPHML, view, tmp_path)


@pytest.mark.skipif(os.name != "posix", reason="no permissions of that kind")
def test_a_file_keeps_its_permissions(view: GraphView, tmp_path: Path) -> None:
    path = tmp_path / "graph.graphml"
    path.touch()
    path.chmod(0o640)
    write_file(GRAPHML, view, path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@pytest.mark.skipif(os.name != "posix", reason="links need a right there")
def test_a_link_stays_a_link(view: GraphView, tmp_path: Path) -> None:
    link, path = tmp_path / "link.graphml", tmp_path / "graph.graphml"
    link.symlink_to(path)
    write_file(GRAPHML, view, link)
    assert link.is_symlink()
    assert path.read_text("utf-8").endswith("</graphml>\n")


def test_a_hyphen_is_stdout(view: GraphView, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    write_file(GRAPHML, view, "-")
    out, err = capsysbinary.readouterr()
    assert out.startswith(b"<?xml")
    assert err == b""


def test_a_store_is_dumped(tmp_path: Path) -> None:
    path = write_file(FORMATS["trig"], Nquads(), tmp_path / "graph.trig")  # type: ignore[arg-type]  # no more of a store is needed
    assert path.read_text("utf-8") == "in trig\n"


@pytest.mark.parametrize(
    ("name", "says"),
    [
        pytest.param("trig", "trig: holds the whole store, not a view of it", id="view as dump"),
        pytest.param("graphml", "graphml: holds a view, not the whole store", id="store as view"),
    ],
)
def test_a_format_says_what_it_takes(name: str, says: str, view: GraphView, tmp_path: Path) -> None:
    source = view if name == "trig" else Nquads()
    with pytest.raises(UsageError) as caught:
        write_file(FORMATS[name], source, tmp_path / "x")  # type: ignore[arg-type]  # the mistake that is tested
    assert str(caught.value) == says
    assert list(tmp_path.iterdir()) == []
