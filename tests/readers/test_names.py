"""What the name of a column says, in any join style and language, and what it never says: music, covers, figures."""

import pytest

from blindspot.readers.mapping.aliases import rank_of
from blindspot.readers.mapping.names import is_understood


@pytest.mark.parametrize(
    ("field", "names"),
    [
        (
            "creator_name",
            "profile_username authorProfile.displayName Channel-Name 用户昵称 作者暱稱 博主名 Nombre_del_canal",
        ),
        ("creator_name", "チャンネル名 작성자 posted_by poster video.author ownerFullName user/screen_name Kanal"),
        ("creator_id", "profile_id channelId author.uid accountHandle user_url owner.username 小红书号 mblog.user.id"),
        ("likes", "like_nr number_of_likes stats.heartCount 點讚數 J'aime 高評価数 좋아요 num_likes"),
        ("plays", "viewcount Total-Views 播放次数 再生回数 조회수 Aufrufe stat.views"),
        ("collects", "star_nr 收藏人数 bookmarks favoriteCount"),
        ("shares", "reposts_count 转发次数 share_nr"),
        ("comments", "comment_nr 评论总数 コメント数"),
        ("published_at", "發布時間 fecha_de_publicación 投稿日時 Video-publish-time Veröffentlichungsdatum"),
        ("captured_at", "crawl_time scraped_at 更新时间 爬取时间"),
        ("transcript", "subtitles 视频文案 asr_text 口播稿 voice_to_text"),
        ("title", "título videoTitle 視頻標題 タイトル"),
    ],
)
def test_a_field_is_known_by_the_words_of_a_name(field, names):
    assert [name for name in names.split() if rank_of(field, name) is None] == []


@pytest.mark.parametrize("field", ["title", "text", "creator_name", "creator_id", "likes", "plays"])
@pytest.mark.parametrize(
    "name",
    [
        "music.title", "data.music.authorName", "sound.author", "original_sound", "authorStats.heart", "author_likes",
        "author.signature", "channel_follower_count", "comment.user.nickname", "cover.title", "平均播放时长",
        "背景音乐作者", "playlist.title", "user_authentication", "完播率", "views_per_day",
    ],
)  # fmt: skip
def test_another_things_name_is_no_name_of_a_work(field, name):
    assert rank_of(field, name) is None


def test_what_a_works_video_is_called_comes_after_the_work_itself():
    assert rank_of("title", "desc") < rank_of("title", "video.title")


def test_names_that_are_understood_need_no_word():
    assert all(map(is_understood, ["author.followers", "music.title", "粉丝数", "完播率", "cover_url", "is_ad"]))
    assert not any(map(is_understood, ["likes", "gifts", "旁白", "summary"]))
