"""What is measured against what: one command each (`python -m benchmarks.import_speed`); results in README.md."""
