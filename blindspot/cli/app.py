"""`app`: opens the pages, in a checkout as in an installed product."""

from __future__ import annotations

import os
import subprocess
import sys

import click

from blindspot.cli.root import main
from blindspot.settings import SECRETS
from blindspot.shipped import APP


@main.command("app", context_settings={"ignore_unknown_options": True})
@click.argument("options", nargs=-1, type=click.UNPROCESSED)
@click.pass_context
def app_command(context: click.Context, options: tuple[str, ...]) -> None:
    """Open the pages in the browser. OPTIONS are those of `streamlit run`, such as --server.port 8600."""
    # -P keeps modules and the secrets of the folder that one stands in out of the app; its configuration lies beside it
    command = [sys.executable, "-P", "-m", "streamlit", "run", str(APP), f"--secrets.files={SECRETS}", *options]
    os.environ["BLINDSPOT_DB"] = str(context.obj.absolute())
    if os.name == "nt":  # there a process cannot become another one
        sys.exit(subprocess.call(command))  # noqa: S603 a command of our own, with what its caller adds
    os.execv(sys.executable, command)  # noqa: S606
