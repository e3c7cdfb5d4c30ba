"""The package's own modules as syntax trees."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "frankpledge"


@dataclass(frozen=True)
class Module:
    """One module: its place inside the package, its text and its tree."""

    name: str
    text: str
    tree: ast.Module

    def at(self, node: ast.expr | ast.stmt) -> str:
        """The place of a node, as an editor opens it."""
        return f"{self.name}:{node.lineno}"

    def within(self, homes: tuple[str, ...]) -> bool:
        """Say whether it is one of the homes, or lies in one that ends in a stroke."""
        return any(self.name == home or self.name.startswith(home) for home in homes)


@cache
def modules() -> tuple[Module, ...]:
    """Every module of the package, in order of name."""
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        found.append(Module(path.relative_to(PACKAGE).as_posix(), text, ast.parse(text)))
    return tuple(found)


def imported(tree: ast.Module) -> Iterator[tuple[str, ast.stmt]]:
    """Every module imported anywhere in a tree, inside functions too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, node
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module, node


def dotted(node: ast.expr) -> str:
    """A name with its attributes, as `np.random.seed`; empty for anything else."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        before = dotted(node.value)
        return f"{before}.{node.attr}" if before else ""
    return ""


def attributes(tree: ast.Module) -> Iterator[tuple[str, ast.expr]]:
    """Every dotted name in a tree."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and (name := dotted(node)):
            yield name, node


def calls(tree: ast.Module) -> Iterator[tuple[str, ast.Call]]:
    """Every call of something with a name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and (name := dotted(node.func)):
            yield name, node
