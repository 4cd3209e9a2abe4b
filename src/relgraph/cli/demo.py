"""``relgraph demo``: build a small graph from the sample articles, to look at."""

from pathlib import Path

import click

from relgraph import export, resources
from relgraph.cli.options import opened, say
from relgraph.cli.results import write
from relgraph.queries import named

QUERY = "meetings"
FORMATS = ("html", "graphml", "turtle")


@click.command(short_help="Build a small graph from the sample articles, to look at.")
@click.argument("folder", default="demo", type=click.Path(file_okay=False, path_type=Path))
def command(folder: Path) -> None:
    """Read the sample articles into FOLDER (demo), ask one question, and write what to look at."""
    sample = resources.folder("graph") / "sample" / "articles.jsonl"
    folder.mkdir(parents=True, exist_ok=True)
    with opened(str(folder / "store"), create=True, read_only=False) as graph:
        say("reading the sample articles …")
        graph.ingest(sample)
        query = named(QUERY)
        say(f"\nrelgraph run {QUERY}: {query.summary}\n")
        write(graph.store.query(query.bind(graph.store)), "table", None)
        written = [
            graph.export(name, folder / f"graph{export.named(name).suffix}") for name in FORMATS
        ]
    say("\nHere is what to look at:")
    say(f"  {folder / 'store'}  the store: relgraph query --store {folder / 'store'} …")
    for path in written:
        say(f"  {path}")
