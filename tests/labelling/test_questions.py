"""A comment that asks is told from one that exclaims, doubts or tags a friend; better one missed than one invented."""

from __future__ import annotations

import polars as pl
import pytest

from blindspot.labelling.questions import are_questions

ASKING = """这个是用什么软件做的
训练数据从哪里来的？
数据用完了怎么办
请问手机能用吗
为什么我生成的人脸会变形
多少钱一个月
求教程
国内能用？
那以后数据不够了呢？
@样例用户 这个怎么用啊
生成一条要多久
这些训练素材是哪来的
回复 @样例用户: 显卡要什么配置
為什麼不能用中文提示詞
数据飞轮是啥意思[捂脸]
how do you make this
what prompt did you use?
Is this free?
anyone know where the training data comes from
does it work on android?""".splitlines()

NOT_ASKING = """？？？
@样例甲 @样例乙
[捂脸][捂脸]？
怎么这么厉害
怎么可能
谁懂啊
没什么好说的
教你如何三分钟做视频
终于知道为什么了
真的吗？
多少有点离谱
这就是为什么我喜欢它
好吗
能不能别再发了
无论如何都支持你
哈哈哈哈哈哈
https://example.com/watch?v=what
what a great video
how cool is that
why not
who cares
what?""".splitlines()


@pytest.mark.parametrize(("comments", "asks"), [(ASKING, True), (NOT_ASKING, False)])
def test_what_asks_is_told_from_what_does_not(comments: list[str], asks: bool) -> None:
    told = are_questions(pl.Series(comments)).to_list()
    assert [comment for comment, is_question in zip(comments, told, strict=True) if is_question != asks] == []


def test_a_missing_comment_asks_nothing() -> None:
    assert are_questions(pl.Series([None, ""], dtype=pl.String)).to_list() == [False, False]
    assert are_questions(pl.Series([], dtype=pl.String)).to_list() == []
