"""What a storyboard is told before it is shot: speeds, length, hook, empty shots, claims; and no false alarm."""

from __future__ import annotations

from datetime import date

import pytest

from blindspot.domain import Claim, Episode, Picture, Shot
from blindspot.plan.storyboards.checks import Finding, check_storyboard
from blindspot.plan.storyboards.reading_speed import letters_in, lines_needed, speed_of, speeds
from blindspot.plan.storyboards.safe_areas import safe_area, safe_areas

UNSURE = Claim(1, "公开的高质量训练数据可能在 2027 年前后用尽", "medium")


def shot(seconds: float = 3, **fields: object) -> Shot:
    given = {"picture": "沙漏", "movement": "push_in"} | fields
    return Shot("s", "S01", round(seconds * 30), **given)


def found(*shots: Shot, **fields: object) -> list[Finding]:
    return check_storyboard(Episode(1, "e", 1, "两条路", shots=shots, **{"platform": "douyin", **fields}))


def rules(*shots: Shot, **fields: object) -> list[str]:
    return [finding.rule for finding in found(*shots, **fields)]


def test_a_sound_storyboard_has_no_findings() -> None:
    shots = (
        shot(3, narration="沙子总会漏完的。", on_screen_text="还剩多久？"),
        shot(4, narration="先看左边的这一扇门，它慢慢打开。"),
        shot(5, picture="", image=Picture("p", "p.jpg", "image/jpeg", 9, 16, b"")),
    )
    assert found(*shots, target_seconds=12.0) == []
    assert found() == []


def test_narration_faster_than_anyone_speaks_is_said_with_its_figures() -> None:
    [finding] = found(shot(2, narration="一二三四五六七八九十一二三四五"))
    assert (finding.rule, finding.severity, finding.shot_id, finding.field) == (
        "narration_speed",
        "warning",
        "s",
        "narration",
    )
    assert finding.figures == {"speed": 7.5, "limit": 5.0, "needed": 3.0, "seconds": 2.0}
    assert str(finding.message) == (
        "The narration needs 3.0 s and has 2.0 s: 7.5 characters a second, 5.0 is the limit."
    )


def test_a_text_that_is_hardly_too_fast_is_said_to_need_more_than_it_has() -> None:
    [finding] = found(shot(2.5, narration="一二三四五六七八九十一二ab"))
    assert str(finding.message) == (
        "The narration needs 2.6 s and has 2.5 s: 5.1 characters a second, 5.0 is the limit."
    )


@pytest.mark.parametrize(
    ("text", "kind", "speed", "limit"),
    [
        ("一二三四五，六七八九十。", "narration", 10 / 2, 5.0),
        ("thirty characters in one line.", "narration", 30 / 2, 15.0),
        ("用了 AI 之后", "narration", (4 / 5 + 2 / 15) * 5 / 2, 5.0),
        ("2026 年", "on_screen_text", 5 / 2, 9.0),
        ("a  b\n c", "on_screen_text", 5 / 2, 20.0),
        ("", "narration", 0.0, 15.0),
    ],
)
def test_characters_count_as_their_language_counts_them(text: str, kind: str, speed: float, limit: float) -> None:
    counted = speed_of(text, 2, kind)
    assert counted.characters == pytest.approx(speed)
    assert counted.limit == limit


def test_text_just_at_the_limit_is_not_fast() -> None:
    assert not speed_of("一二三四五", 1, "narration").is_fast
    assert speed_of("一二三四五六", 1, "narration").is_fast


@pytest.mark.parametrize(
    ("seconds", "rule", "said"),
    [
        (46.0, [], ""),
        (50.0, ["length"], "The storyboard is 5.0 s longer than its target of 45.0 s."),
        (40.0, ["length"], "The storyboard is 5.0 s short of its target of 45.0 s."),
    ],
)
def test_the_length_is_compared_with_the_target(seconds: float, rule: list[str], said: str) -> None:
    opening = shot(3, on_screen_text="看")
    findings = found(opening, shot(seconds - 3), target_seconds=45.0)
    assert [finding.rule for finding in findings] == rule
    assert "".join(str(finding.message) for finding in findings) == said


def test_the_hook_must_come_within_three_seconds() -> None:
    silent, late = shot(3), shot(3, narration="现在才说。")
    assert rules(silent, late) == ["hook"]
    assert rules(shot(2.9), late) == []
    assert rules(shot(8, narration="慢慢说。", movement="static")) == ["opening"]
    assert rules(shot(8, narration="慢慢说。", movement="track")) == []


def test_an_empty_shot_is_told_from_one_without_a_picture() -> None:
    hook = shot(3, on_screen_text="看")
    assert rules(hook, shot(picture="")) == ["empty"]
    assert rules(hook, shot(picture="", sound="风")) == ["picture"]
    assert rules(hook, shot(picture="", asset="a.mp4"), shot(picture="", prompt="a dial")) == []


def test_text_that_does_not_fit_the_safe_width_is_said() -> None:
    room = int(letters_in(1080, 1920, safe_areas()["douyin"].width_share))
    assert room == 14
    fits, spills = "字" * room * 3, "字" * (room * 3 + 1)
    assert rules(shot(9, on_screen_text=fits)) == []
    assert rules(shot(9, on_screen_text=spills)) == ["text_lines"]
    assert lines_needed("ab" * room + "\n字", room) == 2


def test_an_unsure_claim_said_for_sure_is_told_and_a_hedge_quiets_it() -> None:
    sure = "公开的高质量训练数据将在 2027 年用尽。"
    [finding] = found(shot(9, narration=sure, claims=(UNSURE,)))
    assert (finding.rule, finding.field) == ("hedge", "narration")
    assert sure[int(finding.figures["start"]) : int(finding.figures["end"])].strip() == sure
    assert rules(shot(9, narration="公开的高质量训练数据可能在 2027 年用尽。", claims=(UNSURE,))) == []
    known = Claim(1, UNSURE.statement, "high")
    assert rules(shot(9, narration=sure, claims=(known,))) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("用了 62% 的电", ["figure"]),
        ("花掉 3 亿元", ["figure"]),
        ("三扇门里选 2 个", []),
        ("等 5 秒", []),
        ("到 2027 年", []),
    ],
)
def test_a_figure_without_a_claim_is_told_and_counting_is_none(text: str, expected: list[str]) -> None:
    assert rules(shot(9, narration=text)) == expected
    assert rules(shot(9, narration=text, claims=(Claim(2, "别的话", "high"),))) == []


def test_two_hundred_shots_are_checked_as_one_is() -> None:
    many = [shot(2, narration="一二三四五六七八九十一二三四五")] * 200
    assert rules(*many).count("narration_speed") == 200


def test_every_limit_has_its_source_and_day() -> None:
    entries = [*speeds().values(), *(vars(area) for area in safe_areas().values())]
    assert all(isinstance(entry["read_on"], date) and entry["source"] for entry in entries)
    assert {entry["basis"] for entry in entries} == {"official", "estimate"}


def test_a_safe_area_is_known_for_upright_pictures_alone() -> None:
    area = safe_area("youtube", 1080, 1920)
    assert area is not None
    assert (area.top, area.bottom, area.basis) == (150, 350, "official")
    assert safe_area("youtube", 1920, 1080) is None
    assert safe_area("elsewhere", 1080, 1920) is None
    assert all(area.left + area.right < 500 and area.top + area.bottom < 600 for area in safe_areas().values())
