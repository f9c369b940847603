"""The plan to files of other tools: one module a format, values in, bytes out; knows no database."""

from __future__ import annotations

from blindspot.writers.brief_markdown import MD
from blindspot.writers.csv_file import CSV
from blindspot.writers.docx_file import DOCX
from blindspot.writers.edl import EDL
from blindspot.writers.fcp7 import FCP7
from blindspot.writers.fcpxml import FCPXML
from blindspot.writers.fountain import FOUNTAIN
from blindspot.writers.jianying import JIANYING
from blindspot.writers.otio_file import OTIO, OTIOZ
from blindspot.writers.pdf_file import PDF
from blindspot.writers.srt_file import SRT
from blindspot.writers.writer import Options, Writer
from blindspot.writers.xlsx_file import XLSX

WRITERS: tuple[Writer, ...] = (
    MD, DOCX, PDF, XLSX, CSV, SRT, FOUNTAIN, OTIO, OTIOZ, FCPXML, FCP7, EDL, JIANYING,
)  # fmt: skip
"""Every format of an episode but lossless JSON, the plan file's; a new one is a module and a line here."""

__all__ = ["WRITERS", "Options", "Writer"]
