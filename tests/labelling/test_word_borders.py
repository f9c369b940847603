"""A Chinese term counts where it is said: not across the border of words, nor in a word of another meaning."""

from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blindspot.labelling.folding import fold_term, mark_spans
from blindspot.labelling.matching import match_terms
from blindspot.labelling.word_borders import are_said, is_said, touching

SPELLED_ONLY = """
成本:生成本地部署教程 变现:让想象变现实 变现:怎么改变现状 对比:对比亚迪的看法 展示:产业发展示范区
版权:出版权威指南 广告:推广告诉你 数据:参数据说公开 接单:直接单干 电商:充电商品 教程:宗教程度
数字人:数字人民币试点 算力:计算力学入门 教你:佛教你知道吗 水印:海水印象 能耗:可能耗时三天
电费:充电费用 融资:金融资讯 监管:总监管理课 市值:城市值得去 创业:原创业务 造假:制造假象
合规:符合规则 即梦:用即梦想做视频 可灵:可灵活使用 财产:理财产品 金额:资金额度 盗脸:大盗脸色变了
"""
ANOTHER_WORD = """
客户:手机客户端怎么装 服务:租一台服务器 人工:人工智能 计算:计算机 创业:创业板 人民:人民币
小白:小白菜 客户:pc客户端
"""
SAID = """
成本:成本 成本:低成本 成本:制作成本低 成本:生成成本 客户:老客户 客户:客户案例 变现:流量变现
视频:短视频 视频:小视频助力 教程:剪辑教程 数据:训练数据 数据:大数据 教你:手把手教你做 饭碗:抢饭碗
护肤:护肤品 投资:投资者 版权:版权法 广告:广告公司 大学:东北师范大学 大学:国防大学 电影:电影节
监管:监管部门 训练数据:训练数据来源 即梦:用即梦做视频 即梦:即梦想象力 可灵:可灵真香
实测:新车实测评测 盘点:七大盘点 换脸:ai换脸色情视频 色情:换脸视频里的色情 真人图片:上传真人图片
是AI生成:这就是AI生成的 数据来源:参考数据来源 猫:猫咪日常 工作流:保姆级工作流分享
"""


def cases(texts: str) -> list[tuple[str, str]]:
    return [tuple(case.split(":")) for case in texts.split()]


def hit(term: str, text: str) -> tuple[str, str, str]:
    before, _, after = fold_term(text).partition(fold_term(term))
    left, right = touching(before, fold_term(term), after)
    return left, fold_term(term), right


@pytest.mark.parametrize(("term", "text"), cases(SPELLED_ONLY) + cases(ANOTHER_WORD))
def test_parts_of_other_words_are_no_hit(term, text):
    assert fold_term(term) in fold_term(text)
    assert not is_said(*hit(term, text))
    assert mark_spans(text, [term]) == []


@pytest.mark.parametrize(("term", "text"), cases(SAID))
def test_a_term_is_found_beside_other_words_and_in_its_compounds(term, text):
    assert is_said(*hit(term, text))
    assert [text[start:end] for start, end in mark_spans(text, [term])] == [term]


def test_all_hits_together_are_judged_like_each_alone():
    hits = [hit(term, text) for term, text in cases(SPELLED_ONLY) + cases(ANOTHER_WORD) + cases(SAID)]
    together = are_said(pl.DataFrame(hits, schema=["left", "folded", "right"], orient="row"))
    assert together.to_list() == [is_said(*one) for one in hits]


@pytest.mark.parametrize(("text", "term"), [("讓想像變現實", "變現"), ("生成本地部署", "成本"), ("手機客戶端", "客户")])
def test_traditional_characters_are_judged_as_simplified_ones(text, term):
    assert mark_spans(text, [term]) == []
    assert mark_spans("這裡的" + term + "很高", [term]) == [(3, 3 + len(term))]


def test_the_mark_stands_where_the_term_is_said_first():
    text = fold_term("生成本地视频，成本很低")
    hits = match_terms(pl.Series([text]), pl.Series([7]), pl.DataFrame({"term_id": [1], "folded": ["成本"]}))
    assert hits.rows() == [(7, 1, len("生成本地视频,".encode()))]
    assert mark_spans("生成本地视频，成本很低", ["成本"]) == [(7, 9)]


PIECE = st.sampled_from(
    ["生成本地", "成本", "客户端", "客户", "AI", "🎬", "𠮷", "，", " ", "変", "变现实", "变现", "é", "的"]
)


@given(st.lists(st.lists(PIECE, max_size=7), max_size=6))
@settings(deadline=None, max_examples=60)
def test_a_work_has_a_term_where_a_mark_can_be_shown(texts):
    folded = [fold_term("".join(pieces)) for pieces in texts]
    terms = ["成本", "客户", "变现", "ai成本"]
    hits = match_terms(
        pl.Series(folded, dtype=pl.String),
        pl.Series(range(len(folded)), dtype=pl.Int64),
        pl.DataFrame({"term_id": range(4), "folded": [fold_term(term) for term in terms]}),
    )
    marked = {
        (work, number, len(text[: mark_spans(text, [term])[0][0]].encode()))
        for work, text in enumerate(folded)
        for number, term in enumerate(terms)
        if not set("\x02\x03") & set(text) and mark_spans(text, [term])
    }
    plain = {row for row in hits.iter_rows() if not set("\x02\x03") & set(folded[row[0]])}
    assert plain == marked
