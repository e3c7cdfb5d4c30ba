"""The benchmarks compare equal work, and their ratios are what they say."""

from pathlib import Path

import pytest
from bench.peers import bare, limit, ours, pandas_well
from bench.sample import Ratio, Sample, ratio, same_work

from frankpledge.demo.generate import generate


def sample(digest: str) -> Sample:
    return Sample(wall=1.0, cpu=1.0, peak=1, records=1, digest=digest)


def test_a_ratio_is_taken_round_by_round() -> None:
    assert ratio([2.0, 9.0, 4.0], [1.0, 3.0, 4.0]) == Ratio(median=2.0, least=1.0, most=3.0)
    assert str(ratio([3.0, 3.0], [2.0, 2.0])) == "1.50 (1.50 to 1.50)"


def test_a_ratio_of_rounds_that_do_not_pair_is_refused() -> None:
    with pytest.raises(ValueError, match="shorter"):
        ratio([1.0, 2.0], [1.0])


def test_unlike_work_is_not_compared() -> None:
    same_work([sample("a"), sample("a")])
    with pytest.raises(SystemExit, match="equal counts"):
        same_work([sample("a"), sample("b")])


def test_the_peers_do_the_same_work(tmp_path: Path) -> None:
    generate(tmp_path / "demo")
    archives = sorted((tmp_path / "demo").glob("police-*.zip"))
    assert archives
    found = {}
    for peer in (ours, limit, pandas_well):
        folder = tmp_path / peer.__name__.rpartition(".")[2]
        folder.mkdir()
        found[peer.__name__] = peer.work(archives, folder)()
    mine, theirs, frames = found.values()
    assert mine.records > mine.accepted > 0
    assert mine.repeats == theirs.repeats == frames.repeats
    assert sorted(mine.cells) == sorted(theirs.cells) == sorted(frames.cells)
    assert mine.digest == theirs.digest == frames.digest
    bare.prepare(archives, tmp_path / "bare")
    assert bare.work(archives, tmp_path / "bare")().records == mine.records
