"""FCPXML 1.10 (Final Cut Pro, Resolve): shots as clips or gaps, on-screen text as titles, narration as captions."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from lxml import etree

from blindspot.domain import Episode
from blindspot.writers.markers import Marker, markers
from blindspot.writers.media import media_url
from blindspot.writers.names import clean, one_line
from blindspot.writers.timing import Span, rational_seconds, require_editor_rate, spans
from blindspot.writers.writer import Options, Writer, require_shots

FORMAT, TITLE = "r1", "r2"
BASIC_TITLE = ".../Titles.localized/Bumper:Opener.localized/Basic Title.localized/Basic Title.moti"
CAPTION_ROLES = {"zh": "SRT?captionFormat=SRT.cmn-Hans", "en": "SRT?captionFormat=SRT.en"}
TITLE_LANE, CAPTION_LANE = "1", "2"


def write_fcpxml(episode: Episode, options: Options) -> bytes:
    """Return the cut as FCPXML 1.10, valid against its DTD; refuses rates that no timeline has."""
    require_shots(episode)
    require_editor_rate(episode.fps)
    root = etree.Element("fcpxml", version="1.10")
    resources = etree.SubElement(root, "resources")
    _add_format(resources, episode)
    event = etree.SubElement(etree.SubElement(root, "library"), "event", name=one_line(episode.series) or "Blindspot")
    project = etree.SubElement(event, "project", name=one_line(episode.title))
    sequence = etree.SubElement(
        project,
        "sequence",
        format=FORMAT,
        duration=rational_seconds(episode.frames, episode.fps),
        tcStart="0s",
        tcFormat="NDF",
    )
    spine = etree.SubElement(sequence, "spine")
    styles = (f"ts{number}" for number in count(1))
    for number, (each, marker) in enumerate(zip(spans(episode), markers(episode, options.language), strict=True), 1):
        url = media_url(each.shot, options)
        if url:
            _add_asset(resources, f"a{number}", url, each, episode)
        shot = _add_shot(spine, f"a{number}" if url else None, each, episode)
        _fill_shot(shot, marker, each, episode, CAPTION_ROLES[options.language], styles)
    written: bytes = etree.tostring(
        root, doctype="<!DOCTYPE fcpxml>", xml_declaration=True, encoding="UTF-8", pretty_print=True
    )
    return written


def _add_format(resources: etree._Element, episode: Episode) -> None:
    etree.SubElement(
        resources,
        "format",
        id=FORMAT,
        frameDuration=rational_seconds(1, episode.fps),
        width=str(episode.width),
        height=str(episode.height),
        colorSpace="1-1-1 (Rec. 709)",
    )
    etree.SubElement(resources, "effect", id=TITLE, name="Basic Title", uid=BASIC_TITLE)


def _add_asset(resources: etree._Element, asset_id: str, url: str, each: Span, episode: Episode) -> None:
    asset = etree.SubElement(
        resources,
        "asset",
        id=asset_id,
        name=one_line(each.shot.name),
        start="0s",
        duration=rational_seconds(each.shot.frames, episode.fps),
        hasVideo="1",
        format=FORMAT,
    )
    etree.SubElement(asset, "media-rep", kind="original-media", src=url)


def _add_shot(spine: etree._Element, asset_id: str | None, each: Span, episode: Episode) -> etree._Element:
    attributes = {
        "name": one_line(each.shot.name),
        "offset": rational_seconds(each.start, episode.fps),
        "start": "0s",
        "duration": rational_seconds(each.shot.frames, episode.fps),
    }
    if asset_id is None:
        return etree.SubElement(spine, "gap", attributes)
    return etree.SubElement(spine, "asset-clip", attributes, ref=asset_id, format=FORMAT, tcFormat="NDF")


def _fill_shot(
    shot: etree._Element, marker: Marker, each: Span, episode: Episode, role: str, styles: Iterator[str]
) -> None:
    """Add what a shot holds, in the order of the DTD: note, titles and captions, marker."""
    etree.SubElement(shot, "note").text = marker.note
    whole = {"offset": "0s", "start": "0s", "duration": rational_seconds(each.shot.frames, episode.fps)}
    if text := clean(each.shot.on_screen_text).strip():
        title = etree.SubElement(shot, "title", whole, lane=TITLE_LANE, ref=TITLE, name=one_line(text))
        _add_text(title, text, next(styles), "63")
    if text := clean(each.shot.narration).strip():
        caption = etree.SubElement(shot, "caption", whole, lane=CAPTION_LANE, role=role, name=one_line(text))
        _add_text(caption, text, next(styles), "13")
    etree.SubElement(shot, "marker", start="0s", duration=rational_seconds(1, episode.fps), value=marker.line)


def _add_text(parent: etree._Element, text: str, style: str, size: str) -> None:
    etree.SubElement(etree.SubElement(parent, "text"), "text-style", ref=style).text = text
    definition = etree.SubElement(parent, "text-style-def", id=style)
    etree.SubElement(
        definition, "text-style", font="PingFang SC", fontSize=size, fontColor="1 1 1 1", alignment="center"
    )


FCPXML = Writer("fcpxml", ".fcpxml", "application/xml", write_fcpxml)
