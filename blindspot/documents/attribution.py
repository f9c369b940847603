"""Who says a sentence: the party named by "据…报道", "…指出", "according to …", "… said", without markup and titles."""

from __future__ import annotations

import re

from blindspot.documents.words import pattern

_SAID = (
    "报道|报告|指出|显示|披露|公布|发布|统计(?!局)|消息|透露|介绍|分析|测算|预测|预计|估计|认为|表示|称|提供|出具|数据(?!局|中心|公司|集团)|"
    "研究(?!院|所|中心|机构|部)|调查(?!局)|观点|说法"
)
_SPOKE = "指出|认为|表示|透露|强调|称|宣布|预测|预计|估计|警告|坦言|建议|补充|说"
_WHO = r"(?P<party>[^，。；：:！？\n“”\"《》]{2,40}?)"
_TITLE = (
    r"(?P<title>的?(?:首席|高级|资深|知名|相关|有关)*"
    r"(?:分析师|专家|研究员|负责人|发言人|工程师|教授|学者|创始人|团队|人士|官员|报告|数据|观察)*)"
)
_NAME = r"(?P<party>[A-Z][\w&.'-]*(?:\s+(?:(?:of|the|for|and|de|&)\s+)*[A-Z][\w&.'-]*){0,6})"
_VERB = (
    r"(?:said|says|reported|reports|estimate[sd]?|found|finds|announced|warned|warns|argue[sd]?|told|predict(?:s|ed)"
    r"|expects|wrote|writes|suggested|concluded)"
)
_CHINESE = (
    re.compile(
        rf"(?:^|[，；。：:、\s（(“\"])(?:依据|根据|按照|据){_WHO}\s*{_TITLE}\s*(?:近日|日前|最新|此前)?\s*(?:{_SAID})"
    ),
    re.compile(rf"来自{_WHO}\s*(?:发布|公布|披露|提供)"),
    re.compile(rf"(?:^|[，；。：:])\s*{_WHO}\s*{_TITLE}(?:也|还|曾|分析|明确|公开)?(?:{_SPOKE})(?=[，,：:“\"])"),
)
_ENGLISH = (
    re.compile(rf"[Aa]ccording to (?:an? |the )?{_NAME}"),
    re.compile(rf"(?:^|[,;]\s|\b[Tt]he |[”\"]\s){_NAME}(?:['’]s [a-z ]{{1,30}})?(?:,[^,]{{1,60}},)? {_VERB}\b"),
    re.compile(rf"[,”\"] {_VERB} (?:the )?{_NAME}"),
)
_TITLES_AT_END = re.compile(
    r"(?:的?(?:首席|高级|资深|知名|相关|有关)*(?:分析师|专家|研究员|负责人|发言人|工程师|教授|学者|团队|人士|官员|报告|数据|观察)|的|等|"
    r"近日|日前|今日|昨日|最新|此前|于?\d{4}\s*年.*)$"
)
_KIND_BEFORE = re.compile(
    r"^(?:知名|著名|权威|国际|全球|国内|海外|市场|数据|科技|第三方|独立)*(?:咨询|研究|调研|分析|评测|投资)?(?:机构|公司|媒体|平台)(?:的)?\s*(?=.{2})"
)
_EDGES = " 　、,.'’‘*_"
_INITIALS = re.compile(r"^(.{2,30}?[（(][A-Za-z][A-Za-z&. -]{1,20}[）)]).+$")


def find_party(sentence: str) -> str | None:
    """Return the party that a sentence is attributed to, None where it names none."""
    for rule in (*_CHINESE, *_ENGLISH):
        for match in rule.finditer(sentence):
            party = match["party"].strip(_EDGES)
            if len(party) > 1:
                return party + (match.groupdict().get("title") or "") if is_anonymous(party) else _trim(party)
    return None


def is_anonymous(party: str) -> bool:
    """Return whether a party is nobody in particular (业内人士, analysts), who cannot be a source."""
    return bool(pattern("parties", "anonymous").search(party))


def _trim(party: str) -> str:
    trimmed = found[1] if (found := _INITIALS.match(party)) else party
    while (shorter := _TITLES_AT_END.sub("", trimmed).strip()) != trimmed:
        trimmed = shorter
    return _KIND_BEFORE.sub("", trimmed).removesuffix("'s").removesuffix("’s").strip(_EDGES) or party
