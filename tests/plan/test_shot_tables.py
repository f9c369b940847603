"""Shot lists come in as people have them: pasted or as files, in Chinese or English; every row is a shot or refused."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from fractions import Fraction
from itertools import accumulate, pairwise
from pathlib import Path

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from plan.storyboard_rows import store_with_shots

from blindspot.domain import CAMERA_ANGLES, MOVEMENTS, SIZES, TRANSITIONS, Episode, Shot
from blindspot.editing.items import Row
from blindspot.errors import FileRefused
from blindspot.plan.loading import load_episode
from blindspot.plan.storyboards.fields import CHOICES, FRAME_RATES, TEXTS
from blindspot.plan.storyboards.shots import add_shots, names_ahead
from blindspot.plan.storyboards.table_words import field_of, find_choice, read_camera
from blindspot.plan.storyboards.tables import ShotTable, read_pasted, read_shot_file, with_names
from blindspot.readers.own_files import files_are_ours
from blindspot.writers import WRITERS, Options
from blindspot.writers.brief_markdown import MD
from blindspot.writers.csv_file import write_csv
from blindspot.writers.words import word

FPS = Fraction(30)
RATES = sorted(FRAME_RATES.values())
CHINESE = (
    "镜号\t景别\t画面内容\t旁白\t字幕\t时长（秒）\t运镜\t负责人\n"
    "1\t特写\t沙漏里的沙快要漏完\t沙子总会漏完。\t还剩多久？\t3\t缓慢推近\t小林\n"
    '2\t全景\t"两扇门\n一左一右"\t\t两扇门\t4.5\t固定\t\n'
    "3A\t中景\t主持人走进画面\t先看左边。\t\t2秒\t跟拍\t\n"
)
ENGLISH = (
    "Shot,Size,Angle,Movement,Duration,Description,Dialogue/VO,On-screen text,Sound,Notes\n"
    "1,CU,low angle,Push in,5,An hourglass,Sand runs out.,How long?,ticking,\n"
    "2,Wide shot,eye level,Locked off,00:00:02:15,Two doors,,,,keep\n"
)
MARKDOWN = (
    "# 分镜\n\n| 时间 | 画面 | 口播 |\n| --- | :-: | --- |\n"
    "| 0-3s | 沙漏 | 沙子<br>漏完 |\n| 0:03–0:07.5 | **两扇门** \\| 左右 | |\n"
)


def read(text: str) -> ShotTable:
    return read_pasted(text, FPS)


def test_a_table_from_a_spreadsheet_in_chinese() -> None:
    table = read(CHINESE)
    assert (table.rejected, table.notes, table.unread) == ((), (), ("负责人",))
    assert table.shots[0] == {
        "name": "S01",
        "frames": 90,
        "size": "CU",
        "movement": "push_in",
        "picture": "沙漏里的沙快要漏完",
        "narration": "沙子总会漏完。",
        "on_screen_text": "还剩多久？",
    }
    assert table.shots[1]["picture"] == "两扇门\n一左一右"
    assert [(shot["name"], shot["frames"]) for shot in table.shots] == [("S01", 90), ("S02", 135), ("S03A", 60)]


def test_a_table_in_english() -> None:
    one, two = read(ENGLISH).shots
    assert (one["size"], one["camera_angle"], one["movement"], one["sound"]) == ("CU", "low", "push_in", "ticking")
    assert (two["size"], two["camera_angle"], two["frames"]) == ("WS", "eye", 75)


def test_a_column_visual_is_what_one_sees_where_no_other_says_it() -> None:
    [alone] = read("Shot,Visual,Duration\n1,A cat jumps,3").shots
    assert (alone["picture"], "visual" in alone) == ("A cat jumps", False)
    [both] = read("Shot,What one sees,Visual,Duration\n1,A cat jumps,a leap of faith,3").shots
    assert (both["picture"], both["visual"]) == ("A cat jumps", "a leap of faith")


def test_a_table_in_markdown_with_times_from_to() -> None:
    one, two = read(MARKDOWN).shots
    assert (one["frames"], one["narration"]) == (90, "沙子\n漏完")
    assert (two["frames"], two["picture"]) == (135, "两扇门 | 左右")


def test_the_columns_of_the_command_line() -> None:
    [shot] = read(
        "duration_seconds,picture,narration,on_screen_text,size,movement\n5,a dial,Tick.,now,ECU,static"
    ).shots
    assert (shot["frames"], shot["size"], shot["movement"]) == (150, "ECU", "static")


def test_a_row_that_cannot_be_read_is_refused_and_the_others_come_in() -> None:
    table = read("时长,画面\n3,沙漏\n很久,门\n,窗\n2,\n0,灯\n,\n5,桌子")
    assert [shot["picture"] for shot in table.shots] == ["沙漏", "桌子"]
    assert [(row, str(reason)) for row, reason in table.rejected] == [
        (3, "“很久” is no length."),
        (4, "It does not say how long it lasts."),
        (5, "It does not say what one sees or hears."),
        (6, "A shot lasts at least one frame and at most 3600 seconds."),
    ]


def test_words_that_are_not_understood_are_said() -> None:
    table = read("时长,画面,景别,转场\n3,沙漏,奇怪的,闪白")
    assert table.shots[0].keys() == {"frames", "picture"}
    assert [str(note) for _, note in table.notes] == [
        "“奇怪的” was not understood and left out.",
        "“闪白” was not understood and left out.",
    ]


def test_a_column_that_mixes_size_angle_and_move_is_taken_apart() -> None:
    shots = read("时长,画面,镜头语言,景别\n3,沙漏,特写·仰拍·推近,\n3,门,近景 平视,全景俯拍").shots
    assert (shots[0]["size"], shots[0]["camera_angle"], shots[0]["movement"]) == ("CU", "low", "push_in")
    assert (shots[1]["size"], shots[1]["camera_angle"]) == ("FS", "eye")


@pytest.mark.parametrize(
    ("column", "field"),
    [
        ("时长(s)", "duration_seconds"),
        ("时长（帧）", "frames"),
        ("Duration (frames)", "frames"),
        ("画面 Picture", "picture"),
        ("旁白/台词", "narration"),
        ("ON-SCREEN TEXT", "on_screen_text"),
        ("Shot #", "shot"),
        ("费用", None),
    ],
)
def test_a_column_is_known_by_its_names(column: str, field: str | None) -> None:
    assert field_of(column) == field


@pytest.mark.parametrize(
    ("field", "said", "key"),
    [
        ("size", "中近景", "MCU"),
        ("size", "大特写镜头", "ECU"),
        ("size", "Medium Close-Up", "MCU"),
        ("size", "a close-up of hands", "CU"),
        ("movement", "Slow dolly in", "push_in"),
        ("movement", "镜头缓慢拉远", "pull_out"),
        ("movement", "摇", "pan"),
        ("movement", "步步高升", None),
        ("transition", "叠化（1 秒）", "dissolve"),
        ("size", "music", None),
    ],
)
def test_words_stand_for_our_keys(field: str, said: str, key: str | None) -> None:
    assert find_choice(field, said) == key


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_words_of_our_own_documents_are_known(language: str) -> None:
    groups = {"size": SIZES, "camera_angle": CAMERA_ANGLES, "movement": MOVEMENTS}
    for field, keys in groups.items():
        for key in keys:
            assert read_camera(field, word(f"{field}s", key, language))[field] == key
    assert [find_choice("transition", word("transitions", key, language)) for key in TRANSITIONS] == list(TRANSITIONS)


def test_our_own_shot_list_comes_back_as_it_was(tmp_path: Path) -> None:
    store = store_with_shots()
    shots = [
        {"frames": 77, "picture": "=1+1", "narration": "-30 度", "size": "CU", "movement": "crane", "lens": "35mm"},
        {"frames": 1, "picture": "a,b\n“c”", "on_screen_text": "'=quoted", "transition": "whip", "prompt": "@x"},
        {"frames": 200, "picture": "门", "asset": "b/c.mp4", "visual": "两扇门", "sound": "+风", "camera_angle": "pov"},
    ]
    add_shots(store, "Ann", 1, shots)
    before = load_episode(store, 1)
    path = tmp_path / "shots.csv"
    path.write_bytes(write_csv(before, Options()))
    table = read_shot_file(path, "shots.csv", before.fps)
    assert (table.rejected, table.notes) == ((), ())
    again = store_with_shots()
    add_shots(again, "Ann", 1, table.shots, origin="import")
    kept = ("name", "frames", *shots[0], *shots[1], *shots[2])
    for one, two in zip(before.shots, load_episode(again, 1).shots, strict=True):
        assert [getattr(one, field) for field in kept] == [getattr(two, field) for field in kept]
    store.close()
    again.close()


SIGNS = (
    "3*4*5=60", "_a_ b_c", "<b>x</b>", "[x](http://a.example)", "a|b\\\\|c\\\\", "# h", "- i", "1. n", "a\nb\n\nc",
    "<br>no", "https://x_y.example/a_b?d=1&e=_2_", "www.a_b.example", "x_y@b.example", "&lt; &#35;", "$x^2$", ":smile:",
    "~~d~~", "`c`", "你 好  二", "'=1", "+5", "[^1] ![i](u)", "**粗**", "==x==", "\\\\*", "a\tb",
)  # fmt: skip
"""What Markdown, spreadsheets or web pages take for more than letters."""


def read_back(written: Episode, format: str, folder: Path) -> ShotTable:
    writer = next(writer for writer in WRITERS if writer.format == format)
    path = folder / f"shots{writer.suffix}"
    path.write_bytes(writer.write(written, Options(language="zh")))
    with files_are_ours():
        return read_shot_file(path, path.name, written.fps)


KEPT = ("name", "frames", *CHOICES, *TEXTS)


def kept(shots: Sequence[Row | Shot]) -> list[list[object]]:
    """Return every field that a shot list holds."""
    rows = [shot if isinstance(shot, dict) else vars(shot) for shot in shots]
    return [[{"transition": "cut"}.get(name, "") if name not in row else row[name] for name in KEPT] for row in rows]


def full(number: int, text: str, **fields: object) -> Shot:
    """Return a shot that holds the text in every field of words."""
    words = dict.fromkeys(TEXTS, text) | {"lens": "35mm", "picture": f"画{text}"}
    return Shot(str(number), f"S{number:02d}", 31 + number, **{**words, **fields})


@pytest.mark.parametrize("format", ["md", "docx", "xlsx", "csv"])
@pytest.mark.parametrize("fps", [(30, 1), (24000, 1001), (60, 1)], ids=str)
def test_our_own_document_comes_back_as_it_was(format: str, fps: tuple[int, int], tmp_path: Path) -> None:
    choices = {"size": "MCU", "camera_angle": "pov", "movement": "crane", "transition": "whip"}
    shots = (*(full(n, text, **choices) for n, text in enumerate(SIGNS, 1)), Shot("e", "2-1", 7, picture="门"))
    table = read_back(Episode(1, "e", 1, "t", shots=shots, fps_num=fps[0], fps_den=fps[1]), format, tmp_path)
    assert (table.rejected, table.notes, table.tables_left_out) == ((), (), ())
    assert kept(table.shots) == kept(shots)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(st.sampled_from("*_`~<>[]()|\\\\&#;:/.@$^!-+=1a你 \nbr"), max_size=24), min_size=1, max_size=4))
def test_no_sign_of_markdown_changes_a_text_on_its_way_back(tmp_path: Path, texts: list[str]) -> None:
    shots = tuple(
        Shot(str(n), f"S{n:02d}", 30, picture=f"a{text}z", narration=f"。{text}。") for n, text in enumerate(texts)
    )
    table = read_back(Episode(1, "e", 1, "t", shots=shots), "md", tmp_path)
    assert kept(table.shots) == kept(shots)


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")
def test_another_reader_of_markdown_shows_the_same_texts() -> None:
    shots = tuple(Shot(str(n), f"S{n:02d}", 30, picture=text) for n, text in enumerate(SIGNS, 1))
    written = MD.write(Episode(1, "e", 1, "t", shots=shots), Options(language="zh"))
    command = ["pandoc", "-f", "gfm", "-t", "plain", "--wrap=none", "--columns=400"]
    shown = " ".join(subprocess.run(command, input=written, capture_output=True, check=True).stdout.decode().split())
    assert [text for text in SIGNS if " ".join(text.split()) not in shown] == []


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("1", "S01"), ("2a", "S02A"), ("镜头3", "S03"), ("Shot 4", "S04"), ("#5", "S05"), ("S01A", "S01A"),
        ("2-1", "2-1"), ("SH010", "SH010"), ("1.1", "1.1"), ("A1", "A1"), ("开场", "开场"), ("x" * 20, "x" * 20),
    ],
)  # fmt: skip
def test_the_names_of_other_houses_are_kept(written: str, name: str) -> None:
    table = read(f"镜号,时长,画面\n{written},3,a")
    assert ([shot["name"] for shot in table.shots], table.notes) == ([name], ())


def test_a_name_that_no_shot_may_have_and_one_that_is_taken_are_said() -> None:
    store = store_with_shots(90)
    table = read("镜号,时长,画面\n" + "x" * 21 + ",3,a\nS01,3,b\nSH1,3,c\nSH1,3,d")
    names = names_ahead(store, 1, table.shots)
    told = with_names(table, names).notes
    assert [row for row, _ in told] == [2, 3, 5]
    add_shots(store, "Ann", 1, table.shots)
    assert [shot.name for shot in load_episode(store, 1).shots][1:] == names
    assert len(set(names)) == 4 and names[2] == "SH1"
    store.close()


TWO_SCENES = """# 分镜

| 镜号 | 时长 | 画面 |
|---|---|---|
| 1 | 3s | **沙漏**<br>特写 |
| 2 | 2s | 门 |

第二场

| 镜号 | 时长 | 画面 |
|---|---|---|
| 3 | 4s | 窗 |
"""


def test_every_table_of_a_document_comes_in_whatever_else_stands_there(tmp_path: Path) -> None:
    assert [shot["frames"] for shot in read(TWO_SCENES).shots] == [90, 60, 120]
    book, written = Workbook(), Document()
    for sheet, rows in ((book.active, ("3", "2")), (book.create_sheet("二"), ("4", "5"))):
        sheet.append(["时长", "画面"])
        for row in rows:
            sheet.append([row, "a"])
    book.save(tmp_path / "b.xlsx")
    # a head, one table that goes on without it, one with another head, and one that is no shot list
    for rows in (
        [("时长", "画面"), ("3", "a")],
        [("2", "b"), ("4", "c")],
        [("Duration", "Narration", "Size"), ("5", "d", "CU")],
        [("预算", "单价"), ("灯", "300")],
    ):
        table = written.add_table(len(rows), len(rows[0]))
        for row, said in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, said, strict=True):
                cell.text = text
    written.save(tmp_path / "c.docx")
    seconds = {
        path.name: [shot["frames"] / 30 for shot in read_shot_file(path, path.name, FPS).shots]
        for path in sorted(tmp_path.iterdir())
    }
    assert seconds == {"b.xlsx": [3, 2, 4, 5], "c.docx": [3, 2, 4, 5]}


def test_tables_below_each_other_in_one_sheet_each_have_their_columns() -> None:
    table = read("时长,画面,旁白\n3,a,x\n第二场,,\n画面,旁白,时长\nb,y,2\n时长,画面,旁白\n4,c,z")
    assert [(shot["frames"], shot["picture"], shot["narration"]) for shot in table.shots] == [
        (90, "a", "x"), (60, "b", "y"), (120, "c", "z"),
    ]  # fmt: skip


def test_a_table_of_shots_without_lengths_is_named_beside_those_that_come_in() -> None:
    table = read(TWO_SCENES + "\n第三场\n\n| 画面 | 旁白 |\n|---|---|\n| 桥 | 水 |\n")
    assert len(table.shots) == 3
    assert [str(message) for message in table.tables_left_out] == ["Table 3 does not say how long its shots last."]


@pytest.mark.parametrize(
    ("text", "frames"),
    [
        ("Shot,Nb Frames,FPS,Description\na,75,25,x\nb,50,25,y", [90, 60]),
        ("Shot,Frames,Frame rate,Description\na,48,23.976,x\nb,24,24 fps,y", [60, 30]),
        ("时长（帧，25fps）,画面\n75,x", [90]),
        ("Duration,fps,Description\n00:00:02:12,24,x\n5s,24,y\n50f,25,z", [75, 150, 60]),
        ("Start,End,Description\n0,3,x\n3,5.5,y", [90, 75]),
        ("开始时间,结束时间,画面\n0:00,0:03,x\n00:00:03:00,00:00:05:15,y", [90, 75]),
        ("In,Out,FPS,Description\n00:00:00:00,00:00:02:12,25,x", [74]),
        ("Frame In,Frame Out,FPS,Description\n101,175,25,x\n176,225,25,y", [90, 60]),
        ("Frame In,Frame Out,Description\n0,90,x\n90,150,y", [90, 60]),
        ("Start,Description\n0:00,x\n0:04,y", [120]),
        ("Start,End,Duration,Description\n0,9,3,x", [90]),
        ("时间,帧率,画面\n00:00:01:00-00:00:02:06,24,x", [38]),
    ],
)
def test_lengths_at_another_rate_and_from_begin_to_end(text: str, frames: list[int]) -> None:
    assert [shot["frames"] for shot in read(text).shots] == frames


def test_frames_that_are_counted_anew_and_rates_that_are_none_are_said() -> None:
    table = read("Frames,FPS,Description\n75,25,x\n50,25,y\n30,fast,z")
    assert [shot["frames"] for shot in table.shots] == [90, 60, 30]
    assert [str(note) for _, note in table.notes] == [
        "Its frames count at 25.0 a second; the episode has 30.0. They were counted anew.",
        "“fast” was not understood and left out.",
    ]


@given(st.lists(st.integers(1, 500), min_size=1, max_size=12), st.sampled_from(RATES), st.sampled_from(RATES))
def test_shots_at_another_rate_keep_their_time_together(lengths: list[int], here: tuple, there: tuple) -> None:
    theirs, ours = Fraction(*there), Fraction(*here)
    places = [0, *accumulate(lengths)]
    rows = "\n".join(f"{begin},{end},{theirs},x" for begin, end in pairwise(places))
    shots = read_pasted(f"Frame start,Frame end,FPS,Description\n{rows}", ours).shots
    if len(lengths) > 1 and len(shots) == len(lengths):
        assert abs(sum(shot["frames"] for shot in shots) - places[-1] / theirs * ours) <= Fraction(1, 2)


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Zl", "Zp", "Co")), max_size=20)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(1, 5000), WORDS, WORDS), min_size=1, max_size=5), st.sampled_from(RATES))
def test_any_text_and_length_of_our_own_shot_list_come_back(
    tmp_path: Path, shots: list[tuple[int, str, str]], fps: tuple[int, int]
) -> None:
    made = tuple(
        Shot(str(place), f"S{place:02d}", frames, picture=f"门{said}", narration=f"{narration}。")
        for place, (frames, said, narration) in enumerate(shots, 1)
    )
    episode = Episode(1, "e", 1, "t", shots=made, fps_num=fps[0], fps_den=fps[1])
    path = tmp_path / "shots.csv"
    path.write_bytes(write_csv(episode, Options()))
    with files_are_ours():
        table = read_shot_file(path, "shots.csv", episode.fps)
    assert table.rejected == ()
    read_back = [(shot["name"], shot["frames"], shot["picture"], shot["narration"]) for shot in table.shots]
    assert read_back == [(shot.name, shot.frames, shot.picture.strip(), shot.narration.strip()) for shot in made]


def test_names_that_are_taken_give_way(tmp_path: Path) -> None:
    store = store_with_shots(90)
    add_shots(store, "Ann", 1, read(CHINESE).shots)
    assert [shot.name for shot in load_episode(store, 1).shots] == ["S01", "S04", "S02", "S03A"]
    store.close()


def test_files_of_other_kinds(tmp_path: Path) -> None:
    book, written = Workbook(), Document()
    for row in (["分镜表", None], ["时长", "画面"], [2.5, "沙漏"], [3, "门"]):
        book.active.append(row)
    book.save(tmp_path / "list.xlsx")
    table = written.add_table(2, 2)
    for cell, said in zip((cell for row in table.rows for cell in row.cells), ("时长", "画面", "4", "桥"), strict=True):
        cell.text = said
    written.save(tmp_path / "list.docx")
    (tmp_path / "list.md").write_text(MARKDOWN, encoding="utf-8")
    (tmp_path / "list.csv").write_bytes("时长,画面\n3,沙漏".encode("gb18030"))
    found = {
        path.suffix: [shot["frames"] for shot in read_shot_file(path, path.name, FPS).shots]
        for path in sorted(tmp_path.iterdir())
    }
    assert found == {".csv": [90], ".docx": [120], ".md": [90, 135], ".xlsx": [75, 90]}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "is empty"),
        ("just a sentence", "holds no table"),
        ("a,b\n1,2", "names columns of a shot list"),
        ("画面,旁白\n门,开了", "how long each shot lasts"),
        ("x" * 2_000_001, "longer than"),
    ],
)
def test_what_is_no_shot_list_is_refused(text: str, said: str) -> None:
    with pytest.raises(FileRefused, match=said):
        read(text)


@given(st.lists(st.tuples(st.text(max_size=12), st.text(max_size=30)), max_size=6))
def test_whatever_is_pasted_ends_in_shots_or_sentences(cells: list[tuple[str, str]]) -> None:
    text = "时长\t画面\n" + "\n".join(f"{one}\t{two}" for one, two in cells)
    try:
        table = read(text)
    except FileRefused:
        return
    assert all(shot["frames"] >= 1 for shot in table.shots)
    assert all(str(reason) for _, reason in table.rejected)
