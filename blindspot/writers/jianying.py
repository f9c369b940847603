"""剪映 draft, write only: a zip of the draft's folder to unpack among 剪映's drafts, with pictures and all fields."""

from __future__ import annotations

import json
import zipfile
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from blindspot.domain import Episode
from blindspot.writers.otio_file import plain
from blindspot.writers.writer import Options, Writer, require_shots


def write_jianying(episode: Episode, options: Options) -> bytes:
    """Return a zip with tracks 画面 (uploaded pictures), 分镜, 旁白 and 屏幕字; times to the microsecond."""
    require_shots(episode)
    # its library takes half a second to load, for which no other format should wait
    from blindspot.writers.jianying_draft import save_draft

    with TemporaryDirectory() as place:
        folder = save_draft(episode, options, Path(place))
        fields = json.dumps(plain(episode), ensure_ascii=False, indent=1)
        (folder / "blindspot.json").write_text(fields, encoding="utf-8")
        return _zipped(folder, options)


def _zipped(folder: Path, options: Options) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(path for path in folder.rglob("*") if path.is_file()):
            member = zipfile.ZipInfo(file.relative_to(folder.parent).as_posix(), options.now.timetuple()[:6])
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, file.read_bytes())
    return made.getvalue()


JIANYING = Writer("jianying", ".zip", "application/zip", write_jianying)
