"""A planner's own export: handed in, counted, given a topic, and read for gaps; and files that are refused."""

from __future__ import annotations

from pathlib import Path

from douyin_exports import row, write_csv
from handing_in import drop, make_topic, pick
from invented_week import write_week
from moves import go_to
from playwright.sync_api import expect
from running_app import App, Visit

from blindspot.shipped import ROOT
from blindspot.store import Store, uploads_folder

BROKEN = {
    "cut_off.xlsx": (ROOT / "data/sample/mediacrawler/douyin.xlsx").read_bytes()[:2000],
    "noise.csv": bytes(range(256)) * 8,
    "empty.csv": b"",
    "cut_off.json": b'[{"aweme_id": "7605000000000000001", "title": "AI',
}


def test_a_picked_export_is_counted_given_a_topic_and_read_for_gaps(app: App, visit: Visit, tmp_path: Path) -> None:
    page = visit(app, "/imports")
    pick(page, write_week(tmp_path / "week.csv"))
    expect(page.get_by_text("9 new works").first).to_be_visible()
    expect(page.get_by_text("week.csv").first).to_be_visible()
    page.get_by_role("radio", name="AI video").click()
    make_topic(page, "AI 视频")
    expect(page.get_by_role("heading", name="0 of 9 works, 0 of 5 creators")).to_be_visible()
    expect(page.get_by_role("combobox", name="Topic")).to_have_value("AI 视频")
    expect(page.get_by_text("Copyright: 1 of 9 works, 1 of 5 creators")).to_be_visible()


def test_a_dragged_export_comes_in_and_again_changes_nothing(app: App, visit: Visit, tmp_path: Path) -> None:
    content = write_week(tmp_path / "week.csv").read_bytes()
    page = visit(app, "/imports")
    drop(page, "week.csv", content)
    expect(page.get_by_text("9 new works").first).to_be_visible()
    drop(page, "the same again.csv", content)
    expect(page.get_by_text("Nothing changed: this was imported before.")).to_be_visible()
    go_to(page, "Creators")
    go_to(page, "Import")
    expect(page.get_by_text("9 new works").first).to_be_visible()


def test_bad_files_get_a_sentence_each_and_good_ones_still_come_in(app: App, visit: Visit, tmp_path: Path) -> None:
    files = [write_week(tmp_path / "week.csv")]
    for name, content in BROKEN.items():
        files.append(tmp_path / name)
        files[-1].write_bytes(content)
    page = visit(app, "/imports")
    pick(page, *files)
    expect(page.get_by_text("9 new works").first).to_be_visible()
    expect(page.get_by_text("Put this away")).to_be_visible()
    said = [alert.inner_text() for alert in page.get_by_role("alert").all()]
    for name in BROKEN:
        about = [sentence for sentence in said if name in sentence]
        assert len(about) == 1, (name, said)
        assert 10 < len(about[0]) < 400
    assert "Traceback" not in page.content()
    assert "Error:" not in page.get_by_role("main").inner_text()


def test_a_stopped_import_leaves_nothing(app: App, visit: Visit, tmp_path: Path) -> None:
    folder = tmp_path / "exports"
    folder.mkdir()
    large = write_csv(folder / "large.csv", (row(n, f"AI视频 第 {n} 条") for n in range(200_000)))
    page = visit(app, "/imports")
    pick(page, large)
    page.get_by_role("main").get_by_role("button", name="Stop", exact=True).click()
    expect(page.get_by_text("was stopped; nothing of it was stored")).to_be_visible()
    expect(page.get_by_text("Nothing yet. What you import is listed here and can be taken back.")).to_be_visible()
    store = Store(app.copy(), timezone="Asia/Shanghai")
    try:
        assert [row for row in store.rows("library/imports") if not row["is_sample"]] == []
        assert store.rows("library/creators", is_sample=False) == []
    finally:
        store.close()
    assert list(uploads_folder(app.database).iterdir()) == []
