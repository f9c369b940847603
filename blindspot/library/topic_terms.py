"""The terms of a topic that is still to be made: proposed from its title, and tried on the works in store."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

import pandas as pd
import rjieba

from blindspot.labelling.folding import fold_term
from blindspot.library.label_works import find_terms
from blindspot.store import Store

MOST_TERMS = 6
TITLED = re.compile(r"《([^《》]{2,30})》|“([^“”]{2,30})”|「([^「」]{2,30})」|\"([^\"]{2,30})\"")
NAMES = re.compile(r"[A-Za-z][A-Za-z0-9+#.&-]*(?: [A-Z][A-Za-z0-9+#.&-]*)*")
# too common to tell one topic from another
EVERYWHERE = frozenset(
    (
        *("ai", "app", "vs", "the", "a", "an", "of", "and", "in", "on", "to", "for", "is", "are", "how", "why", "what"),
        *("video", "videos", "视频", "短视频", "热点", "话题", "网友", "全网", "全国", "中国", "时间", "时候", "问题"),
        *(
            "东西",
            "事情",
            "情况",
            "消息",
            "内容",
            "个人",
            "一个人",
            "小时",
            "分钟",
            "今天",
            "年度",
            "世界",
            "工具",
            "数据",
        ),
    )
)
NOUNS = ("n", "vn", "nz", "nr", "ns", "nt", "eng")


def propose_terms(title: str) -> tuple[str, ...]:
    """Return terms by which works on a title's subject may be known: what it names, then runs of nouns."""
    return _distinct([*_titled(title), *_names(title), *_compounds(TITLED.sub(" ", title))])


def sure_terms(title: str) -> tuple[str, ...]:
    """Return terms for a topic that is made without asking: what its title names, else its nouns, else all of it."""
    return _distinct([*_titled(title), *_names(title)]) or propose_terms(title) or (title.strip(),)


def _distinct(found: Sequence[str]) -> tuple[str, ...]:
    terms: dict[str, str] = {}
    for term in found:
        folded = fold_term(term)
        if folded and term.casefold() not in EVERYWHERE and not any(folded in known for known in terms):
            terms[folded] = term
    return tuple(terms.values())[:MOST_TERMS]


def count_works_with(store: Store, terms: Sequence[str]) -> int:
    """Return how many works in store, the sample's left out, a topic with these terms would select (none: all)."""
    works = store.arrow("library/search_texts_of_library", is_sample=False)
    if not terms or not works.num_rows:
        return int(works.num_rows)
    return find_terms(works, pd.DataFrame({"term": list(terms)}))["work_key"].n_unique()


def _titled(title: str) -> Iterator[str]:
    for found in TITLED.finditer(title):
        yield next(filter(None, found.groups()))


def _names(title: str) -> Iterator[str]:
    """Yield Latin names without their version: works on Seedance 2.0 say Seedance."""
    is_latin = title.isascii()
    for found in NAMES.findall(title):
        words = [word for word in found.split(" ") if word.casefold() not in EVERYWHERE]
        # in a Chinese title every Latin word is a name
        if words and not (is_latin and found.islower()):
            yield " ".join(words).rstrip(".-")


def _compounds(title: str) -> Iterator[str]:
    """Yield runs of nouns as one phrase (训练数据, not 训练 and 数据); a lone noun only where there are no runs."""
    runs = [
        [word for word, _ in words]
        for is_noun, words in groupby(rjieba.tag(title), key=lambda tagged: tagged[1].startswith(NOUNS))
        if is_noun
    ]
    chinese = [[word for word in run if not word.isascii()] for run in runs]
    phrases = ["".join(run) for run in chinese if len(run) > 1]
    yield from phrases or ["".join(run) for run in chinese if run and len(run[0]) > 1]
