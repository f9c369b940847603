"""Sixty invented captions about Seedance in three groups, as creators on Douyin write them; none speaks of data."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from douyin_exports import row, write_csv

DEMOS = (
    "Seedance 2.0实测！一句话让雨停在半空，我看了八遍 #Seedance2 #AI视频",
    "AI做视频的本事又涨了一截，这条全程Seedance，没开过一次机 #AI视频 #Seedance",
    "把猫的照片丢给即梦，它自己跑完了一场马拉松 #即梦 #萌宠",
    "Seedance 2.0首发体验：镜头绕着人转三圈，衣服褶子都没变 #Seedance2",
    "用Seedance还原一百年前的码头，连汽笛声都对上了 #AI还原 #Seedance",
    "深夜突袭内测，Seedance生成的大火居然有热浪 #Seedance2 #内测",
    "一张草稿图生成整场舞剧，即梦这次运镜太会了 #即梦 #图生视频",
    "Seedance 2.0连拍二十条打斗，只废了两条 #Seedance2 #武侠",
    "AI短片《雪线以上》，三个人两天，全部画面来自Seedance #AI短片 #Seedance",
    "让Seedance演一段相声，口型和抖包袱都接住了 #Seedance2 #相声",
    "同一个角色走过春夏秋冬，Seedance一镜到底没换脸 #Seedance #一镜到底",
    "即梦新功能上线，声音跟着脚步走，戴耳机看 #即梦 #新功能",
    "Seedance生成的水下世界，气泡的方向我挑不出毛病 #Seedance2 #水下",
    "我妈以为是航拍，其实是Seedance做的家乡 #家乡 #Seedance",
    "三十秒科幻大片，爆炸那一下我从沙发弹起来 #Seedance2 #AI大片",
    "Seedance把我的小说第一章拍出来了，主角和我想的一样 #小说 #Seedance",
    "效果炸裂！即梦生成的慢动作咖啡，能闻到香味 #即梦 #慢动作",
    "Seedance 2.0物理效果测评：多米诺、弹簧、纸飞机 #Seedance2 #测评",
    "AI动画《灯笼巷》预告，Seedance真的能做国风了 #AI动画 #Seedance",
    "把小学作文变成电影，Seedance拍出了我的暑假 #童年 #Seedance2",
)
TUTORIALS = (
    "拿走不谢！Seedance做3D文字开场，四步搞定 #教程 #Seedance",
    "手把手教你写Seedance提示词，照着填空就行 #提示词 #Seedance2",
    "零基础学即梦第一课：从一张图到一条片 #即梦 #零基础",
    "Seedance人物总变脸？三张参考图这样放 #AI教程 #Seedance",
    "保姆级教程：Seedance加剪映，一个人做完一条短片 #保姆级 #Seedance2",
    "Seedance运镜词大全，推拉摇移跟甩，收藏慢慢看 #提示词 #Seedance",
    "新手入门避坑：即梦最容易浪费积分的五个操作 #即梦 #避坑",
    "Seedance首尾帧怎么用？两张图接出一个转场 #教程 #Seedance2",
    "小白也能学会的分镜表，填完直接喂给Seedance #分镜 #Seedance",
    "Seedance工作流公开，从脚本到成片我只用三个工具 #工作流 #Seedance2",
    "教你用即梦做表情包，五分钟一套 #即梦 #表情包",
    "Seedance画面太糊怎么办？清晰度设置一次讲明白 #Seedance #AI教程",
    "一学就会：Seedance做商品旋转台，参数都在画面里 #Seedance2 #教程",
    "Seedance声音口型对不上？把台词拆成短句试试 #避坑 #Seedance",
    "打斗镜头的提示词公式，Seedance亲测能用 #提示词 #Seedance2",
    "即梦智能画布手把手，老照片动起来 #即梦 #老照片",
    "Seedance多镜头叙事怎么写？一段话分成四格 #分镜 #Seedance2",
    "想要电影感光影？Seedance提示词里加这六个字 #提示词 #Seedance",
    "Seedance批量出片流程，表格填好一键跑 #工作流 #Seedance2",
    "十分钟学会用Seedance做节气海报动效 #教程 #Seedance",
)
COMMERCIAL = (
    "AI产品视频，怎么做到便宜又好看？这单全用Seedance #产品视频 #Seedance",
    "客户给了五百块预算，我用Seedance交了三条广告 #接单 #Seedance2",
    "Seedance接单一个月，报价表和流水都给你看 #副业 #Seedance",
    "开网店的姐姐用即梦做主图视频，转化翻了一番 #电商 #即梦",
    "餐饮老板用Seedance拍菜单，不请摄影师了 #探店 #Seedance2",
    "短剧团队换上Seedance以后，一集成本降了多少 #短剧 #Seedance",
    "Seedance做品牌片，甲方一次就过，我复盘了流程 #品牌 #Seedance2",
    "用Seedance卖课真的赚钱吗？三个月的账单摊开说 #变现 #Seedance",
    "房产中介的AI样板间视频，Seedance两小时一套 #房产 #Seedance2",
    "带货视频不用真人出镜，即梦数字人值不值 #带货 #即梦",
    "给县城婚庆做片头，Seedance一条收两百 #接单 #Seedance",
    "MCN开始批量用Seedance，剪辑的岗位变了 #MCN #Seedance2",
    "Seedance会员价格怎么选？按条算给你听 #价格 #Seedance",
    "我用Seedance做了十条种草视频，商家续约了 #商单 #Seedance2",
    "AI广告比稿现场：即梦赢在哪一页 #广告 #即梦",
    "外贸工厂靠Seedance拍多语言产品片，询盘来了 #外贸 #Seedance",
    "一条Seedance商单从聊需求到收尾款的全过程 #商单 #Seedance2",
    "Seedance做游戏买量素材，一天一百条怎么管 #游戏 #Seedance",
    "文旅局找我做宣传片，预算砍半用Seedance补 #文旅 #Seedance2",
    "后期公司转型记：Seedance帮我们留住了客户 #商业化 #Seedance",
)
CREATORS = 12


def rows() -> Iterator[dict[str, Any]]:
    """Yield the sixty as MediaCrawler's rows of Douyin: twelve creators, published 1–12 February 2026."""
    for number, title in enumerate((*DEMOS, *TUTORIALS, *COMMERCIAL)):
        who = number % CREATORS + 1
        yield row(600 + number, title, day=f"2026-02-{who:02}", creator=f"sixty{who}", name=f"样例博主{who}")


def write_sixty_works(path: Path) -> Path:
    """Write the sixty as MediaCrawler's CSV."""
    return write_csv(path, rows())
