"""Damages a file at random: bytes changed, taken out, put in, or all cut off from some place on."""

from __future__ import annotations

import random


def mutate(content: bytes, chance: random.Random) -> bytes:
    """Return the content with 1 to 20 damages; the same chance gives the same mutant."""
    mutant = bytearray(content)
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        place = chance.randrange(len(mutant) + 1)
        match chance.randrange(4):
            case 0:
                mutant[place : place + 1] = chance.randbytes(1)
            case 1:
                del mutant[place : place + chance.randrange(1, 30)]
            case 2:
                mutant[place:place] = chance.randbytes(chance.randrange(1, 8))
            case 3:
                del mutant[max(place, len(mutant) // 2) :]
    return bytes(mutant)
