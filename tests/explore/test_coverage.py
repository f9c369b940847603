"""Coverage from the store: the seed's own numbers, filters that combine, and counts that equal the rows listed."""

from __future__ import annotations

import itertools
from datetime import date, timedelta
from pathlib import Path

import pytest
from douyin_exports import FIRST_ID, bring, load, row

from blindspot.explore.coverage import count_cells, measure_coverage, works_per_creator
from blindspot.explore.filters import Filters
from blindspot.explore.works import Selection, count_works, list_works
from blindspot.library.creators import find_creator, set_role
from blindspot.store import Store

EVERYTHING = Filters(roles=("competitor", "own", "ignored"))


def test_the_seeds_case(sample_store: Store, sample_topic: int) -> None:
    scope, angles = measure_coverage(sample_store, sample_topic, Filters())
    assert (scope.works, scope.creators, scope.unlabelled) == (23, 8, 2)
    assert (scope.first_published, scope.last_published) == (date(2026, 2, 1), date(2026, 2, 11))
    assert (scope.date_from, scope.date_to) == (None, None)
    assert scope.platforms == ("douyin",)
    assert (scope.fields, scope.works_with_transcript) == (("title", "text", "hashtags"), 0)
    assert (scope.rho, scope.rho_is_estimated, scope.has_own) == (0.2, False, False)
    assert {one.angle: one.works for one in angles} == {
        "feature_demo": 10,
        "tutorial": 7,
        "commercial_use": 6,
        "technology": 1,
        "data_sustainability": 0,
        "copyright": 1,
        "compliance": 1,
        "compute": 1,
    }
    gap = next(one for one in angles if one.angle == "data_sustainability")
    assert (gap.works, gap.creators, gap.first_published, gap.lift) == (0, 0, None, None)
    assert (gap.share_low, gap.creator_share_low) == (0, 0)
    assert gap.share_high == pytest.approx(0.1221, abs=5e-5)
    assert gap.share_high_clustered == pytest.approx(0.1779, abs=5e-5)
    assert gap.name == {"zh": "数据可持续性", "en": "Data sustainability"}


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory):
    """A store whose works differ in creator, day, angle and counts; some lack a date, some a creator."""
    store = Store(None)
    topic_id = load(store, angles={"demo": ["演示"], "risk": ["风险"], "none": ["没有"]})
    words = itertools.cycle(["样例 演示", "样例 风险", "样例 演示 风险", "样例", "别的话题 演示"])
    creators = itertools.cycle(["a", "b", "c", "mine", "spam", "", "a"])
    rows = []
    for number, (title, creator) in enumerate(zip(words, creators, strict=False)):
        if number == 90:
            break
        day = None if number % 11 == 0 else str(date(2026, 1, 25) + timedelta(number % 30))
        likes = None if number % 5 == 0 else number * 7 % 100
        rows.append(row(number, title, creator=creator, day=day, likes=likes))
    folder: Path = tmp_path_factory.mktemp("many")
    bring(store, folder / "a.csv", rows)
    set_role(store, "Ann", [find_creator(store, "mine")], "own")
    set_role(store, "Ann", [find_creator(store, "spam")], "ignored")
    yield store, topic_id
    store.close()


FILTERS = [
    Filters(),
    Filters(platforms=("douyin",)),
    Filters(platforms=("douyin", "youtube"), date_from=date(2026, 2, 1)),
    Filters(date_from=date(2026, 1, 28), date_to=date(2026, 2, 10)),
    Filters(creators=(1, 2)),
    Filters(creators=(1,), date_to=date(2026, 2, 15), min_response=-0.5),
    Filters(min_response=0.0),
    Filters(roles=("own",)),
    EVERYTHING,
]


@pytest.mark.parametrize("filters", FILTERS, ids=range(len(FILTERS)))
def test_counts_equal_the_rows_listed(many: tuple[Store, int], filters: Filters) -> None:
    store, topic_id = many
    scope, angles = measure_coverage(store, topic_id, filters)
    ids = {angle["key"]: angle["angle_id"] for angle in store.rows("library/topic_angles", topic_id=topic_id)}

    def listed(filters: Filters = filters, **selection) -> list:
        works = list_works(store, topic_id, filters, Selection(**selection))
        assert count_works(store, topic_id, filters, Selection(**selection)) == len(works)
        return works

    works = listed()
    assert scope.works == len(works) > 0
    assert scope.creators == len({work.creator_key for work in works})
    assert scope.unlabelled == len(listed(is_unlabelled=True)) == sum(not work.labels for work in works)
    for one in angles:
        carrying = listed(angle_id=ids[one.angle])
        assert one.works == len(carrying) == sum(one.angle in {x.angle for x in work.labels} for work in works)
        assert one.creators == len({work.creator_key for work in carrying})
        days = [work.published_at.date() for work in carrying if work.published_at]
        assert (one.first_published, one.last_published) == ((min(days), max(days)) if days else (None, None))
    for cell in count_cells(store, topic_id, filters, "creator"):
        only = Filters(**{**vars(filters), "creators": (cell["creator_key"],)})
        assert cell["works"] == len(listed(only, angle_id=ids[cell["angle"]]))
    for cell in count_cells(store, topic_id, filters, "platform"):
        only = Filters(**{**vars(filters), "platforms": (cell["platform"],)})
        assert cell["works"] == len(listed(only, angle_id=ids[cell["angle"]]))
    weeks = count_cells(store, topic_id, filters, "week")
    for cell in weeks:
        assert cell["week"].isoweekday() == 1
        carrying = listed(angle_id=ids[cell["angle"]], week=cell["week"])
        assert cell["works"] == len(carrying)
        assert cell["creators"] == len({work.creator_key for work in carrying})
    dated = {key: sum(bool(work.published_at) for work in listed(angle_id=ids[key])) for key in ids}
    assert {key: sum(cell["works"] for cell in weeks if cell["angle"] == key) for key in ids} == dated
    per_creator = works_per_creator(store, topic_id, filters)
    assert sum(one["works"] for one in per_creator) == scope.works
    assert scope.sum_squares == sum(one["works"] ** 2 for one in per_creator)


def test_roles_decide_who_counts(many: tuple[Store, int]) -> None:
    store, topic_id = many
    scope, angles = measure_coverage(store, topic_id, Filters())
    works = list_works(store, topic_id, Filters(), Selection())
    assert {work.creator for work in works} == {"创作者a", "创作者b", "创作者c", None}
    assert scope.has_own and scope.own_works == len(list_works(store, topic_id, Filters(roles=("own",)), Selection()))
    assert {one.angle: one.own_works for one in angles}["none"] == 0
    assert {one.angle: one.own_works for one in angles}["demo"] > 0


def test_a_date_leaves_undated_works_out(many: tuple[Store, int]) -> None:
    store, topic_id = many
    all_works = list_works(store, topic_id, Filters(), Selection())
    dated = list_works(store, topic_id, Filters(date_from=date(1990, 1, 1)), Selection())
    assert len(dated) == sum(work.published_at is not None for work in all_works) < len(all_works)


def test_an_empty_scope_states_nothing(many: tuple[Store, int]) -> None:
    store, topic_id = many
    scope, angles = measure_coverage(store, topic_id, Filters(date_from=date(2030, 1, 1)))
    assert (scope.works, scope.creators, scope.platforms, scope.first_published) == (0, 0, (), None)
    for one in angles:
        bounds = (
            one.share_low,
            one.share_high,
            one.share_high_clustered,
            one.creator_share_low,
            one.creator_share_high,
        )
        assert bounds == (None,) * 5
        assert (one.works, one.lift) == (0, None)


def test_a_transcript_is_searched_and_counted(memory_store: Store, tmp_path: Path) -> None:
    from blindspot.library.import_files import import_paths

    header = "平台,作品ID,作品标题,发布时间,字幕,作品链接,作者\n"
    line = "抖音,{0},样例 一,2026-02-01 12:00,{1},https://www.douyin.com/video/{0},甲\n"
    table = header + line.format(FIRST_ID + 1, "讲的是演示") + line.format(FIRST_ID + 2, "")
    (tmp_path / "a.csv").write_text(table, encoding="utf-8")
    result = import_paths(memory_store, [tmp_path / "a.csv"])
    assert [one.works_added for one in result.imports] == [2]
    topic_id = load(memory_store)
    scope, angles = measure_coverage(memory_store, topic_id, Filters())
    assert (scope.works_with_transcript, scope.fields) == (1, ("title", "text", "hashtags", "transcript"))
    assert [one.works for one in angles] == [1, 0]
    [work] = list_works(memory_store, topic_id, Filters(), Selection(search="讲的是"))
    [label] = work.labels
    [word] = label.words
    assert (word.field, work.transcript[word.start : word.end]) == ("transcript", "演示")
