"""`proposal list` and `proposal export`: what is proposed, and a proposal for a reader or another tool."""

from __future__ import annotations

from pathlib import Path

import click

from blindspot.cli.handover import language_option, options_of, output_option, write_made
from blindspot.cli.root import as_json_option, main, opened, print_json, say
from blindspot.plan.handover import PROPOSAL_FORMATS, hand_over_proposal


@main.group("proposal")
def proposal_group() -> None:
    """List proposals and write them out."""


@proposal_group.command("list")
@as_json_option
@click.pass_context
def proposal_list(context: click.Context, is_json: bool) -> None:
    """List the proposals with how much speaks for and against each."""
    with opened(context) as store:
        rows = store.rows("plan/listed_proposals")
    if is_json:
        print_json({"proposals": rows})
        return
    for row in rows:
        say(f"{row['id']:>6} {row['title']} ({row['status']})")


@proposal_group.command("export")
@click.argument("proposal", metavar="ID")
@click.option("--format", "format", type=click.Choice(PROPOSAL_FORMATS), default="md", show_default=True)
@language_option
@output_option
@click.pass_context
def proposal_export(context: click.Context, proposal: str, format: str, lang: str | None, output: Path | None) -> None:
    """Write a proposal with its claims and their sources."""
    with opened(context) as store:
        made = hand_over_proposal(store, proposal, format, options_of(lang))
    write_made(made, output)
