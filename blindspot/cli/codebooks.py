"""`codebook load` and `codebook show`."""

from __future__ import annotations

from pathlib import Path

import click

from blindspot.cli.root import main, opened, read_text, say
from blindspot.labelling.codebook import dump
from blindspot.library.codebooks import find_topic, load_codebook, show_codebook
from blindspot.settings import read_settings


@main.group("codebook")
def codebook_group() -> None:
    """Load and show a topic with its angles."""


@codebook_group.command("load")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.pass_context
def codebook_load(context: click.Context, file: Path) -> None:
    """Load a codebook file; loading it again updates by key."""
    with opened(context) as store:
        topic = load_codebook(store, read_settings().name, read_text(file), file=file.name)
        angles = len(show_codebook(store, topic.topic_id).angles)
    say(f"{topic.name}: {angles} angles, version {topic.version}")
    for one in topic.replaced:
        say(f"{one.name}: replaced what {one.who} wrote on {one.at:%Y-%m-%d %H:%M}; it stands in the history")


@codebook_group.command("show")
@click.argument("topic")
@click.pass_context
def codebook_show(context: click.Context, topic: str) -> None:
    """Print a topic's codebook in the form that `codebook load` reads."""
    with opened(context) as store:
        click.echo(dump(show_codebook(store, find_topic(store, topic).topic_id)), nl=False)
