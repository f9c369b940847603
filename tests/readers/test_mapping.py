"""The generic reader: what it proposes from names and values, when it is certain, and what a user can correct."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from blindspot.errors import FileRefused, Message
from blindspot.readers.mapping import FIELDS, MappedReader, Mapping, propose_mapping
from blindspot.readers.mapping.aliases import fold, rank_of
from blindspot.readers.shapes import Shape

LINKS = [f"https://www.douyin.com/video/74000000000000001{n:02d}" for n in range(11, 16)]
GOOD = {
    "作品ID": [link[-19:] for link in LINKS],
    "链接": LINKS,
    "标题": [f"样例标题{n}" for n in "甲乙丙丁戊"],
    "作者": ["甲", "乙", "甲", "丙", "乙"],
    "发布时间": [f"2026-02-0{n} 10:00:00" for n in range(1, 6)],
    "点赞数": ["1.2万", "3", "4", "--", "5"],
}


def propose(table, name=""):
    frame = pl.DataFrame(table, schema=dict.fromkeys(table, pl.String))
    return propose_mapping(Shape("csv", name, frozenset(table)), tuple(table), frame)


def read(mapping, table):
    frame = pl.DataFrame(table, schema=dict.fromkeys(table, pl.String)).with_row_index("row", 2)
    batch = frame.with_columns(pl.col("row").cast(pl.Int64))
    return MappedReader(mapping).read(batch, Shape("csv", "", frozenset(table)))


def without(*columns):
    return {name: values for name, values in GOOD.items() if name not in columns}


def test_a_clear_table_is_mapped_without_doubt():
    mapping = propose(GOOD, "Sheet1")
    assert mapping.fields == {
        "work_id": "作品ID", "url": "链接", "title": "标题", "creator_name": "作者", "published_at": "发布时间",
        "likes": "点赞数",
    }  # fmt: skip
    assert (mapping.table, mapping.platform, mapping.is_certain, mapping.doubts) == ("Sheet1", "douyin", True, ())
    assert read(mapping, GOOD).works["likes"].to_list() == [12_000, 3, 4, None, 5]


def test_creators_without_ids_are_told_apart_by_their_names():
    table = without("作者") | {"作者昵称": ["甲", "乙", "甲", "", "张***"]}
    works = read(propose(table), table).works
    assert works["creator_id"].to_list() == ["name:甲", "name:乙", "name:甲", None, None]
    known = table | {"作者ID": ["1", "2", "1", "", "3"]}
    assert read(propose(known), known).works["creator_id"].to_list() == ["1", "2", "1", None, "3"]


@pytest.mark.parametrize("column", ["标题", "发布时间"])
def test_without_a_needed_column_it_is_not_certain(column):
    assert not propose(without(column)).is_certain


def test_ids_alone_do_not_tell_the_platform_but_the_user_can():
    mapping = propose(without("链接"))
    assert not mapping.is_certain
    with pytest.raises(FileRefused, match="platform"):
        MappedReader(mapping)
    said = Mapping(mapping.header, mapping.fields, platform="douyin")
    assert read(said, without("链接")).works["platform"].to_list() == ["douyin"] * 5


def test_links_alone_give_the_ids():
    mapping = propose(without("作品ID"))
    assert mapping.is_certain
    assert read(mapping, without("作品ID")).works["work_id"].to_list() == GOOD["作品ID"]


def test_ids_that_only_one_platform_has_tell_it():
    table = without("链接") | {"作品ID": [f"BV1sample{n:03d}" for n in range(5)]}
    assert (propose(table).platform, propose(table).is_certain) == ("bilibili", True)


def test_a_platform_column_is_read_in_both_languages():
    table = without("链接") | {"平台": ["抖音", "TikTok", "小红书", "B站", "快手"]}
    mapping = propose(table)
    assert (mapping.is_certain, mapping.platform) == (True, None)
    platforms = read(mapping, table).works["platform"].to_list()
    assert platforms == ["douyin", "tiktok", "xiaohongshu", "bilibili", "kuaishou"]


def test_two_columns_of_one_rank_are_a_doubt_unless_they_say_the_same():
    other = GOOD | {"发布日期": [f"2026-03-0{n}" for n in range(1, 6)]}
    assert not propose(other).is_certain
    assert any("发布日期" in str(doubt) for doubt in propose(other).doubts)
    assert propose(GOOD | {"发布日期": GOOD["发布时间"]}).is_certain


@pytest.mark.parametrize(
    ("column", "values"),
    [
        ("作品ID", ["1", "2", "3", "4", "5"]),
        ("作品ID", ["7400000000000000111"] * 5),
        ("发布时间", ["昨天", "今天", "前天", "刚刚", "上周"]),
        ("标题", ["1", "2", "3", "4", "5"]),
    ],
)
def test_a_name_whose_values_do_not_fit_is_not_taken(column, values):
    mapping = propose(GOOD | {column: values})
    assert column not in mapping.fields.values()


def test_values_alone_are_a_doubt():
    table = {"a": LINKS, "b": GOOD["发布时间"], "c": [f"样例标题一二三四五六七{n}" for n in range(5)]}
    mapping = propose(table)
    assert mapping.fields == {"url": "a", "published_at": "b", "title": "c"}
    assert not mapping.is_certain


def test_a_table_of_comments_is_never_certain():
    assert not propose(GOOD | {"评论ID": ["1"] * 5, "评论内容": ["好"] * 5}).is_certain


def test_milliseconds_are_seen_by_their_size():
    table = GOOD | {"时长": ["100234", "30000", "45000", "61000", "20000"]}
    mapping = propose(table)
    assert mapping.duration_unit == "ms"
    assert read(mapping, table).works["duration_seconds"].to_list() == [100.234, 30, 45, 61, 20]


def test_paths_of_json_records_are_known_by_their_last_part():
    table = without("点赞数") | {"stats.playCount": ["1", "2", "3", "4", "5"]}
    assert propose(table).fields["plays"] == "stats.playCount"
    assert rank_of("plays", "playCount") < rank_of("plays", "stats.playCount")


def test_names_are_compared_without_case_blanks_and_units():
    assert fold(" Play_Count ") == fold("playcount") == fold("play-count")
    assert fold("播放量（次）") == fold("播放量")


def test_a_table_without_id_and_link_is_refused_with_the_reason():
    table = without("作品ID", "链接")
    with pytest.raises(FileRefused) as refusal:
        MappedReader(propose(table))
    assert "id or the link" in str(refusal.value)


def test_an_empty_table_gives_an_uncertain_mapping():
    mapping = propose({name: [] for name in GOOD})
    assert not mapping.is_certain


def test_the_file_for_the_user_comes_back_as_it_went():
    mapping = propose(GOOD, "Sheet1")
    again = Mapping.from_toml(mapping.to_toml())
    assert again == mapping
    assert Mapping.from_dict(mapping.to_dict()) == mapping


def test_the_file_for_the_user_names_doubts_and_unused_columns():
    text = propose(without("作品ID", "链接") | {"体裁": ["视频"] * 5}).to_toml()
    assert "# Doubt: No column holds the id" in text
    assert "体裁" in text.split("Columns not used:")[1]


def test_a_platform_that_is_not_known_can_be_named_on_purpose():
    mapping = Mapping.from_toml(
        "platform = 'myspace'\nis_new_platform = true\n[fields]\nwork_id = '作品ID'\ntitle = '标题'"
    )
    assert Mapping.from_toml(mapping.to_toml()) == mapping
    assert set(read(mapping, without("链接")).works["platform"]) == {"myspace"}


HEADERS = st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), min_size=1, unique=True)


@given(HEADERS, st.data())
def test_any_header_survives_the_toml_and_json_forms(header, data):
    fields = data.draw(st.dictionaries(st.sampled_from(FIELDS), st.sampled_from(header)))
    doubts = (Message("{field} was taken.", field="a\nb"),)
    mapping = Mapping(tuple(header), fields | {"work_id": header[0]}, "T", "tiktok", "ms", True, doubts)
    assert Mapping.from_toml(mapping.to_toml()) == mapping
    assert Mapping.from_dict(mapping.to_dict()).doubts == doubts


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("fields = [", "not valid TOML"),
        ("platform = 'douyin'", r"\[fields\]"),
        ("[fields]\nwork_id = 3", r"\[fields\]"),
        ("platform = 'douyin'\n[fields]\nwork_id = 'a'\nlikez = 'b'", "likez"),
        ("platform = 'myspace'\n[fields]\nwork_id = 'a'", "myspace"),
        ("platform = 'My Space'\nis_new_platform = true\n[fields]\nwork_id = 'a'", "My Space"),
        ("platform = 'douyin'\nduration_unit = 'h'\n[fields]\nwork_id = 'a'", '"h"'),
        ("platform = 'douyin'\n[fields]\ntitle = 'a'", "id or the link"),
    ],
)
def test_a_mapping_that_cannot_be_used_is_refused_with_the_place(text, words):
    with pytest.raises(FileRefused, match=words):
        Mapping.from_toml(text)


def test_a_column_that_the_table_lacks_is_named():
    mapping = Mapping.from_toml("platform = 'douyin'\n[fields]\nwork_id = '作品ID'\ntitle = '题目'")
    assert MappedReader(mapping).kind(Shape("csv", "", frozenset(GOOD))) is None
    with pytest.raises(FileRefused, match="题目"):
        read(mapping, GOOD)
