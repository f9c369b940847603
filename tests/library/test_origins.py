"""By what a source is known: pages by their address however it is written, others by their name."""

from __future__ import annotations

import pytest
from database_rows import execute

from blindspot.errors import NotFound
from blindspot.library.sources.addresses import host_of, is_local, owners_of_host
from blindspot.library.sources.origins import canonical_url, find_or_add_source, find_source, kind_of_host, named_origin
from blindspot.library.sources.source_edits import join_origins, set_reports_on, set_source_kind, split_origin
from blindspot.store import Store


def add(store: Store, label: str, url: str | None, *, is_sample: bool = False) -> int:
    with store.importing() as tx:
        return find_or_add_source(tx, label, url, is_sample=is_sample)


def origin(store: Store, source_id: int) -> str:
    return execute(store, "select origin from library.sources where source_id = ?", source_id)[0][0]


@pytest.mark.parametrize(
    "url",
    [
        "https://paper.example/p/7",
        "http://www.paper.example/p/7/",
        "https://m.paper.example:443/p/7?utm_source=feed&spm=1.2#comments",
        "HTTPS://M.Paper.Example/p/7",
        "https://reader@paper.example/p/%37",
    ],
)
def test_the_same_page_has_one_address(url: str) -> None:
    assert canonical_url(url) == "https://paper.example/p/7"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://paper.example/p/7", "https://paper.example/p/8"),
        ("https://paper.example/s?id=1", "https://paper.example/s?id=2"),
        ("https://paper.example/#/topic/1", "https://paper.example/#/topic/2"),
        ("https://news.paper.example/a", "https://paper.example/a"),
    ],
)
def test_other_pages_have_other_addresses(one: str, other: str) -> None:
    assert canonical_url(one) != canonical_url(other)


def test_parameters_count_in_whatever_order_they_stand() -> None:
    assert canonical_url("https://a.example/s?b=2&a=1") == canonical_url("https://a.example/s?a=1&b=2")


@pytest.mark.parametrize(
    "url",
    [
        "file:///c:/notes.md",
        "\\\\server\\share",
        "http://localhost:8501/",
        "http://127.0.0.1/x",
        "http://192.168.0.2/x",
        "http://2130706433/x",
        "http://0x7f.1/",
        "http://[::1]/",
        "http://nas.local/x",
        "http://intranet/x",
        "javascript:alert(1)",
        "data:text/html,x",
        "ftp://a.example/x",
        "http://[",
        "http://a.example:99999/",
        "见附件",
        "https://a.example/" + "x" * 3_000,
    ],
)
def test_what_is_no_page_of_the_public_web_has_no_address(url: str) -> None:
    assert canonical_url(url) is None
    assert is_local(url)
    assert kind_of_host(url) == "named_only"


def test_nothing_is_not_a_local_address() -> None:
    assert not is_local(None)
    assert not is_local("  ")


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://www.cac.gov.cn/2026-02/01/c_1.htm", "regulator"),
        ("https://www.gov.cn/zhengce/1.htm", "official"),
        ("https://arxiv.org/abs/2601.00001", "research"),
        ("https://cs.stanford.edu/x", "research"),
        ("https://m.36kr.com/p/1", "media"),
        ("https://www.nvidia.cn/glossary/x/", "vendor"),
        ("https://cloud.tencent.com/developer/article/1", "community"),
        ("https://mp.weixin.qq.com/s?__biz=1", "social"),
        ("https://nobody-knows.example/x", "unknown"),
        ("https://notgov.cn.example/x", "unknown"),
    ],
)
def test_a_host_says_what_kind_of_source_lives_there(url: str, kind: str) -> None:
    assert kind_of_host(url) == kind


def test_an_institute_lives_at_its_own_hosts_only() -> None:
    assert "Epoch AI" in owners_of_host("https://www.epoch.ai/blog/x")
    assert owners_of_host("https://epoch.ai.example/x") == frozenset()
    assert host_of("https://m.36kr.com/p/1") == "36kr.com"


def test_a_page_is_one_source_under_every_address_and_label(memory_store: Store) -> None:
    first = add(memory_store, "A post", "https://paper.example/p/7")
    assert add(memory_store, "The same post", "https://m.paper.example/p/7?utm_source=x") == first
    assert add(memory_store, "Another", "https://paper.example/p/8") != first
    urls = execute(memory_store, "select url from library.source_urls where source_id = ? order by url", first)
    assert urls == [("https://m.paper.example/p/7?utm_source=x",), ("https://paper.example/p/7",)]


def test_who_is_only_named_is_known_by_name_in_whatever_width_and_case(memory_store: Store) -> None:
    first = add(memory_store, "Gartner  Inc", None)
    assert add(memory_store, "ｇａｒｔｎｅｒ inc", None) == first
    assert add(memory_store, "Notes", "http://127.0.0.1/x") != first
    assert origin(memory_store, first) == named_origin("Gartner Inc") == "named:gartner inc"
    assert execute(memory_store, "select count(*) from library.source_urls") == [(0,)]


def test_the_sample_shares_no_source_with_what_the_user_read(memory_store: Store) -> None:
    assert add(memory_store, "A", "https://a.example/1") != add(
        memory_store, "A", "https://a.example/1", is_sample=True
    )


def test_sources_that_pass_on_one_finding_are_one_voice_and_can_be_parted_again(memory_store: Store) -> None:
    one, other = add(memory_store, "Blog", "https://a.example/1"), add(memory_store, "Daily", "https://b.example/1")
    set_reports_on(memory_store, one, " Epoch  AI ")
    set_reports_on(memory_store, other, "epoch ai")
    assert origin(memory_store, one) == origin(memory_store, other) == "named:epoch ai"
    split_origin(memory_store, one)
    assert origin(memory_store, one) == "https://a.example/1"


def test_what_passes_on_a_known_source_takes_its_origin(memory_store: Store) -> None:
    blog, institute = add(memory_store, "Blog", "https://a.example/1"), add(memory_store, "Epoch AI", None)
    set_reports_on(memory_store, institute, "Pew Research")
    set_reports_on(memory_store, blog, "Epoch AI")
    assert origin(memory_store, blog) == origin(memory_store, institute) == "named:pew research"


def test_two_sources_are_counted_as_one_by_a_persons_word_and_stay_known_by_address(memory_store: Store) -> None:
    one, other = add(memory_store, "A", "https://a.example/1"), add(memory_store, "B", "https://b.example/1")
    join_origins(memory_store, one, other)
    assert origin(memory_store, one) == "https://b.example/1"
    assert add(memory_store, "A", "https://a.example/1") == one
    split_origin(memory_store, one)
    assert origin(memory_store, one) == "https://a.example/1"


def test_a_kind_or_source_that_does_not_exist_is_refused(memory_store: Store) -> None:
    source_id = add(memory_store, "A", None)
    set_source_kind(memory_store, source_id, "media")
    with pytest.raises(NotFound, match="no kind of source “rumour”"):
        set_source_kind(memory_store, source_id, "rumour")
    with pytest.raises(NotFound, match="no source 99"):
        set_source_kind(memory_store, 99, "media")


def test_a_source_in_the_bin_is_not_found(memory_store: Store) -> None:
    source_id = add(memory_store, "A", "https://a.example/1")
    execute(memory_store, "update library.sources set binned_at = now() where source_id = ?", source_id)
    with memory_store.importing() as tx:
        assert find_source(tx, "A", "https://a.example/1", is_sample=False) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("工信部赛迪研究院", "赛迪研究院"),
        ("中国信息通信研究院（CAICT）", "CAICT"),
        ("CAICT (China Academy)", "中国信通院"),
        ("麦肯锡", "McKinsey"),
    ],
)
def test_an_institute_is_one_voice_by_each_of_its_names(memory_store: Store, one: str, other: str) -> None:
    assert named_origin(one) == named_origin(other)
    with memory_store.importing() as tx:
        ids = {find_or_add_source(tx, name, None, is_sample=False) for name in (one, other)}
    assert len(ids) == 1


@pytest.mark.parametrize("name", ["OpenAI 对手云雀", "字节跳动公关部", "工信部赛迪研究院报道组", "Grandgartner"])
def test_who_only_has_an_institutes_name_in_theirs_is_somebody_else(name: str) -> None:
    assert named_origin(name) == f"named:{name.casefold()}"
