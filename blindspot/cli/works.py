"""`works`: the rows behind a number."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import click

from blindspot.cli.root import as_json_option, main, opened, print_json, say
from blindspot.errors import NotFound
from blindspot.explore.filters import Filters
from blindspot.explore.works import Selection, Work, list_works
from blindspot.library.codebooks import find_topic
from blindspot.store import Store


@main.command("works")
@click.argument("topic")
@click.option("--angle")
@click.option("--unlabelled", is_flag=True)
@as_json_option
@click.pass_context
def works_command(context: click.Context, topic: str, angle: str | None, unlabelled: bool, is_json: bool) -> None:
    """List the works behind a number, with the words that matched."""
    with opened(context) as store:
        entry = find_topic(store, topic)
        angle_id = None if angle is None else angle_id_of(store, entry.topic_id, angle)
        works = list_works(store, entry.topic_id, Filters(), Selection(angle_id=angle_id, is_unlabelled=unlabelled))
    if is_json:
        print_json({"works": [work_json(work) for work in works]})
        return
    for work in works:
        angles = ", ".join(label.angle for label in work.labels)
        title = " ".join((work.title or work.text or "").split())
        say(f"{work.platform} {work.work_id}  {work.creator or '?'}  {title}  [{angles}]")


def angle_id_of(store: Store, topic_id: int, key: str) -> int:
    """Return the id of an angle of the topic by its key."""
    found = store.rows("library/angle_id", topic_id=topic_id, key=key)
    if not found:
        raise NotFound("There is no angle “{name}” in this topic.", "`codebook show` lists them.", name=key)
    angle_id: int = found[0]["angle_id"]
    return angle_id


def work_json(work: Work) -> dict[str, Any]:
    """Return the stable JSON form of one work."""
    return {
        "platform": work.platform,
        "work_id": work.work_id,
        "creator": work.creator,
        "title": work.title or work.text,
        "published_at": work.published_at.isoformat() if work.published_at else None,
        "url": work.url,
        "angles": [
            {
                "angle": label.angle,
                "origin": label.origin,
                "score": label.score,
                "matched": [asdict(word) for word in label.words],
            }
            for label in work.labels
        ],
    }
