"""Final Cut Pro 7 XML (xmeml) for Premiere and Resolve: shots with markers on V1, on-screen text on V2."""

from __future__ import annotations

from math import ceil
from typing import Any

from opentimelineio import adapters

from blindspot.domain import Episode
from blindspot.writers.otio_file import make_timeline
from blindspot.writers.timing import require_editor_rate
from blindspot.writers.writer import Options, Writer

KEY = "fcp_xml"
"""Under which the adapter takes what OpenTimelineIO has no word for."""


def write_fcp7(episode: Episode, options: Options) -> bytes:
    """Return the cut as xmeml 4; refuses rates that no timeline has. Narration stands in the markers' comments."""
    require_editor_rate(episode.fps)
    timeline = make_timeline(episode, options)
    timeline.metadata[KEY] = _sequence(episode)
    shots, narration, texts = timeline.tracks
    for clip in shots:
        clip.markers[0].metadata[KEY] = {"comment": clip.markers[0].comment}
        clip.media_reference.name = clip.name
    for clip in texts.find_clips():
        clip.media_reference.metadata[KEY] = _text_generator(clip.media_reference.parameters["text"])
    timeline.tracks.remove(narration)
    return str(adapters.write_to_string(timeline, adapter_name="fcp_xml")).encode()


def _sequence(episode: Episode) -> dict[str, Any]:
    rate = {"timebase": str(ceil(episode.fps)), "ntsc": "FALSE" if episode.fps.denominator == 1 else "TRUE"}
    canvas = {"rate": rate, "width": str(episode.width), "height": str(episode.height), "pixelaspectratio": "square"}
    return {"media": {"video": {"format": {"samplecharacteristics": canvas}}}}


def _text_generator(text: str) -> dict[str, Any]:
    return {
        "effectcategory": "Text",
        "effecttype": "generator",
        "mediatype": "video",
        "parameter": {"parameterid": "str", "name": "Text", "value": text},
    }


FCP7 = Writer("fcp7", ".xml", "application/xml", write_fcp7)
