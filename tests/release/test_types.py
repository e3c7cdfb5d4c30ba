"""The type checker refuses whatever has not been through the release door."""

import re
from pathlib import Path

import pytest
from mypy import api

ROOT = Path(__file__).resolve().parents[2]
SNIPPET = """
from frankpledge.bundle.record import records
from frankpledge.document.verdicts import change_verdict
from frankpledge.figures.describe import map_pair, months_chart, rates_chart
from frankpledge.findings.kinds import Change, ExactFinding, Level, Months, Peers, Places
from frankpledge.findings.kinds import ShownFinding
from frankpledge.narrative.change import change_sentence, level_phrase
from frankpledge.narrative.phrase import Number, Style
from frankpledge.narrative.sentence import sentence
from frankpledge.release.door import Edition
from frankpledge.vocabulary.evidence import FindingId
from frankpledge.vocabulary.issue import Issue
from frankpledge.vocabulary.quantity import Exact, Released, Shown, number


def unreleased(
    change: Change[Exact], level: Level[Exact], months: Months[Exact], peers: Peers[Exact],
    places: Places[Exact], anything: ExactFinding, issue: Issue, count: Exact, edition: Edition,
) -> None:
    change_sentence(change, issue)  # refused
    level_phrase(level, issue)  # refused
    sentence(anything)  # refused
    months_chart(months, None, "")  # refused
    rates_chart(peers)  # refused
    map_pair(places)  # refused
    change_verdict(change, issue)  # refused
    records(level)  # refused
    Number(count, Style.COUNT, FindingId("a"))  # refused
    number(count)  # refused
    shown: Shown = count  # refused
    finding: ShownFinding = change  # refused
    Edition(edition.policy, (level,), ())  # refused


def released(
    change: Change[Shown], level: Level[Shown], months: Months[Shown], peers: Peers[Shown],
    places: Places[Shown], anything: ShownFinding, issue: Issue, count: Shown, edition: Edition,
) -> None:
    change_sentence(change, issue)
    level_phrase(level, issue)
    sentence(anything)
    months_chart(months, None, "")
    rates_chart(peers)
    map_pair(places)
    change_verdict(change, issue)
    records(level)
    Number(count, Style.COUNT, FindingId("a"))
    number(Released(3))
    finding: ShownFinding = change
    Edition(edition.policy, (level,), ())
"""


def test_what_is_not_released_is_refused_and_what_is_released_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    file = tmp_path / "snippet.py"
    file.write_text(SNIPPET)
    wanted = {
        number for number, line in enumerate(SNIPPET.splitlines(), 1) if line.endswith("# refused")
    }
    report, complaints, _ = api.run(["--config-file", "pyproject.toml", str(file)])
    assert complaints == ""
    errors = re.findall(r"snippet\.py:(\d+): error: .*\[(\S+)\]", report)
    assert {int(line) for line, _ in errors} == wanted, report
    assert {kind for _, kind in errors} <= {"arg-type", "assignment"}, report
