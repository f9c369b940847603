"""What is handed over, opened by the libraries of other people's tools: six shots in 45 seconds, upright."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import mammoth
import openpyxl
import opentimelineio as otio
import pypdfium2
import pysubs2
import vobject
from lxml import etree
from places import ROOT
from pyJianYingDraft import DraftFolder
from screenplain.parsers import fountain
from screenplain.types import Dialog, Slug

FRAMES = (150, 240, 300, 180, 255, 225)
NAMES = tuple(f"S{number:02}" for number in range(1, 7))
SECONDS, FPS, CANVAS = 45, 30, (1080, 1920)
DTD = etree.DTD(str(ROOT / "tests" / "writers" / "fcpxml_1_10.dtd"))


class HandedOver:
    """The files of a zip by their format, unpacked into a folder."""

    def __init__(self, file: Path, folder: Path) -> None:
        with zipfile.ZipFile(file) as archive:
            assert archive.testzip() is None
            archive.extractall(folder)
        self.manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        self.folder = folder
        self._files = {each["format"]: folder / each["file"] for each in self.manifest["files"]}
        written = {path.name for path in folder.iterdir()}
        assert written == {path.name for path in self._files.values()} | {"manifest.json"}
        for each in self.manifest["files"]:
            content = (folder / each["file"]).read_bytes()
            assert (len(content), hashlib.sha256(content).hexdigest()) == (each["bytes"], each["sha256"]), each

    def path(self, format: str) -> Path:
        return self._files[format]

    def text(self, format: str) -> str:
        return self.path(format).read_text(encoding="utf-8-sig")

    def shots(self) -> list[dict[str, Any]]:
        """Return the shots with their claims and sources as the timeline tells them."""
        return [_told(clip) for clip in self._opened().video_tracks()[0].find_clips()]

    def timeline(self) -> dict[str, Any]:
        """Return what the timeline tells of the episode and its proposal."""
        return _told(self._opened())

    def _opened(self) -> otio.schema.Timeline:
        return otio.adapters.read_from_file(str(self.path("otio")))


def check_timelines(handed: HandedOver) -> None:
    """Six clips with the same cuts in every format that has cuts."""
    timeline = otio.adapters.read_from_file(str(handed.path("otio")))
    assert timeline.duration() == otio.opentime.RationalTime(SECONDS * FPS, FPS)
    assert _lengths(timeline) == FRAMES
    canvas = handed.timeline()
    assert (canvas["width"], canvas["height"]) == CANVAS
    cuts = otio.adapters.read_from_string(handed.text("edl"), "cmx_3600", rate=float(FPS))
    assert _lengths(cuts) == FRAMES

    root = etree.fromstring(handed.path("fcpxml").read_bytes())
    assert DTD.validate(root), DTD.error_log
    lengths = [item.get("duration") for item in root.find(".//spine")]
    assert [_seconds(text) * FPS for text in lengths] == list(FRAMES)
    premiere = etree.fromstring(handed.path("fcp7").read_bytes())
    assert premiere.findtext(".//sequence/duration") == str(SECONDS * FPS)
    size = "sequence/media/video/format/samplecharacteristics"
    assert tuple(int(premiere.findtext(f".//{size}/{name}")) for name in ("width", "height")) == CANVAS

    drafts = handed.folder / "drafts"
    zipfile.ZipFile(handed.path("jianying")).extractall(drafts)
    [draft] = (path.name for path in drafts.iterdir() if path.is_dir())
    loaded = DraftFolder(str(drafts)).load_template(draft)
    assert (loaded.width, loaded.height, loaded.duration) == (*CANVAS, SECONDS * 1_000_000)


def check_texts(handed: HandedOver, shots: list[dict[str, str]], claims: list[str]) -> None:
    """What is seen, said and claimed stands in every format for people to read."""
    said = [shot["narration"] for shot in shots]
    assert [shot["narration"] for shot in handed.shots()] == said
    cues = pysubs2.SSAFile.from_string(handed.text("srt"), format_="srt")
    assert _squeezed("".join(cue.plaintext for cue in cues)) == _squeezed("".join(said))
    assert (cues[0].start, cues[-1].end) == (0, SECONDS * 1000)
    play = fountain.parse(io.StringIO(handed.text("fountain")))
    assert [str(part.scene_number) for part in play if isinstance(part, Slug)] == list(NAMES)
    spoken = [" ".join(str(line) for _, line in part.blocks) for part in play if isinstance(part, Dialog)]
    assert spoken == said

    [sheet, *_] = openpyxl.load_workbook(handed.path("xlsx")).worksheets
    cells = {str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell is not None}
    assert {*NAMES, *said} <= cells
    rows = list(csv.DictReader(io.StringIO(handed.text("csv"))))
    assert [int(row["frames"]) for row in rows] == list(FRAMES)
    document = mammoth.extract_raw_text(io.BytesIO(handed.path("docx").read_bytes())).value
    for text in (_pages(handed.path("pdf")), document, handed.text("md")):
        squeezed = _squeezed(text)
        assert [each for each in (*said, *claims) if _squeezed(each) not in squeezed] == []


def check_traces(handed: HandedOver, expected: list[list[str]]) -> None:
    """Each shot leads to its claims, each claim to its sources, in the timeline as in the lossless file."""
    shots = handed.shots()
    assert [[claim["statement"] for claim in shot["claims"]] for shot in shots] == expected
    assert all(claim["sources"] and claim["grade"] != "unrated" for shot in shots for claim in shot["claims"])
    plan = json.loads(handed.text("json"))
    [episode] = (episode for series in plan["series"] for episode in series["episodes"])
    told = [[plan["claims"][place] for place in shot["claims"]] for shot in episode["shots"]]
    assert [[claim["statement"] for claim in claims] for claims in told] == expected
    cited = [{plan["sources"][use["source"]]["name"] for use in claim["uses"]} for claims in told for claim in claims]
    assert all(cited)


def check_calendar(content: str, titles: list[str]) -> None:
    events = vobject.readOne(content).contents["vevent"]
    assert [event.summary.value.rpartition(": ")[2] for event in events] == titles


def _told(of: otio.core.SerializableObjectWithMetadata) -> dict[str, Any]:
    return json.loads(otio.core.serialize_json_to_string(of.metadata["blindspot"]))


def _lengths(timeline: otio.schema.Timeline) -> tuple[int, ...]:
    return tuple(round(clip.duration().value) for clip in timeline.video_tracks()[0].find_clips())


def _seconds(text: str) -> float:
    over, _, under = text.removesuffix("s").partition("/")
    return int(over) / int(under or 1)


def _pages(file: Path) -> str:
    """Return the text of a PDF, none of whose pages is blank; another reader must find the same words."""
    document = pypdfium2.PdfDocument(file)
    for page in document:
        low, high = page.render(scale=0.5).to_pil().convert("L").getextrema()
        assert (low, high) != (255, 255), "a page is blank"
        assert low < 128 < high
    text = "".join(page.get_textpage().get_text_range() for page in document)
    if tool := shutil.which("pdftotext"):
        other = subprocess.run([tool, "-enc", "UTF-8", str(file), "-"], capture_output=True, check=True, timeout=60)
        assert {*_chinese(other.stdout.decode())} == {*_chinese(text)} != set()
    return text


def _chinese(text: str) -> list[str]:
    return re.findall(r"[\u4e00-\u9fff]", text)


def _squeezed(text: str) -> str:
    return re.sub(r"[\s\\\uFFFE]+", "", text)
