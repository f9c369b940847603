"""ZIP archives: names read as their makers wrote them, members unpacked one by one, and bombs refused in a sentence."""

from __future__ import annotations

import stat
import struct
import zipfile
from pathlib import Path

import pytest

from blindspot.errors import FileRefused
from blindspot.readers import archive
from blindspot.readers.client import extract_member, list_members


def pack(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(name, content)
    return path


def test_members_are_listed_and_unpacked_to_our_own_name(tmp_path: Path) -> None:
    clutter = {"导出/": b"", "__MACOSX/._a": b"z"}
    path = pack(tmp_path / "x", {"导出/一.csv": b"a,b\n1,2\n", "../../evil.csv": b"c,d\n", **clutter})
    found = list_members(path, "x.zip")
    assert [(member.name, member.size) for member in found] == [("导出/一.csv", 8), ("../../evil.csv", 4)]
    for place, member in enumerate(found):
        extract_member(path, member, tmp_path / f"{place}.part", "x.zip")
    assert (tmp_path / "0.part").read_bytes() == b"a,b\n1,2\n"
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["0.part", "1.part", "x"]


@pytest.mark.parametrize("codec", ["gb18030", "utf-8"])
def test_names_without_the_utf_8_flag(tmp_path: Path, codec: str) -> None:
    path = pack(tmp_path / "x", {"AAAAAAAAAAAA.csv": b"a"})
    name = "作品列表".encode(codec).ljust(12, b"_") + b".csv"
    path.write_bytes(path.read_bytes().replace(b"AAAAAAAAAAAA.csv", name))
    assert archive.members(path, "x")[0].name.rstrip("_").startswith("作品列表")


def test_a_workbook_and_a_broken_file_are_no_archive(tmp_path: Path) -> None:
    assert archive.is_archive(pack(tmp_path / "a", {"a.csv": b"1"}))
    assert not archive.is_archive(pack(tmp_path / "b", {"[Content_Types].xml": b"", "xl/workbook.xml": b""}))
    (tmp_path / "c").write_bytes(b"PK\x03\x04 cut")
    assert not archive.is_archive(tmp_path / "c")


def test_too_many_members(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match="501 files"):
        list_members(pack(tmp_path / "x", {f"{n}.csv": b"" for n in range(501)}), "x")


def test_an_archive_that_says_it_unpacks_too_far(tmp_path: Path) -> None:
    path = pack(tmp_path / "x", {"a.csv": b"a,b\n"})
    content = bytearray(path.read_bytes())
    struct.pack_into("<I", content, content.rindex(b"PK\x01\x02") + 24, 4_000_000_000)
    path.write_bytes(bytes(content))
    with pytest.raises(FileRefused, match="unpacks to more than 4000 MB"):
        list_members(path, "x")


def test_a_member_larger_than_it_says_is_refused(tmp_path: Path) -> None:
    path = pack(tmp_path / "x", {"a.csv": b"x" * 5_000_000})
    content = bytearray(path.read_bytes())
    struct.pack_into("<I", content, content.rindex(b"PK\x01\x02") + 24, 10)
    path.write_bytes(bytes(content))
    (member,) = list_members(path, "x")
    with pytest.raises(FileRefused, match="damaged or cut off"):
        extract_member(path, member, tmp_path / "part", "x")
    assert not (tmp_path / "part").exists() or (tmp_path / "part").stat().st_size <= 10


def test_an_archive_in_an_archive(tmp_path: Path) -> None:
    inner = pack(tmp_path / "inner", {"a.csv": b"1"}).read_bytes()
    path = pack(tmp_path / "x", {"inner.zip": inner})
    with pytest.raises(FileRefused, match=r"inner\.zip in x is an archive itself"):
        extract_member(path, list_members(path, "x")[0], tmp_path / "part", "x")


def test_links_and_passwords(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("link")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "x", "w") as packed:
        packed.writestr(link, "/etc/hostname")
    with pytest.raises(FileRefused, match="links"):
        list_members(tmp_path / "x", "x")
    path = pack(tmp_path / "y", {"a.csv": b"1"})
    content = bytearray(path.read_bytes())
    content[content.rindex(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(bytes(content))
    with pytest.raises(FileRefused, match="password-protected"):
        list_members(path, "y")


def test_overlapping_members(tmp_path: Path) -> None:
    path = pack(tmp_path / "x", {"a.csv": b"1" * 500, "b.csv": b"1" * 500})
    content = bytearray(path.read_bytes())
    struct.pack_into("<I", content, content.rindex(b"PK\x01\x02") + 42, 0)
    path.write_bytes(bytes(content))
    with pytest.raises(FileRefused, match="overlap"):
        list_members(path, "x")


def test_an_empty_archive_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match="empty archive"):
        list_members(pack(tmp_path / "x", {}), "x")


@pytest.mark.parametrize("content", [b"PK\x03\x04", b"", b"junk"])
def test_what_is_no_archive_is_said_to_be_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x").write_bytes(content)
    assert list_members(tmp_path / "x", "x") is None
    with pytest.raises(FileRefused, match="damaged or cut off"):
        archive.members(tmp_path / "x", "x")
