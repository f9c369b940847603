"""What one installs holds all that the product needs, nothing else, and keeps a user's files in the user's folder."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import wheel
from sample_documents import SAMPLE

INSIDE = "blindspot/_shipped/"


def test_the_wheel_holds_the_code_and_what_is_shipped_and_nothing_else(tmp_path: Path) -> None:
    built, checkout = wheel.build_wheel(tmp_path)
    with zipfile.ZipFile(built) as archive:
        names = [name for name in archive.namelist() if ".dist-info/" not in name]
        metadata = {name.split(".dist-info/")[1] for name in archive.namelist() if ".dist-info/" in name}

    def files(pattern: str) -> set[str]:
        return {path.relative_to(checkout).as_posix() for path in checkout.glob(pattern) if path.is_file()}

    shipped = files("pages/*/*.py") | files("queries/**/*.sql") | files("data/*.toml") | files("data/codebooks/*")
    shipped |= files("data/sample/**/*") | {"app.py", ".streamlit/config.toml"}
    assert len(names) == len(set(names))
    assert set(names) == files("blindspot/**/*") | {INSIDE + name for name in shipped}
    assert metadata == {"METADATA", "WHEEL", "RECORD", "entry_points.txt", "licenses/LICENSE"}


def test_a_user_s_files_do_not_lie_among_the_shipped_ones(tmp_path: Path) -> None:
    place, home, folder = wheel.install(tmp_path), tmp_path / "home", tmp_path / "anywhere"
    folder.mkdir()
    export = str(SAMPLE / "mediacrawler" / "douyin_before_2026-07.csv")
    imported = json.loads(wheel.run(place, home, folder, "import", export, "--json").stdout)
    assert imported["imports"][0]["works_added"] == 3
    (database,) = home.rglob("blindspot.duckdb")
    assert "blindspot" in database.parent.parts
    assert set(place.rglob("*.duckdb")) == set()
    assert list(folder.iterdir()) == []
