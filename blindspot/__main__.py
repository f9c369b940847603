"""`python -m blindspot`."""

from blindspot.cli import main

main(prog_name="python -m blindspot")
