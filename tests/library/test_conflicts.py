"""Two sides that cannot both be right are found at import; what a person made of them stays."""

from __future__ import annotations

import pytest
from database_rows import execute
from reading_rows import Cited, add_claim, add_document

from blindspot.errors import NotFound
from blindspot.explore.sources import list_claims
from blindspot.library.sources.conflicts import find_conflicts, reopen_conflict, settle_conflict
from blindspot.library.sources.statements import read_statements
from blindspot.store import Store

YEAR_2027 = "**高质量视频数据**：将在 2027 年前耗尽"
YEAR_2029 = "日报：2029年公开的高质量视频数据将被用尽"


def contradict(one: str, other: str) -> bool:
    return any(mine.contradicts(theirs) for mine in read_statements(one) for theirs in read_statements(other))


def find(store: Store, document: int) -> int:
    with store.importing() as tx:
        return find_conflicts(tx, document)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (YEAR_2027, YEAR_2029),
        ("Experts expect high quality film data to run out by 2027.", "All high quality film data used up in 2029"),
        ("据公告，一代模型生成的视频最长可达 15 秒", "一代模型生成的视频最长可达 1 分钟。"),
        ("Skylark 2.0 一次能生成 15-60 秒的视频", "接口里 Skylark 2.0 每次只生成 4～15 秒视频。"),
        ("《云雀》单次生成 15 秒至 60 秒的短片", "《云雀》的短片单次生成 4-12 秒"),
    ],
)
def test_two_numbers_about_the_same_thing_contradict(one: str, other: str) -> None:
    assert contradict(one, other)
    assert contradict(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (YEAR_2027, "公开的高质量视频数据将在 2027 年用尽"),
        (YEAR_2027, "公开的低质量图像素材将在 2029 年用尽"),
        (YEAR_2027, "高质量视频数据的研究在 2023 年发布"),
        (YEAR_2027, "2026 年 2 月 9 日，高质量视频数据将被重新统计"),
        (YEAR_2027, "高质量视频数据在 2031-2045 年之间耗尽"),
        (YEAR_2027, "2029 年高质量视频数据市场将达 20 亿元"),
        ("视频生成市场规模同比增长 20%", "图片生成市场规模同比增长 30%"),
        ("一代模型生成的视频最长可达 15 秒", "一代模型生成的视频最长可达 15 秒钟"),
        ("一代模型生成的视频最长可达 15 秒以上", "一代模型生成的视频最长可达 60 秒"),
        ("Skylark 2.0 一次能生成 15-60 秒的视频", "Skylark 2.0 一次能生成 5-60 秒的视频"),
        ("Skylark 2.0 一次能生成 15-60 秒的视频", "Skylark 2.0 生成一段视频要 3-5 分钟"),
        ("Skylark 2.0 一次能生成 15-60 秒的视频", "Meadow 3 一次能生成 4-12 秒的视频"),
        ("Skylark 2.0 一次能生成 15-60 秒的视频", "Skylark 3.0 一次能生成 4-12 秒的视频"),
        ("Skylark 2.0 一次能生成 15-60 秒的视频", "Skylark 2.0 首帧等待 4-12 秒"),
        ("留存率 1%，时长 30 秒", "留存率 2%，时长 60 秒"),
    ],
)
def test_what_may_both_be_right_is_left_alone(one: str, other: str) -> None:
    assert not contradict(one, other)


def test_a_claim_is_held_against_the_titles_of_its_own_sources_only(memory_store: Store) -> None:
    report = add_document(memory_store, "Report")
    title = Cited(YEAR_2029, "https://daily.example/1")
    add_claim(memory_store, report, "数据快用完了", [title], body=YEAR_2027)
    add_claim(memory_store, report, "别的事", [Cited("Other", "https://other.example/1")], body="没有年份")
    assert find(memory_store, report) == 1
    [conflict] = list_claims(memory_store)[0].open_conflicts
    assert (conflict.words, conflict.other_words) == (YEAR_2027.replace("*", ""), YEAR_2029)


def test_claims_of_two_documents_contradict_once_whichever_came_first(memory_store: Store) -> None:
    one, other = add_document(memory_store, "One"), add_document(memory_store, "Other", kind="media")
    mine = add_claim(memory_store, one, YEAR_2027)
    theirs = add_claim(memory_store, other, YEAR_2029, status="candidate")
    assert find(memory_store, other) == 1
    assert find(memory_store, one) == 0
    assert {claim.claim_id: len(claim.open_conflicts) for claim in list_claims(memory_store)} == {mine: 1, theirs: 1}


def test_a_rejected_claim_contradicts_nothing(memory_store: Store) -> None:
    one, other = add_document(memory_store, "One"), add_document(memory_store, "Other")
    add_claim(memory_store, one, YEAR_2027)
    theirs = add_claim(memory_store, other, YEAR_2029)
    assert find(memory_store, one) == 1
    execute(memory_store, "update library.claims set status = 'rejected' where claim_id = ?", theirs)
    assert [claim.conflicts for claim in list_claims(memory_store, source_id=one)] == [()]
    assert find(memory_store, one) == 0


def test_a_settlement_stays_through_the_next_import_and_can_be_taken_back(memory_store: Store) -> None:
    report = add_document(memory_store, "Report")
    add_claim(memory_store, report, YEAR_2027, [Cited(YEAR_2029, "https://daily.example/1")])
    find(memory_store, report)
    conflict_id = list_claims(memory_store)[0].conflicts[0].conflict_id
    settle_conflict(memory_store, conflict_id, " 2029 对：研究后来改过 ")
    assert find(memory_store, report) == 0
    [claim] = list_claims(memory_store)
    assert (claim.open_conflicts, claim.conflicts[0].settlement) == ((), "2029 对：研究后来改过")
    reopen_conflict(memory_store, conflict_id)
    assert len(list_claims(memory_store)[0].open_conflicts) == 1
    with pytest.raises(NotFound, match="no conflict 99"):
        settle_conflict(memory_store, 99, "")
