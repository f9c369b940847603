"""An invented proposal with every part, and episodes that carry it out."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from boards import HIGH, MEDIUM, episode, six_shots

from blindspot.domain import Cited, Claim, Counterpoint, Episode, Point, Proposal, Risk, SupportingClaim
from blindspot.writers import Options

NOW = datetime(2027, 3, 1, 8, 30, 15, 123456, tzinfo=UTC)
OPTIONS = {language: Options(language=language, now=NOW) for language in ("zh", "en")}
ARGUED = Claim(
    13,
    "旧书的扫描件正在变贵",
    "low",
    "只有一家之言（未复核）",
    "两家图书馆的报价：\n- **第一家**：每页三分\n- 第二家：每页五分\n\n差别来自版权。",
    (Cited("报价单", "https://books.example/prices?year=2026&x=(1)", "low"), Cited("电话记录", None, "medium")),
)
PROPOSAL = Proposal(
    "7",
    "数据从哪里来",
    thesis="公开的文本快要用完，谁有回流谁走得远。",
    difference="同行讲怎么用，我们讲拿什么做。",
    status="approved",
    topic="看不见的原料",
    angle="data_sustainability",
    gap="23 条作品、8 位创作者中 0 条提到；真实占比最高可能 17 %（95 %）。证据：弱。",
    gap_on=date(2027, 2, 11),
    account="样例账号",
    fit="喜欢讲清来龙去脉",
    tags=("数据", "模型"),
    values=(Point("没人讲", "评论区有人问"), Point("看得懂", "")),
    claims=(
        SupportingClaim("文本用尽", "high", "几年之内", HIGH),
        SupportingClaim("偏差放大", "medium", "", MEDIUM),
        SupportingClaim("扫描变贵", "low", "报价在涨", ARGUED),
        SupportingClaim("没有出处", "unrated", "听说"),
    ),
    counterpoints=(Counterpoint("还有新视频", "每天都有新上传。", "质量在下降：\n\n- 滤镜多\n- 时长短"),),
    risks=(Risk("年份是估计", "各家说法不一", mitigation="需要写明“预计”。"), Risk("限流", kind="platform")),
    visuals=(Point("倒计时", "一只沙漏"), Point("空书架", "")),
    visual_note="可由 AI 生成",
)


def briefed(**fields: object) -> Episode:
    """Return an episode of six shots in 45 seconds that carries the proposal out."""
    values = {
        "proposal": PROPOSAL, "note": "战略角度", "perspective": "战略", "hook": "你用的字，是谁写的？",
        "owner": "小林", "planned_on": date(2027, 3, 8), "target_seconds": 45.0,
    }  # fmt: skip
    return replace(episode(six_shots()), **{**values, **fields})
