"""The plan to files of other tools: one module a format, values in, bytes out; knows no database."""
