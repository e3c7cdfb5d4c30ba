"""How the house is kept: names, sizes, docstrings, and nothing hidden in package files."""

import ast
from collections.abc import Iterator

import pytest
from tests.architecture.source import Module, modules

VAGUE = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "base", "core"}
LONGEST = 400
Documented = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def public(body: list[ast.stmt]) -> Iterator[Documented]:
    """The public functions and classes of a body, and the public methods of the classes."""
    for node in body:
        if isinstance(node, Documented) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from public(node.body)


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.name)
def test_a_module_says_what_it_means(module: Module) -> None:
    assert ast.get_docstring(module.tree)
    assert not [module.at(n) for n in public(module.tree.body) if not ast.get_docstring(n)]


def test_package_files_hold_only_a_docstring() -> None:
    packages = [module for module in modules() if module.name.endswith("__init__.py")]
    assert packages
    assert not [module.name for module in packages if len(module.tree.body) != 1]


def test_no_module_has_a_name_that_says_nothing() -> None:
    parts = {part for module in modules() for part in module.name.removesuffix(".py").split("/")}
    assert not {part for part in parts if VAGUE & set(part.split("_"))}


def test_no_module_is_two_ideas_long() -> None:
    long = {module.name for module in modules() if len(module.text.splitlines()) > LONGEST}
    assert long == set()


def test_every_folder_of_modules_is_a_package() -> None:
    folders = {module.name.rpartition("/")[0] for module in modules()}
    packages = {
        module.name.removesuffix("/__init__.py").removesuffix("__init__.py")
        for module in modules()
        if module.name.endswith("__init__.py")
    }
    assert folders <= packages
