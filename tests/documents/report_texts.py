"""Invented reports of the shape that planners write: one in Chinese, one in English, about things that do not exist."""

from __future__ import annotations

CHINESE = """\
# 云朵咖啡机的水源困境：好喝的前提正在消失

**调研日期**：2026-03-05  
**目标账号**：beanlab（慢镜头 + 数据，面向咖啡爱好者）  
**话题来源**：饮品热点汇总-2026-03-05  
**调研说明**：第一次调研

---

## 核心洞察

**人人都在拍云朵咖啡机的奶泡，没有人问水从哪里来。**

机器靠山泉水包出味，而山泉水包一年只产三个月。

---

## 核心事实

### 1. 山泉水包的产能到 2027 年见顶

**来源**：
- [山泉协会年报](https://springs.example.org/report)  
- [晚风日报：2029 年山泉水包停产](https://news.example.cn/a/1)（转载）  
**可信度**：高（行业协会，多家媒体报道）

协会的数字：
- **一级水源**：2027 年前用完
- **二级水源**：2035 年

每天 200 万包，每包 30 克 ≈ 6 吨。

### 2. 厂家停掉了滤芯回收

**来源**：
- [云朵公告：暂停回收滤芯](https://cloud.example.com/notice)（官方）  
**可信度**：中-高（官方公告，无第三方数据）

回收停了，再生水的路也就断了（数据来源：[李店长的帖子](https://m.news.example.cn/p/9)）。

```text
**可信度**：低
### 不是标题
```

---

## 反面与争议

### 1. 反驳：换自来水就行

**反驳观点**：自来水到处都有。

**我的回应**：

硬度不同，味道就不同。见 [硬度表](https://tables.example.org/h)。

### 2. 争议：味道真的变了吗

**争议观点**：盲测没有差别。

**我的回应**：

盲测只有五个人。

---

## 竞品分析

### 同行只拍奶泡

十几条作品里没有一条谈水源：
- 开箱："奶泡像云一样！"
- 教程："三步拉花，小白也会"
- 探店：人多，排队

**差异化机会**：

讲水源的人会被记住。

### 已有报告的盲区

已有报告只谈价格。

---

## 建议的切入角度

### 推荐角度：《咖啡的"旱季"：当水比豆子更稀缺》

**核心观点（一句话）**：  
水源见顶，咖啡机的竞争从奶泡转向水。

**为什么这个观点有价值（和同行的差异化）**：

1. **没人讲**：大家都在讲奶泡。

2. **讲得清**：
   - 水源有数字
   - 回收有公告

**支撑观点的 2-3 个关键事实**：

1. **水包产能见顶**（高可信度）：
   - 2027 年前一级水源用完

2. **滤芯回收停了**（中可信度）：
   - 厂家停掉回收，再生水断了

**潜在风险**：

1. **年份的不确定性**：协会的预测可能推迟。需要用"预计"。

2. **厂家的应对被低估**：厂家也许在找新水源。

**建议的视觉呈现**（针对 beanlab 的慢镜头）：

1. **倒计时水杯**：水位一点点下降
2. **水源地图**：亮着的点越来越少

---

## 数据来源与可信度评级

| 信息来源 | URL | 可信度 | 备注 |
|---------|-----|-------|------|
| 山泉协会年报 | https://springs.example.org/report | 高 | 行业协会 |
| 云朵公告 | https://cloud.example.com/notice | 中 | 官方 \\| 无数据 |
| 李店长 | https://m.news.example.cn/p/9 | 低 | 个人帖子 |

---

## 编辑部的备忘

- [ ] 约李店长

---

## 调研过程中的意外发现

1. **水包比豆子贵**：一包水三块，一勺豆两块。

2. **没有人测水**：所有测评都略过了水。

---

## 与已有调研报告的关系

**已有报告**（《咖啡机价格战-2026-02.md》）的核心观点：
- **价格视角**：谁便宜谁赢

**本报告**的核心观点：
- **资源视角**：谁有水谁赢
- **关键证据**：产能与回收

**两者的互补关系**：
- 一个讲现在，一个讲明年

**建议**：两份报告合为一个系列：
- 第一集：《便宜的代价》（价格，已有报告）
- 第二集：《咖啡的"旱季"》（资源，本报告）

---

**调研完成时间**：2026-03-05 18:00  
**调研耗时**：约 2 小时  
**信息来源数量**：12 篇  
**下一步建议**：
1. 监测厂家是否恢复回收（这将是转向的信号）
2. 关注 Spring Watch 的年报（可能改写年份）
"""

ENGLISH = """\
# Paper Kites and the Wind: the hobby is running out of sky

**Research date**: 2026-04-02
**Target account**: kitecraft (calm, long takes, for makers)
**Topic origin**: weekly list of outdoor topics

## Core insight

Everyone films the colours. Nobody says that open sky is being closed.

## Key facts

### 1. Half of the flying fields close by 2028

**Sources**:
- [Field register](https://fields.example.org/2026)
- [Evening Lark](https://lark.example.com/kites) (reprint)

**Credibility**: High (public register)

The register lists 120 fields, and 61 of them close.

### 2. Paper from reeds lasts longer

**Sources**:
- Reed Guild handbook

**Credibility**: Medium to high (trade handbook)

It survives rain.

## Counter-arguments

### 1. Counter-argument: people will fly elsewhere

**Counter-argument**: There is always a beach.

**My response**: Beaches close in summer, see [the list](https://beach.example.net/list).

## Competitor analysis

### Peers film colours

All of them show:
- Unboxing: "Rainbow kite, first look"

**Opportunity**: Show the map.

## Suggested angle

### Recommended angle: The last open sky

**Thesis**: The sky is the scarce part of a kite.

**Why this is worth it**:

1. **Nobody says it**: everybody films colours.

**Supporting facts**:

1. **Fields close** (high credibility): half of the flying fields close by 2028.

**Risks**:

1. **The estimate may move**: the register is revised each year. We should say "planned".

**Suggested visuals** (calm):

1. **A map going dark**: one field a second

## Sources and credibility

| Source | URL | Credibility | Note |
|--------|-----|-------------|------|
| Field register | https://fields.example.org/2026 | High | public |
| Evening Lark | https://lark.example.com/kites | Low | reprint |

## Unexpected findings

1. **Reeds are back**: three workshops reopened.

## Relation to earlier reports

**Earlier report** (colours-2026.md):
- **View**: colour sells

**This report**:
- **View**: sky is scarce

**How they complement each other**: one is today, one is next year.

**Suggestion**: a series of two:
- Episode 1: Colour sells (earlier report)
- Episode 2: The last open sky (this report)

---

**Research completed**: 2026-04-02 17:00
**Time spent**: two hours
**Next steps**:

1. Watch the field register (a revision would move the year)
2. Track reed prices
"""
