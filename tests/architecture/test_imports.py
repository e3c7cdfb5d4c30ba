"""Imports run one way, as the contracts in pyproject.toml say."""

import tomllib

import pytest
from importlinter.cli import lint_imports
from tests.architecture.source import ROOT, modules

PYPROJECT = ROOT / "pyproject.toml"
FLOW = (
    "cli", "demo", "pipeline", "outputs", "bundle", "document", "narrative", "figures", "release",
    "findings", "methods", "measures", "intake", "sources", "tables", "engine", "plan",
    "vocabulary", "errors",
)  # fmt: skip


def contracts() -> list[dict[str, object]]:
    settings = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))
    linter = settings["tool"].get("importlinter")
    if linter is None:
        pytest.skip("NO CONTRACTS: pyproject.toml has no [tool.importlinter]; imports unchecked")
    found: list[dict[str, object]] = linter["contracts"]
    return found


def test_every_contract_is_kept(capsys: pytest.CaptureFixture[str]) -> None:
    assert contracts()
    code = lint_imports(config_filename=str(PYPROJECT), no_cache=True, no_logo=True)
    said = capsys.readouterr().out
    assert code == 0, f"an import runs against the flow:\n{said}"


def test_the_layers_are_those_of_the_design_in_its_order() -> None:
    layers = next(contract["layers"] for contract in contracts() if contract["type"] == "layers")
    assert isinstance(layers, list)
    named = [
        name.strip(" ()").removeprefix("frankpledge.")
        for layer in layers
        for name in layer.split("|")
    ]
    assert [name for name in named if name in FLOW] == list(FLOW)


def test_every_package_has_its_layer() -> None:
    top = {module.name.split("/")[0].removesuffix(".py") for module in modules()}
    assert top - {"__init__", "__main__"} <= {*FLOW, "explorer", "proofreading"}
