"""Write the pages of docs/reference from the code, so that they cannot differ from it.

    python docs/generate_reference.py            writes the pages
    python docs/generate_reference.py --check    fails where a page differs, and writes nothing

The page on findings is made from the demo's own `findings.json`. The demo is built in a folder
that is thrown away, unless `--demo FOLDER` names one that was built before.
"""

from __future__ import annotations

import argparse
import ast
import difflib
import importlib
import inspect
import json
import pkgutil
import re
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from enum import Enum
from pathlib import Path
from types import ModuleType, NoneType, UnionType
from typing import Any, get_args, get_origin

import msgspec
import typer

from frankpledge import cli, errors, methods
from frankpledge.demo.plan import write_plan
from frankpledge.findings import kinds
from frankpledge.intake.set_aside import SHAPE, SHAPE_REMEDY
from frankpledge.pipeline import build
from frankpledge.plan import layout
from frankpledge.plan.commentary import OF_ISSUE, WHOLE
from frankpledge.plan.read import EDITIONS
from frankpledge.sources.catalogue import SOURCES
from frankpledge.sources.source import Source
from frankpledge.tables.table import Column, Constraint
from frankpledge.vocabulary.breaks import KNOWN_BREAKS, Break
from frankpledge.vocabulary.issue import ALL_INCIDENTS, ISSUES, Issue
from frankpledge.vocabulary.quantity import Symbol

HERE = Path(__file__).resolve().parent
PACKAGE = HERE.parent / "src" / "frankpledge"
PAGES = HERE / "reference"
MARK = "<!-- Made by docs/generate_reference.py. Change the code, not this page. -->"

Lines = Iterator[str]
Records = list[dict[str, Any]]


# --- words that the code does not hold -----------------------------------------------------------

PLAN_KEYS = {
    "PlanFile.assessment": "Who makes the assessment, when, and for which period.",
    "PlanFile.area": "The district that the assessment is about.",
    "PlanFile.county": "The wider area that it is compared with.",
    "PlanFile.sources": "One table for each source, under the source's id.",
    "PlanFile.editions": "One table for each edition whose policy is not the default.",
    "PlanFile.targets": "One table for each issue that has a target, under the issue's id.",
    "PlanFile.breaks": "One entry for each break that the plan adds.",
    "AssessmentTable.partnership": "The partnership's full name, as the first page shows it.",
    "AssessmentTable.title": "The title of the document.",
    "AssessmentTable.owner": "The post that answers for the document. A role, not a person.",
    "AssessmentTable.period": "First and last month, as `2025-01/2025-12`.",
    "AssessmentTable.compared_with": "The earlier period: as many months, beginning in the same "
    "month of the year, as `2024-01/2024-12`.",
    "AssessmentTable.published": "The date printed as the date of publication. The program never "
    "asks the clock.",
    "AssessmentTable.extracted": "The date on which the data were taken.",
    "AssessmentTable.version": "The version printed on every page.",
    "AssessmentTable.marking": "The protective marking.",
    "AssessmentTable.usage": "A sentence that says what the document may be used for.",
    "AssessmentTable.seed": "The number that random draws begin from. Same seed, same intervals.",
    "AssessmentTable.invented": "`true` says that the data are made up, and leaves the licence of "
    "public data out.",
    "AssessmentTable.chapters": "Which chapters to print, in order.",
    "AreaTable.code": "The district's nine-character code, as `E07000131`.",
    "AreaTable.name": "The district's name.",
    "AreaTable.vintage": "The census whose small areas the assessment uses: `2011` or `2021`.",
    "CountyTable.code": "The county's code.",
    "CountyTable.name": "The county's name.",
    "CountyTable.districts": "The codes of all its districts, the plan's own among them.",
    "SourceTable.files": "File names or patterns (`inbox/*.zip`), starting at the plan's folder.",
    "SourceTable.columns": "Columns that the sender renamed: the publisher's name on the left, the "
    "file's on the right.",
    "SourceTable.encoding": "The encoding of text files. Older Windows programs write `cp1252`.",
    "EditionTable.threshold": "Counts about people from 1 up to this number less one are withheld.",
    "EditionTable.people_below_district": "Whether counts about people may be shown for areas "
    "smaller than the district.",
    "TargetTable.at_most": "The count that the issue should not pass in the period.",
    "TargetTable.baseline": "The count that the target started from.",
    "BreakTable.id": "A short name for the break.",
    "BreakTable.first": "The first month of the break, as `2025-04`.",
    "BreakTable.last": "The last month of the break; for a change on one day, the same month.",
    "BreakTable.short": "A few words for the chart.",
    "BreakTable.reason": "The reason, as the end of a sentence that begins “Not compared, since”.",
    "BreakTable.lasting": "`true`: things were different from then on. `false`: only those months "
    "were unlike others.",
    "BreakTable.issues": "The ids of the issues that it touches; none named means all.",
}

RECORD_KEYS = {
    "id": "The name of the finding, and what you cite: kind and issue, as `change.burglary`.",
    "kind": "What sort of finding it is. The kinds are listed below.",
    "question": "The question it answers.",
    "issue": "The issue's id. The ids are on the page of [issues](issues.md).",
    "area": "The area's code.",
    "area_name": "The area's name.",
    "period": "First and last month.",
    "compared_with": "First and last month of the earlier period; null where there is none.",
    "value": "The main number, in `unit`.",
    "unit": "What `value`, `low` and `high` are counted in.",
    "low": "The lower end of the 95% interval (for `months`, of the usual range).",
    "high": "The upper end.",
    "before": "The earlier count (for `target`, what it started from).",
    "after": "The count of the period.",
    "symbol": "Why a number is null, where one is. See the symbols below.",
    "verdict": "The verdict in a few words, fixed for each kind.",
    "key": "True for a key finding: one that holds when all of its kind are taken together.",
    "sentence": "The finding in one sentence, as the document prints it.",
    "evidence": "The trail: `measure`, `cells`, `method`, `sources` (each with `file`, `sha256`, "
    "`member`, `rows`), `seed`, and all `rows`.",
    "areas": "How many small areas.",
    "breaks": "The ids of the breaks that forbid a verdict.",
    "by": "What small areas are grouped by.",
    "centre": "The middle of the other areas' rates.",
    "small_areas": "Every small area of the county, with its count and class.",
    "target": "The target that the plan sets.",
    "classes": "How many of the district's small areas are in each class.",
    "difference": "Own rate less the centre, with its interval.",
    "exceptional": "The months of the period outside the usual range.",
    "files": "The names of the received files.",
    "group": "Whom the area is compared with.",
    "groups": "Each group's name, number of small areas, count, index and interval; `clear` says "
    "that the interval leaves out 100.",
    "licence": "The licence of the source.",
    "local_name": "The name people use for the place.",
    "months": "The months that it is about.",
    "of": "Out of how many.",
    "p": "The chance of so large a difference if nothing had happened.",
    "peers": "Every area compared, highest first: code, name, count, rate and interval.",
    "publisher": "Who publishes the source.",
    "q": "`p` after allowing for all the findings of its kind.",
    "rank": "The rank, 1 the highest.",
    "rank_in_county": "The rank by rate among the county's small areas.",
    "residents": "The residents that the rate is worked out on.",
    "residents_year": "The year of that estimate.",
    "series": "Every month: `month`, `count`, and `state` (supplied, not supplied or undercount).",
    "source": "The source's title.",
}

SYMBOLS = {
    Symbol.CONFIDENTIAL: "Confidential: withheld so that nobody can be recognised.",
    Symbol.NOT_APPLICABLE: "Not applicable: there is no such number.",
    Symbol.NOT_AVAILABLE: "Not available: nobody supplied it.",
    Symbol.LOW: "Low: too small to round to anything but zero.",
}

KINDS: dict[str, type] = {
    "level": kinds.Level,
    "change": kinds.Change,
    "months": kinds.Months,
    "share": kinds.Share,
    "target": kinds.TargetResult,
    "places": kinds.Places,
    "place": kinds.Place,
    "communities": kinds.Communities,
    "peers": kinds.Peers,
    "national": kinds.Context,
    "gap": kinds.Gap,
    "supply": kinds.Supply,
    "silence": kinds.Silence,
}

VERDICTS: dict[str, type[Enum]] = {
    "change": kinds.Direction,
    "months": kinds.TrendVerdict,
    "target": kinds.TargetVerdict,
    "place": kinds.PlaceLevel,
    "peers": kinds.Standing,
    "gap": kinds.GapKind,
}

SHAPES = {
    "lsoa": "The small area's code.",
    "name": "Its name.",
    "district": "Its district's code.",
}

NEEDS = {True: "Needed: no assessment can be made without it.", False: "May be left out."}


# --- small pieces of Markdown --------------------------------------------------------------------


def page(title: str, opening: str) -> Lines:
    """The head of a page."""
    yield from (f"# {title}", "", MARK, "", opening, "")


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Lines:
    """A table."""
    yield "| " + " | ".join(heads) + " |"
    yield "|" + " --- |" * len(heads)
    for row in rows:
        yield "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in row) + " |"
    yield ""


def code(text: str) -> str:
    """Text as code; nothing where there is none."""
    return f"`{text}`" if text else ""


def first_line(thing: object) -> str:
    """The first sentence of a docstring."""
    return (inspect.getdoc(thing) or "").split("\n\n")[0].replace("\n", " ")


# --- sources -------------------------------------------------------------------------------------


def sources(_: Records) -> Lines:
    """Every source: who sends it, what it must hold, what sets a row aside."""
    yield from page(
        "Sources",
        "What can be put in a plan, who publishes it, and what it must hold. Write the id after "
        "`sources.` in the [plan file](plan-file.md). A column is found by its header, so columns "
        "that are not listed do no harm.",
    )
    rows = [
        (f"[{s.title}](#{slug(s.title)})", code(s.id), s.publisher, "yes" if s.needed else "")
        for s in SOURCES.values()
    ]
    yield from table(("Source", "Id", "Publisher", "Needed"), rows)
    for source in SOURCES.values():
        yield from _source(source)
    yield from ("## Lines that cannot be read", "")
    yield f"In every table, a line with {SHAPE} is set aside by itself. {SHAPE_REMEDY}"


def _source(source: Source) -> Lines:
    """One source."""
    yield from (f"## {source.title}", "")
    if source.table.meaning:
        yield from (source.table.meaning, "")
    yield f"- Id: `{source.id}`"
    yield f"- Publisher: {source.publisher}"
    yield f"- Licence: {source.licence or 'as agreed with the sender'}"
    yield f"- Layout: {source.layout.value}"
    if source.sheets:
        yield f"- Sheets: {', '.join(source.sheets)}"
    without = f" Without it there is none of this: {source.without}." if source.without else ""
    yield f"- {NEEDS[source.needed]}{without}"
    yield ""
    columns = {column.name: column for column in source.table.columns}
    rows = [
        _column(columns.get(name, Column(name, "")), headers)
        for name, headers in _folded(source).items()
    ]
    yield from table(("Header in the file", "What it holds", "A row is set aside when"), rows)


def _folded(source: Source) -> dict[str, tuple[str, ...]]:
    """The headers of each column, a run of yearly columns folded into its first."""
    yearly = [name for name in source.headers if re.fullmatch(r"mid_\d{4}", name)]
    kept = {n: h for n, h in source.headers.items() if n not in yearly}
    if yearly:
        ends = (source.headers[yearly[0]][0], source.headers[yearly[-1]][0])
        kept[yearly[0]] = (f"{ends[0]} to {ends[1]}",)
    return kept


def _column(column: Column, headers: tuple[str, ...]) -> tuple[str, str, str]:
    """One column as a row."""
    meaning = column.meaning or SHAPES.get(column.name, "")
    if column.optional:
        meaning += " May be missing."
    if column.sensitive:
        meaning += " Never quoted; kept only as a fingerprint."
    rules = "<br>".join(_rule(rule) for rule in column.constraints)
    return " or ".join(map(code, headers)), meaning, rules


def _rule(rule: Constraint) -> str:
    """A constraint in words."""
    return f"{rule.reason}. {rule.remedy}" if rule.remedy else rule.reason


def slug(title: str) -> str:
    """The anchor of a heading."""
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")


# --- the plan file -------------------------------------------------------------------------------

SECTIONS: tuple[tuple[str, type[msgspec.Struct]], ...] = (
    ("[assessment]", layout.AssessmentTable),
    ("[area]", layout.AreaTable),
    ("[county]", layout.CountyTable),
    ("[sources.ID]", layout.SourceTable),
    ("[editions.NAME]", layout.EditionTable),
    ("[targets.ISSUE]", layout.TargetTable),
    ("[[breaks]]", layout.BreakTable),
)


def plan_file(_: Records) -> Lines:
    """Every key of assessment.toml."""
    yield from page(
        "The plan file",
        "`assessment.toml` lies in the plan's folder and is read as TOML. A key that is not on "
        "this page is refused, so that a slip of the pen is found. Every fault names its line.",
    )
    yield from ("## Its parts", "")
    yield from _keys(layout.PlanFile)
    for head, struct in SECTIONS:
        yield from (f"## {head}", "", first_line(struct).split(": ", 1)[-1].capitalize(), "")
        yield from _keys(struct)
    yield from _names()


def _keys(struct: type[msgspec.Struct]) -> Lines:
    """The keys of one table of the plan."""
    rows = []
    for field in msgspec.structs.fields(struct):
        meaning = PLAN_KEYS[f"{struct.__name__}.{field.name}"]
        needed = "must be given" if field.required else _default(field)
        rows.append((code(field.name), _type(field.type), needed, meaning))
    yield from table(("Key", "What it is", "If left out", "Meaning"), rows)


def _default(field: msgspec.structs.FieldInfo) -> str:
    """What a key is when nothing is said."""
    value = field.default if field.default is not msgspec.NODEFAULT else field.default_factory
    if value in (None, "", {}, [], list, dict) or (isinstance(value, type)):
        return "nothing"
    if isinstance(value, bool):
        return code(str(value).lower())
    if isinstance(value, tuple):
        return ", ".join(map(code, value))
    return code(json.dumps(value))


def _type(kind: Any) -> str:
    """A type in words."""
    if isinstance(kind, UnionType):
        return _type(next(part for part in get_args(kind) if part is not NoneType))
    words = {str: "text", int: "whole number", bool: "true or false", date: "date, not quoted"}
    if kind in words:
        return words[kind]
    origin = get_origin(kind)
    if origin in (list, tuple):
        return "list of tables" if get_args(kind)[0] not in words else "list of texts"
    if origin is dict:
        return "table of tables" if get_args(kind)[1] not in words else "table of texts"
    return "table"


def _names() -> Lines:
    """The names that a plan may use."""
    yield from ("## Names you may use", "", "Sources: " + ", ".join(map(code, SOURCES)) + ".", "")
    yield from ("Chapters: " + ", ".join(map(code, layout.CHAPTERS)) + ".", "")
    yield from ("Issues: " + ", ".join(code(i.id) for i in ISSUES) + ".", "")
    yield from ("Editions and what they are when nothing is said:", "")
    rows = [
        (code(name), str(e.threshold), "yes" if e.people_below_district else "no")
        for name, e in EDITIONS.items()
    ]
    yield from table(("Edition", "`threshold`", "`people_below_district`"), rows)
    yield "Files of people's words, in the plan's `commentary` folder:"
    yield ""
    yield from (f"- for the whole assessment: {', '.join(code(w + '.md') for w in WHOLE)};",)
    yield f"- for one issue, as burglary: {', '.join(code(f'burglary.{w}.md') for w in OF_ISSUE)}."


# --- findings ------------------------------------------------------------------------------------


def findings(records: Records) -> Lines:
    """The schema of findings.json."""
    yield from page(
        "Findings",
        "`findings.json` lies in each edition's folder. It holds one object with one key, "
        "`findings`: a list of records. Every record has the keys below. What a kind has nothing "
        "to say about is null, empty or false. It is never zero for want of data.",
    )
    common = set.intersection(*(set(record) for record in records))
    yield from ("## Keys of every record", "")
    yield from table(
        ("Key", "Meaning"),
        [(code(key), RECORD_KEYS[key]) for key in records[0] if key in common],
    )
    yield from ("## Kinds, and the keys that only some have", "")
    found = {r["kind"] for r in records} | set(KINDS)
    rows = []
    for kind in sorted(found, key=list(KINDS).index):
        own = [r for r in records if r["kind"] == kind]
        more = sorted(set().union(*(set(r) for r in own)) - common)
        units = sorted({r["unit"] for r in own if r["unit"]})
        rows.append((code(kind), first_line(KINDS[kind]), ", ".join(map(code, more)),
                     "; ".join(units)))  # fmt: skip
    yield from table(("Kind", "Meaning", "More keys", "Unit"), rows)
    extra = {key for record in records for key in record} - common
    yield from table(("Key", "Meaning"), [(code(key), RECORD_KEYS[key]) for key in sorted(extra)])
    yield from _ids()
    yield from ("## Verdicts", "")
    yield from table(
        ("Kind", "Verdicts"),
        [(code(kind), ", ".join(_verdict(v) for v in enum)) for kind, enum in VERDICTS.items()],
    )
    yield from ("## Symbols", "")
    yield from table(("Symbol", "Meaning"), [(code(s.value), SYMBOLS[s]) for s in Symbol])
    yield from ("## One record, from the demo", "", "```json")
    yield json.dumps(_example(records), ensure_ascii=False, indent=1)
    yield "```"


def _ids() -> Lines:
    """How ids are made."""
    yield from ("## Ids", "")
    yield "An id is a kind, a full stop and an issue: `change.burglary`, `level.robbery`."
    yield "Some begin with another word than their kind:"
    yield ""
    yield "- `deprivation.` and `types.` are of the kind `communities`;"
    yield "- `peers.` compares with the county's districts, `similar.` with like partnerships;"
    yield "- a `place` has the id of its `places` finding, then its code: `places.drugs.E01025792`;"
    yield "- a finding of the kind `silence` keeps the id of the question it could not answer;"
    yield "- `gap.` and `supply.` are followed by what is missing or was supplied."
    yield ""


def _verdict(verdict: Enum) -> str:
    """A verdict as the record writes it."""
    named = isinstance(verdict, kinds.PlaceLevel)
    return verdict.name.lower().replace("_", " ") if named else str(verdict.value)


def _example(records: Records) -> dict[str, Any]:
    """One record, its long lists cut and its hash left out."""
    record = next(r for r in records if r["id"] == "change.burglary")
    sources = [source | {"sha256": "…"} for source in record["evidence"]["sources"][:1]]
    months = [*record["months"][:2], "…"]
    return record | {"months": months, "evidence": record["evidence"] | {"sources": sources}}


# --- commands ------------------------------------------------------------------------------------


def commands(_: Records) -> Lines:
    """Every command, from the help that the program itself prints."""
    yield from page(
        "Commands",
        "Run as `.venv/bin/frankpledge` (on Windows `.venv\\Scripts\\frankpledge`). `--help` after "
        "any command prints what is said here. A bar shows progress on a terminal; a script that "
        "reads the output sees none.",
    )
    group: Any = typer.main.get_command(cli.app)
    for name, command in group.commands.items():
        shown = [p.metavar or p.name.upper() for p in command.params if _argument(p)]
        options = [f"[{p.opts[0]} FOLDER]" for p in command.params if not _argument(p)]
        yield from (f"## {name}", "", command.help.strip(), "", "```text")
        yield from (" ".join(["frankpledge", name, *shown, *options]), "```", "")
        rows = [
            (code(p.metavar or p.name.upper()) if _argument(p) else code(p.opts[0]), p.help or "",
             code(Path(p.default).as_posix()) if p.default else "")
            for p in command.params
        ]  # fmt: skip
        yield from table(("Word", "Meaning", "If left out"), rows)
    yield from ("## Exit codes", "", "0 when all went well. Otherwise see [errors](errors.md).")


def _argument(parameter: Any) -> bool:
    """Say whether a parameter is given by its place and not by a name."""
    return bool(parameter.param_type_name == "argument")


# --- errors --------------------------------------------------------------------------------------


def error_classes() -> list[type[errors.FrankpledgeError]]:
    """Every class of error that a person can meet, by exit code."""
    found = [c for _, c in inspect.getmembers(errors, inspect.isclass)
             if issubclass(c, errors.FrankpledgeError)]  # fmt: skip
    return sorted(found, key=lambda c: (c.exit_code, c.__name__ != "FrankpledgeError", c.__name__))


def error_page(_: Records) -> Lines:
    """Every class of error, and every message found in the code."""
    yield from page(
        "Errors",
        "An error says where it is, what is wrong and what to do about it. All that can be found "
        "at once are printed together. The exit code tells a script what kind it was. “…” stands "
        "for a name or a number.",
    )
    rows = [(str(c.exit_code), code(c.__name__), first_line(c)) for c in error_classes()]
    rows.insert(3, ("2", "", "The command itself was written wrongly; its help is printed."))
    rows.append((str(cli.INTERRUPTED), "", "You stopped it. The last good output is as it was."))
    yield from table(("Exit code", "Class", "Meaning"), rows)
    yield "`ManyFaults` holds several errors and exits with the code of the first."
    yield ""
    said = _messages()
    for kind in error_classes():
        yield from (f"## {kind.__name__}", "", first_line(kind), "")
        if kind.__name__ in said:
            yield from table(("What is wrong", "What to do"), sorted(said[kind.__name__]))


def _messages() -> dict[str, set[tuple[str, str]]]:
    """What every place in the code that makes an error says, by class."""
    names = {c.__name__ for c in error_classes()}
    said: dict[str, set[tuple[str, str]]] = {}
    for file in sorted(PACKAGE.rglob("*.py")):
        constants = _constants(file)
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            made = _made(node, names)
            if made:
                kind, what, remedy = made[0], *(_text(words, constants) for words in made[1:])
                if what != "…":
                    said.setdefault(kind, set()).add((what, remedy))
    return said


def _made(node: ast.AST, names: set[str]) -> tuple[str, ast.expr, ast.expr] | None:
    """The class, the what and the remedy of an error that an expression makes."""
    match node:
        case ast.Call(func=ast.Name(id=name), args=[what, _, remedy]) if name in names:
            return name, what, remedy
        case ast.Call(func=ast.Attribute(attr="_fault"), args=[_, what, remedy, *_]):
            return errors.PlanFault.__name__, what, remedy
        case _:
            return None


def _constants(file: Path) -> dict[str, str]:
    """The texts that a module gives a name in capitals."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return {
        target.id: node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name) and isinstance(node.value.value, str)
    }


def _text(node: ast.expr, constants: dict[str, str]) -> str:
    """The words of an expression, with … for what is filled in."""
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=parts):
            return re.sub(r"…(\s*…)+", "…", "".join(_text(p, constants) for p in parts))
        case ast.IfExp(body=one, orelse=other):
            found = [w for w in (_text(one, constants), _text(other, constants)) if w.strip("… ")]
            return " Or: ".join(found) or "…"
        case ast.BoolOp(values=parts):
            found = [w for w in (_text(p, constants) for p in parts) if w.strip("… ")]
            return " Or: ".join(found) or "…"
        case ast.FormattedValue(value=ast.Name() as inner):
            return _text(inner, constants)
        case ast.Name(id=name):
            return constants.get(name, "…")
        case _:
            return "…"


# --- methods -------------------------------------------------------------------------------------


def method_page(_: Records) -> Lines:
    """Every public function of methods/."""
    yield from page(
        "Methods",
        "Pure functions of arrays of counts. They know nothing of policing and can be used from a "
        "notebook: `from frankpledge.methods.change import change`. Each docstring gives the "
        "formula, shapes, units, errors and a worked example, which the tests run.",
    )
    for module in _modules(methods):
        functions = [
            f
            for name, f in inspect.getmembers(module, inspect.isfunction)
            if f.__module__ == module.__name__ and not name.startswith("_")
        ]
        if not functions:
            continue
        short = module.__name__.removeprefix("frankpledge.")
        yield from (f"## {short}", "", first_line(module), "")
        for function in sorted(functions, key=lambda f: f.__code__.co_firstlineno):
            yield from _method(function)


def _modules(package: ModuleType) -> Iterator[ModuleType]:
    """The modules of a package, in order of name."""
    for found in pkgutil.iter_modules(package.__path__):
        yield importlib.import_module(f"{package.__name__}.{found.name}")


def _method(function: Callable[..., object]) -> Lines:
    """One function."""
    signature = str(inspect.signature(function)).replace("'", "")
    yield from (f"### {function.__name__}", "", first_line(function), "", "```text")
    yield from (f"{function.__name__}{signature}", "```", "")
    parts = [
        f"- {head}: {text}"
        for head in ("Source", "Not for")
        if (text := _part(inspect.getdoc(function) or "", head))
    ]
    yield from (*parts, "") if parts else ()


def _part(doc: str, head: str) -> str:
    """One part of a method's docstring."""
    ends = (
        r"(?=\n\s*(?:Formula|Rule|Shape|Units|Errors|Source|Not for|Meaning)\b|\n\n|\Z|\bNot for:)"
    )
    found = re.search(rf"\b{head}: (.*?){ends}", doc, re.DOTALL)
    return re.sub(r"\s+", " ", found[1]).strip() if found else ""


# --- issues and breaks ---------------------------------------------------------------------------


def issue_page(_: Records) -> Lines:
    """The issues."""
    yield from page(
        "Issues",
        "Every issue has a page of its own in the assessment. An issue is one or more categories "
        "of the street-level files of data.police.uk. For some, more recorded is not called worse: "
        "it may mean that more people came forward, or that the police looked harder. Their words "
        "are “more recorded” and “fewer recorded”.",
    )
    rows = [
        (i.name, code(i.id), i.definition, f"{i.denominator.value}", i.polarity.value)
        for i in ISSUES
    ]
    yield from table(("Issue", "Id", "What it holds", "Rate per 1,000", "Is more worse?"), rows)
    yield from ("## Categories", "")
    yield from table(
        ("Issue", "Categories in the files"), [(i.name, _categories(i)) for i in ISSUES]
    )
    yield f"`{ALL_INCIDENTS.id}` is used for the maps of hot spots only. {ALL_INCIDENTS.definition}"
    yield ""
    yield from ("## A caveat that goes with every rate", "", ISSUES[0].caveat)


def _categories(issue: Issue) -> str:
    """The categories that make an issue up."""
    return "; ".join(issue.categories)


def break_page(_: Records) -> Lines:
    """The breaks that the program knows."""
    yield from page(
        "Known breaks",
        "Dates on which a count changed its meaning, or months unlike all others. A comparison "
        "across one is printed without “rose” or “fell”, and says why. A plan can "
        "[add its own](../how-to/add-a-break.md).",
    )
    yield from table(
        ("Break", "When", "Kind", "Issues", "In words"), [_break(b) for b in KNOWN_BREAKS]
    )


def _break(known: Break) -> tuple[str, str, str, str, str]:
    """One break as a row."""
    touched = ", ".join(code(i.id) for i in ISSUES if i.id in known.issues) or "all"
    kind = "lasting change" if known.lasting else "unusual months"
    return code(known.id), known.period.name, kind, touched, known.reason


# --- all of them ---------------------------------------------------------------------------------

MAKERS: dict[str, Callable[[Records], Lines]] = {
    "sources.md": sources,
    "plan-file.md": plan_file,
    "findings.md": findings,
    "commands.md": commands,
    "errors.md": error_page,
    "methods.md": method_page,
    "issues.md": issue_page,
    "breaks.md": break_page,
}


def make(demo: Path | None) -> dict[str, str]:
    """Every page, by its file's name."""
    records = _demo_records(demo)
    return {name: "\n".join(maker(records)).rstrip() + "\n" for name, maker in MAKERS.items()}


def _demo_records(demo: Path | None) -> Records:
    """The demo's findings, from a demo built before or built now and thrown away."""
    if demo is None:
        with tempfile.TemporaryDirectory() as folder:
            write_plan(Path(folder) / "plan")
            build(Path(folder) / "plan", Path(folder) / "output")
            return _demo_records(Path(folder))
    text = (demo / "output" / "restricted" / "findings.json").read_text(encoding="utf-8")
    records: Records = json.loads(text)["findings"]
    return records


def main() -> int:
    """Write the pages, or say how they differ."""
    parser = argparse.ArgumentParser(description="Write docs/reference from the code.")
    parser.add_argument("--check", action="store_true", help="write nothing; fail on a difference")
    parser.add_argument("--demo", type=Path, help="a folder that `frankpledge demo` made")
    said = parser.parse_args()
    stale = 0
    for name, text in make(said.demo).items():
        file = PAGES / name
        old = file.read_text(encoding="utf-8") if file.is_file() else ""
        if old == text:
            continue
        if said.check:
            stale += 1
            lines = difflib.unified_diff(
                old.splitlines(), text.splitlines(), f"docs/reference/{name}", "made now", "", "", 1
            )
            sys.stdout.write("\n".join(lines) + "\n")
        else:
            PAGES.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
            sys.stdout.write(f"wrote docs/reference/{name}\n")
    if stale:
        sys.stdout.write("\nRun: python docs/generate_reference.py\n")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
