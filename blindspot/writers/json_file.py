"""An episode or a proposal as versioned JSON without loss: every field, each claim and picture once, under its id."""

from __future__ import annotations

import base64
from dataclasses import asdict
from typing import Any

import orjson

from blindspot.domain import Episode, Picture, Proposal
from blindspot.writers.contents import claims_of
from blindspot.writers.writer import Options, Writer

VERSION = 1


def write_json(episode: Episode, options: Options) -> bytes:
    """Return an episode; shots and its proposal name claims by id, shots their picture likewise, bytes as base64."""
    told = asdict(episode)
    pictures = {shot.image.picture_id: shot.image for shot in episode.shots if shot.image}
    for shot in told["shots"]:
        shot["claims"] = [claim["claim_id"] for claim in shot["claims"]]
        shot["image"] = shot["image"]["picture_id"] if shot["image"] else None
    _name_claims(told["proposal"])
    claims = [asdict(claim) for claim in claims_of(episode.proposal, episode.shots)]
    parts = {"episode": told, "claims": claims, "pictures": [_picture(each) for each in pictures.values()]}
    return _write("blindspot-episode", parts, options)


def write_proposal_json(proposal: Proposal, options: Options) -> bytes:
    """Return a proposal, which names claims by id."""
    told = asdict(proposal)
    _name_claims(told)
    return _write(
        "blindspot-proposal", {"proposal": told, "claims": [asdict(claim) for claim in claims_of(proposal)]}, options
    )


def _name_claims(proposal: dict[str, Any] | None) -> None:
    for part in proposal["claims"] if proposal else ():
        part["claim"] = part["claim"]["claim_id"] if part["claim"] else None


def _picture(picture: Picture) -> dict[str, Any]:
    return asdict(picture) | {"content": base64.b64encode(picture.content).decode()}


def _write(form: str, parts: dict[str, Any], options: Options) -> bytes:
    head = {"format": form, "version": VERSION, "made_at": options.now}
    return orjson.dumps(head | parts, option=orjson.OPT_INDENT_2) + b"\n"


JSON = Writer("json", ".json", "application/json", write_json)
