"""Empirical-Bayes rates against the North Carolina sudden infant deaths worked example."""

import json
import struct
from pathlib import Path

import numpy as np
import pytest

from frankpledge.methods.smoothing import empirical_bayes


def columns(path: Path, *names: str) -> list[list[float]]:
    """Number columns of a dBase III table."""
    data = path.read_bytes()
    records, header, width = struct.unpack("<IHH", data[4:12])
    places, start = {}, 1
    for at in range(32, header - 1, 32):
        name = data[at : at + 11].split(b"\0")[0].decode()
        places[name] = (start, start + data[at + 16])
        start += data[at + 16]
    body = [data[header + i * width : header + (i + 1) * width] for i in range(records)]
    return [[float(row[slice(*places[name])]) for row in body] for name in names]


def test_counties_are_drawn_towards_the_state(reference: Path) -> None:
    folder = reference / "hotspots"
    wanted = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    deaths, births = columns(folder / "sids2.dbf", "SID74", "BIR74")
    expected = wanted["empirical_bayes_sids2_first5"]
    assert empirical_bayes(deaths, births)[:5] == pytest.approx(expected, abs=5e-8)


def test_excess_risk_is_observed_over_expected(reference: Path) -> None:
    folder = reference / "hotspots"
    wanted = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    deaths, births = (np.array(c) for c in columns(folder / "sids2.dbf", "SID74", "BIR74"))
    ratio = deaths / (births * deaths.sum() / births.sum())
    assert ratio[:5] == pytest.approx(wanted["excess_risk_sids2_first5"], abs=1e-5)
