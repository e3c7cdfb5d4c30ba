"""Each heavy library has one home, each kind of effect has its place."""

import ast

import pytest
from tests.architecture.source import attributes, calls, imported, modules

HOMES: dict[str, tuple[str, ...]] = {
    "duckdb": ("engine/duckdb_engine.py",),
    "openpyxl": ("intake/workbook.py",),
    "pyarrow": ("engine/", "intake/admitted.py", "measures/cube.py"),
    "jinja2": ("outputs/",),
    "typer": ("cli.py",),
    "rich": ("cli.py",),
    "shapely": (
        "intake/boundaries.py",
        "figures/geometry.py",
        "figures/shapes.py",
        "figures/strokes.py",
    ),
    "fontTools": ("outputs/fonts.py", "figures/metrics.py"),
    "brotli": ("outputs/fonts.py",),
    "scipy": ("methods/",),
    "docx": ("outputs/word.py",),
    "pandas": (),
}
CLOCK_AND_SURROUNDINGS = ("cli.py",)
SEEDED_STREAMS = ("findings/identity.py", "demo/streams.py")
THE_DOOR = ("release/", "vocabulary/quantity.py")
ENDS = ("plan/", "intake/", "engine/", "bundle/", "outputs/", "demo/", "cli.py", "pipeline.py")


@pytest.mark.parametrize("library", HOMES)
def test_a_heavy_library_is_imported_only_in_its_home(library: str) -> None:
    elsewhere = [
        module.at(node)
        for module in modules()
        for name, node in imported(module.tree)
        if name.split(".")[0] == library and not module.within(HOMES[library])
    ]
    assert not elsewhere, f"{library} has its home in {HOMES[library] or 'no module'}"


def test_only_the_command_line_prints() -> None:
    assert not [
        module.at(call)
        for module in modules()
        for name, call in calls(module.tree)
        if name in ("print", "sys.stdout.write", "sys.stderr.write") and module.name != "cli.py"
    ]


def test_nothing_reads_the_clock() -> None:
    assert not [
        module.at(node)
        for module in modules()
        if not module.within(CLOCK_AND_SURROUNDINGS)
        for name, node in attributes(module.tree)
        if name.split(".")[-1] in ("now", "today", "utcnow", "monotonic", "perf_counter")
        or name in ("time.time", "time.localtime", "time.gmtime", "time.strftime")
    ]


def test_nothing_sleeps_or_imports_the_clock() -> None:
    assert not [
        module.at(node)
        for module in modules()
        if not module.within(CLOCK_AND_SURROUNDINGS)
        for name, node in imported(module.tree)
        if name in ("time", "sched")
    ]


def test_nothing_depends_on_the_machine_it_runs_on() -> None:
    forbidden = ("os.environ", "os.getenv", "os.getlogin", "os.getcwd", "Path.cwd", "Path.home")
    assert not [
        module.at(node)
        for module in modules()
        if not module.within(CLOCK_AND_SURROUNDINGS)
        for name, node in attributes(module.tree)
        if name in forbidden or name.split(".")[0] in ("getpass", "socket", "locale")
    ]


def test_there_is_no_global_random_generator() -> None:
    assert not [
        module.at(node)
        for module in modules()
        for name, node in imported(module.tree)
        if name in ("random", "secrets", "uuid")
    ]
    kinds = ("Generator", "default_rng", "PCG64", "SeedSequence", "BitGenerator")
    assert not [
        module.at(node)
        for module in modules()
        for name, node in attributes(module.tree)
        if name.startswith(("np.random.", "numpy.random.")) and name.split(".")[2] not in kinds
    ]


def test_random_streams_are_made_with_a_seed_and_in_one_place() -> None:
    makers = ("np.random.default_rng", "np.random.Generator", "np.random.PCG64")
    made = [
        (module, call)
        for module in modules()
        for name, call in calls(module.tree)
        if name in makers
    ]
    assert not [module.at(call) for module, call in made if not module.within(SEEDED_STREAMS)]
    assert all(call.args for _, call in made)


def test_only_the_release_door_makes_numbers_that_may_be_seen() -> None:
    assert not [
        module.at(call)
        for module in modules()
        for name, call in calls(module.tree)
        if name.split(".")[-1] in ("Released", "Withheld") and not module.within(THE_DOOR)
    ]


def test_files_are_read_and_written_only_at_the_ends() -> None:
    touching = ("open", "read_text", "read_bytes", "write_text", "write_bytes", "unlink", "mkdir")
    assert not [
        module.at(node)
        for module in modules()
        if not module.within(ENDS)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call)
        and (
            (isinstance(node.func, ast.Attribute) and node.func.attr in touching)
            or (isinstance(node.func, ast.Name) and node.func.id == "open")
        )
    ]
