"""DOCX and PDF, read back by other libraries: the texts, the tables and the pictures that were put in."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import numpy as np
import pypdfium2
import pytest
import typst
from boards import HOSTILE, episode, hostile_shots, long_shots, picture
from briefs import OPTIONS, PROPOSAL, briefed
from docx2python import docx2python
from PIL import Image

from blindspot.domain import RATIOS, Episode
from blindspot.writers import pdf_file
from blindspot.writers.docx_file import EAST_ASIAN, write_docx, write_proposal_docx
from blindspot.writers.names import clean
from blindspot.writers.pdf_file import FONTS, missing_fonts, write_pdf
from blindspot.writers.plain import plain_text
from blindspot.writers.words import word

TEXTS = ("picture", "narration", "on_screen_text", "sound", "camera")
LANGUAGES = pytest.mark.parametrize("language", ["zh", "en"])
needs_font = pytest.mark.skipif(missing_fonts() is not None, reason="no font for Chinese on this machine")


def tables_of(content: bytes) -> list[list[list[str]]]:
    """Return the tables of a Word file with the text of each cell."""
    with docx2python(io.BytesIO(content)) as read:
        found = [[["\n".join(cell) for cell in row] for row in table] for table in read.body]
    return [table for table in found if len(table) > 1 and len(table[0]) > 1]


def pages_of(content: bytes) -> list[str]:
    """Return the text of each page of a PDF without white space, where lines are broken as they fit."""
    document = pypdfium2.PdfDocument(content)
    texts = [document[at].get_textpage().get_text_bounded() for at in range(len(document))]
    document.close()
    return [re.sub(r"\s|\ufffe", "", text) for text in texts]


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


@LANGUAGES
def test_a_word_file_has_the_claims_with_grades_and_sources_and_a_row_a_shot(language: str) -> None:
    written = briefed()
    claims, shots = tables_of(write_docx(written, OPTIONS[language]))
    stated = [
        f"F{number} {each.claim.statement}" if each.claim else each.title
        for number, each in enumerate(PROPOSAL.claims, 1)
    ]
    assert [row[0] for row in claims[1:]] == stated
    assert [row[1].split("\n")[0] for row in claims[1:]] == [
        word("grades", each.grade, language) for each in PROPOSAL.claims
    ]
    assert "报价单 https://books.example/prices?year=2026&x=(1)\n电话记录" in claims[3][2]
    assert len(shots) == 1 + len(written.shots)
    for row, shot in zip(shots[1:], written.shots, strict=True):
        assert row[0].startswith(shot.name) and f"{shot.frames} f" in row[1]
        assert row[3:7] == [shot.picture, shot.narration, shot.on_screen_text, shot.sound]
        for text in (shot.visual, shot.asset, shot.prompt, *(claim.statement for claim in shot.claims)):
            assert text in row[7]


def test_a_word_file_says_the_whole_argument() -> None:
    for content in (write_docx(briefed(), OPTIONS["zh"]), write_proposal_docx(PROPOSAL, OPTIONS["zh"])):
        with docx2python(io.BytesIO(content)) as read:
            text = squeezed(read.text)
        points = (*PROPOSAL.values, *PROPOSAL.visuals, *PROPOSAL.risks)
        answers = [plain_text(each.answer) for each in PROPOSAL.counterpoints]
        for said in (PROPOSAL.gap, PROPOSAL.thesis, PROPOSAL.difference, *answers, *(point.title for point in points)):
            assert squeezed(said) in text


def test_a_word_file_holds_the_pictures_and_names_a_chinese_font_everywhere() -> None:
    with docx2python(io.BytesIO(write_docx(briefed(), OPTIONS["zh"]))) as read:
        assert list(read.images.values()) == [picture().content]
        [styles] = [file.root_element for file in read.docx_reader.files if file.path.endswith("styles.xml")]
    fonts = [node.attrib for node in styles.iter() if node.tag.endswith("}rFonts")]
    assert fonts
    assert all(any(name.endswith("}eastAsia") and font == EAST_ASIAN for name, font in each.items()) for each in fonts)
    assert not any("Theme" in name for each in fonts for name in each)


def test_a_word_file_takes_pictures_in_every_format_that_is_kept() -> None:
    for form, media_type in (("JPEG", "image/jpeg"), ("PNG", "image/png"), ("WEBP", "image/webp")):
        file = io.BytesIO()
        Image.new("RGB", (90, 160), "olive").save(file, form)
        image = replace(picture(), media_type=media_type, content=file.getvalue())
        written = briefed(shots=(replace(briefed().shots[0], image=image),))
        with docx2python(io.BytesIO(write_docx(written, OPTIONS["zh"]))) as read:
            assert len(read.images) == 1
        assert write_pdf(written, OPTIONS["zh"]).startswith(b"%PDF")


def test_hostile_texts_stay_texts_in_a_word_file() -> None:
    shots = hostile_shots()
    _, table = tables_of(write_docx(episode(shots), OPTIONS["zh"]))
    assert [squeezed(row[3]) for row in table[1:]] == [squeezed(clean(shot.picture)) for shot in shots]


@needs_font
@LANGUAGES
def test_every_text_of_a_brief_is_found_in_its_pdf(language: str) -> None:
    written = briefed()
    text = "".join(pages_of(write_pdf(written, OPTIONS[language])))
    points = (*PROPOSAL.values, *PROPOSAL.visuals, *PROPOSAL.risks)
    said = [PROPOSAL.gap, PROPOSAL.thesis, PROPOSAL.difference, written.title, written.hook]
    said += [point.title for point in points] + [each.claim.statement for each in PROPOSAL.claims if each.claim]
    said += [getattr(shot, name) for shot in written.shots for name in TEXTS[:4]]
    said += [shot.name for shot in written.shots]
    assert [one for one in said if squeezed(one) not in text] == []


@needs_font
def test_nothing_that_people_wrote_is_taken_as_markup() -> None:
    texts = ('#read("/etc/passwd")', '#image("x")', "$x^2$", "*b* _i_ `c`", "= H", "<label>", "@ref", "\\u{41}", "//x")
    shots = tuple(replace(shot, picture=text) for shot, text in zip(hostile_shots(), texts, strict=False))
    text = "".join(pages_of(write_pdf(episode(shots), OPTIONS["zh"])))
    assert [one for one in texts if squeezed(one) not in text] == []


def test_hostile_and_endless_texts_make_a_pdf_of_which_nothing_is_cut() -> None:
    written = episode(hostile_shots(), title=HOSTILE[4])
    text = "".join(pages_of(write_pdf(written, OPTIONS["zh"])))
    assert text.count("长") >= 6 * 10_000


def test_a_template_reads_nothing_outside_its_own_folder(tmp_path, monkeypatch) -> None:
    template = tmp_path / "brief.typ"
    template.write_text('#read("../../../../../etc/hosts")', encoding="utf-8")
    monkeypatch.setattr(pdf_file, "TEMPLATE", template)
    with pytest.raises(typst.TypstError):
        write_pdf(briefed(), OPTIONS["zh"])


@pytest.mark.parametrize("ratio", RATIOS)
def test_a_pdf_shows_the_frames_in_the_ratio_of_the_episode(ratio: str) -> None:
    width, height = RATIOS[ratio]
    document = pypdfium2.PdfDocument(write_pdf(briefed(width=width, height=height), OPTIONS["zh"]))
    boxes = [item.get_bounds() for page in document for item in page.get_objects() if item.type == 3]
    shapes = [(right - left) / (top - bottom) for left, bottom, right, top in boxes]
    # the picture covers the frame, which cuts what stands out
    assert len(shapes) == 1
    document.close()


def test_a_frame_without_a_picture_has_no_ground() -> None:
    shots = tuple(replace(shot, image=None) for shot in briefed().shots)
    document = pypdfium2.PdfDocument(write_pdf(briefed(shots=shots), OPTIONS["zh"]))
    inked = [np.asarray(page.render(scale=1, grayscale=True).to_pil()) < 250 for page in document]
    document.close()
    # text and thin lines cover a few hundredths; six grey frames would cover a tenth of their page
    assert max(float(page.mean()) for page in inked) < 0.09
    assert float(inked[-1].mean()) > 0.005


def test_two_hundred_shots_go_over_many_pages() -> None:
    written: Episode = episode(long_shots(), proposal=None)
    pages = pages_of(write_pdf(written, OPTIONS["zh"]))
    assert len(pages) > 20
    assert all(any(shot.name in page for page in pages) for shot in written.shots)


def test_the_same_episode_at_the_same_time_is_the_same_file() -> None:
    assert write_pdf(briefed(), OPTIONS["zh"]) == write_pdf(briefed(), OPTIONS["zh"])


def test_a_missing_font_is_told(monkeypatch) -> None:
    monkeypatch.setattr(pdf_file, "_families", lambda: frozenset({"DejaVu Sans"}))
    assert FONTS[0] in str(missing_fonts())
