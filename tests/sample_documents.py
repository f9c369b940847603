"""The invented documents of data/sample, and the sample's works as if they were a user's own."""

from __future__ import annotations

from command_line import Run
from places import ROOT

SAMPLE = ROOT / "data" / "sample"
REPORT = SAMPLE / "research_report.md"
SECOND_REPORT = SAMPLE / "second_report.md"
ARTICLES = (SAMPLE / "article_with_front_matter.md", SAMPLE / "article_plain.txt", SAMPLE / "saved_page.html")
COMMENTS = SAMPLE / "comments.csv"
INTEREST = SAMPLE / "interest.csv"
HOT_TOPICS = SAMPLE / "hot_topics.md"
TOPIC = "Seedance 2.0"
GAP = "data_sustainability"


def bring_works(run: Run) -> None:
    """Bring the sample's codebook and works into a database that is then the user's own."""
    run("codebook", "load", SAMPLE / "sample_codebook.toml")
    run("import", SAMPLE / "ai_video_sample.csv")


def lines(text: str) -> list[str]:
    """Return what a round trip keeps: the lines that are not blank, without the blanks at their ends."""
    return [line.rstrip() for line in text.splitlines() if line.strip()]
