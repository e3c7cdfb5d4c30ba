"""Commands, arguments, exit codes: the only place that prints.

Everything heavy is imported inside a command, so that `--help` is quick.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from frankpledge.errors import FrankpledgeError, OutputFault

if TYPE_CHECKING:
    from frankpledge.intake.admitted import Receipt
    from frankpledge.pipeline import Counted

app = typer.Typer(
    help="Make a Community Safety Partnership's strategic assessment from the partners' files.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
PlanFolder = Annotated[
    Path, typer.Argument(help="The plan: a folder that holds assessment.toml.", metavar="PLAN")
]
OutFolder = Annotated[
    Path | None, typer.Option("--out", help="Where to write (PLAN/output if not given).")
]
INTERRUPTED = 130


def main() -> None:
    """Run a command; a known error is printed plainly and gives its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        app()
    except FrankpledgeError as error:
        print(f"\n{error}", file=sys.stderr)
        sys.exit(error.exit_code)
    except OSError as error:
        where = Path(error.filename).name if error.filename else "the disk"
        print(f"\n{where}: {error.strerror or error}", file=sys.stderr)
        print("Mend that, or give another --out, and run it again.", file=sys.stderr)
        sys.exit(OutputFault.exit_code)
    except KeyboardInterrupt:
        print("\nStopped. The last good output is as it was.", file=sys.stderr)
        sys.exit(INTERRUPTED)


@app.command()
def build(plan: PlanFolder, out: OutFolder = None) -> None:
    """Build the assessment: both editions, all or nothing."""
    from frankpledge.pipeline import build as build_assessment

    target = out or plan / "output"
    with _watched() as progress:
        editions = build_assessment(plan, target, progress)
    for edition in editions:
        print(f"{edition.policy.name}: {target / edition.policy.name / 'assessment.html'}")


@app.command()
def check(plan: PlanFolder) -> None:
    """Read the files: what was accepted, what was set aside and why, what is missing."""
    from frankpledge.pipeline import counts

    with _watched() as progress:
        counted = counts(plan, progress)
    for line in _report(counted):
        print(line)


@app.command()
def explain(
    bundle: Annotated[Path, typer.Argument(help="One edition's folder, such as OUT/restricted.")],
    finding: Annotated[str, typer.Argument(help="The id of a finding, such as change.burglary.")],
) -> None:
    """Show the trail behind one number: measure, cells, method, files and rows."""
    from frankpledge.bundle.explain import explain as trail

    for line in trail(bundle, finding):
        print(line)


@app.command()
def demo(
    out: Annotated[Path, typer.Option("--out", help="Where to write the demo.")] = Path(
        "build/demo"
    ),
) -> None:
    """Make an invented county's files and build their assessment."""
    from frankpledge.demo.plan import write_plan
    from frankpledge.pipeline import build as build_assessment

    plan = out / "plan"
    with _watched() as progress:
        progress("Inventing a county", 0, 0)
        write_plan(plan)
        editions = build_assessment(plan, out / "output", progress)
    print("An invented county was made, read as anyone's files would be, and assessed.")
    for edition in editions:
        print(f"{edition.policy.name}: {out / 'output' / edition.policy.name / 'assessment.html'}")


def _report(counted: Counted) -> Iterator[str]:
    """What came of every source, and the gaps."""
    from frankpledge.findings.gaps import find_gaps
    from frankpledge.findings.kinds import GapKind
    from frankpledge.narrative.change import COUNTED_GAPS
    from frankpledge.sources.catalogue import SOURCES

    for name, table in counted.tables.items():
        yield from _receipt(SOURCES[name].title, table.receipt)
    vintage = counted.material.geography.vintage.value
    yield f"\nSmall areas of {vintage} in the plan; vintages found in the archives:"
    for found, months in counted.material.vintages.items():
        yield f"  {found}: {months}"
    yield "\nGaps:"
    said = (GapKind.ASIDE, GapKind.NO_PLACE)
    for gap in find_gaps(counted.material):
        if gap.kind not in said:
            amount = f": {gap.number.number:,}" if gap.kind in COUNTED_GAPS else ""
            yield f"  {gap.what}{amount}. {gap.effect}"
    if any(table.receipt.aside for table in counted.tables.values()):
        yield f"\nThe rows set aside are in {counted.plan.work / 'set-aside'}."


def _receipt(title: str, receipt: Receipt) -> Iterator[str]:
    """One source's rows."""
    yield (
        f"{title}: {len(receipt.files)} {'file' if len(receipt.files) == 1 else 'files'}, "
        f"{receipt.records:,} rows, {receipt.accepted:,} accepted"
    )
    for aside in receipt.aside:
        yield (
            f"  {aside.rows:,} set aside: {aside.reason} (first in {aside.first_file}, line "
            f"{aside.first_line:,}). {aside.remedy}"
        )


@contextmanager
def _watched() -> Iterator[Callable[[str, int, int], None]]:
    """A progress bar on a terminal; nothing where nobody is looking."""
    if not sys.stderr.isatty():
        yield lambda doing, done, total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description:<20}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Starting", total=None)

        def tell(doing: str, done: int, total: int) -> None:
            bar.update(task, description=doing, completed=done, total=total or None)

        yield tell
