"""Read a plan folder: `assessment.toml` to an Assessment, every fault by file, line and key."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from frankpledge.errors import FrankpledgeError, PlanFault, raise_all
from frankpledge.plan.assessment import Assessment, County, EditionPlan, SourcePlan, Target
from frankpledge.plan.layout import (
    CHAPTERS,
    AreaTable,
    AssessmentTable,
    BreakTable,
    CountyTable,
    EditionTable,
    PlanFile,
    SourceTable,
    TargetTable,
)
from frankpledge.vocabulary.area import Area, Level, Vintage
from frankpledge.vocabulary.breaks import KNOWN_BREAKS, Break
from frankpledge.vocabulary.issue import ISSUES, IssueId
from frankpledge.vocabulary.period import Month, Period

PLAN_FILE = "assessment.toml"
SINGLE: dict[str, type[msgspec.Struct]] = {
    "assessment": AssessmentTable,
    "area": AreaTable,
    "county": CountyTable,
}
NAMED: dict[str, type[msgspec.Struct]] = {
    "sources": SourceTable,
    "editions": EditionTable,
    "targets": TargetTable,
}
EDITIONS = {
    "restricted": EditionPlan("restricted", threshold=0, people_below_district=True),
    "public": EditionPlan("public", threshold=5, people_below_district=False),
}
T = TypeVar("T")


def read_plan(folder: Path, known_sources: Iterable[str]) -> Assessment:
    """Read the plan in the folder; raise every PlanFault found, together."""
    file = folder / PLAN_FILE
    if not file.is_file():
        raise PlanFault(
            f"there is no {PLAN_FILE} here",
            str(folder),
            f"Give the folder of a plan: one that holds {PLAN_FILE}.",
        )
    return _Reader(file).assessment(tuple(known_sources))


class _Reader:
    """Reads one plan file, keeping its text so that a fault can name its line."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.where = f"{file.parent.name}/{file.name}"
        self.faults: list[FrankpledgeError] = []
        try:
            self.text = file.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError as error:
            raise PlanFault(
                f"it is not UTF-8 text (byte {error.start + 1})",
                self.where,
                "Save it again as UTF-8.",
            ) from error

    def assessment(self, known_sources: tuple[str, ...]) -> Assessment:
        """Read, check everything, and raise all faults together."""
        plan = self._decode()
        self._one_of("sources", plan.sources, known_sources)
        self._one_of("editions", plan.editions, tuple(EDITIONS))
        self._one_of("targets", plan.targets, tuple(issue.id for issue in ISSUES))
        self._one_of("chapters", plan.assessment.chapters, CHAPTERS)
        for table in plan.breaks:
            self._one_of("issues", table.issues, tuple(issue.id for issue in ISSUES))
        for name, source in plan.sources.items():
            self._encoding(f"sources.{name}", source.encoding)
        self._area(plan)
        period = self._try("period", lambda: _period(plan.assessment.period))
        before = self._try("compared_with", lambda: _period(plan.assessment.compared_with))
        vintage = self._try("vintage", lambda: Vintage(plan.area.vintage))
        breaks = [self._try("breaks", lambda b=b: _break(b)) for b in plan.breaks]  # type: ignore[misc]
        if period and before and not _alike(period, before):
            self._fault(
                "compared_with",
                f"the two periods are unlike: {period.name} and {before.name}",
                "Compare periods of as many months that begin in the same month of the year.",
            )
        raise_all(self.faults)
        assert period
        assert before
        assert vintage
        return self._build(plan, period, before, vintage, [b for b in breaks if b])

    def _build(
        self,
        plan: PlanFile,
        period: Period,
        before: Period,
        vintage: Vintage,
        breaks: list[Break],
    ) -> Assessment:
        """Put the checked parts together."""
        said = plan.assessment
        return Assessment(
            folder=self.file.parent,
            partnership=said.partnership,
            owner=said.owner,
            title=said.title,
            version=said.version,
            marking=said.marking,
            published=said.published,
            extracted=said.extracted,
            usage=said.usage,
            area=Area(plan.area.code, plan.area.name, Level.DISTRICT),
            county=County(plan.county.code, plan.county.name, tuple(plan.county.districts)),
            period=period,
            compared_with=before,
            vintage=vintage,
            seed=said.seed,
            chapters=tuple(said.chapters),
            sources={
                name: SourcePlan(
                    tuple(source.files),
                    dict(source.columns),
                    source.encoding,
                    self._line("files", f"sources.{name}"),
                )
                for name, source in plan.sources.items()
            },
            editions=tuple(
                _edition(default, plan.editions.get(name)) for name, default in EDITIONS.items()
            ),
            targets=tuple(
                Target(IssueId(name), target.at_most, target.baseline)
                for name, target in plan.targets.items()
            ),
            breaks=(*KNOWN_BREAKS, *breaks),
            invented=said.invented,
        )

    def _decode(self) -> PlanFile:
        """Read the TOML; name the line of a fault in its grammar or its types."""
        try:
            said = tomllib.loads(self.text)
        except tomllib.TOMLDecodeError as error:
            line = re.search(r"at line (\d+)", str(error))
            where = f"{self.where}, line {line[1] if line else len(self.text.splitlines())}"
            raise PlanFault(
                f"it is not valid TOML: {error}", where, "Mend that line and build again."
            ) from error
        try:
            return msgspec.convert(said, PlanFile)
        except msgspec.ValidationError as error:
            raise_all(self._type_faults(said))
            raise self._type_fault(str(error)) from error

    def _type_faults(self, said: dict[str, Any]) -> list[PlanFault]:
        """The first fault of every table, so that all can be mended at once."""
        tables: list[tuple[str, int, Any, type[msgspec.Struct]]] = [
            (name, 0, said[name], layout) for name, layout in SINGLE.items() if name in said
        ]
        for group, layout in NAMED.items():
            named = said.get(group)
            if isinstance(named, dict):
                tables += [(f"{group}.{name}", 0, table, layout) for name, table in named.items()]
        if isinstance(said.get("breaks"), list):
            tables += [("breaks", n, table, BreakTable) for n, table in enumerate(said["breaks"])]
        faults: list[PlanFault] = []
        for section, nth, table, layout in tables:
            try:
                msgspec.convert(table, layout)
            except msgspec.ValidationError as error:
                faults.append(self._type_fault(str(error), section, nth))
        return faults

    def _type_fault(self, message: str, section: str = "", nth: int = 0) -> PlanFault:
        """Turn the library's message into what, where (line and key) and remedy."""
        what, _, path = message.partition(" - at `")
        inside = path.rstrip("`").removeprefix("$").removeprefix(".")
        key = ".".join(filter(None, (section, inside))) or "the plan"
        named = re.search(r"field `(\w+)`", what)
        last = named.group(1) if named else re.sub(r"\[\S*\]", "", key).split(".")[-1]
        return PlanFault(
            _plainly(what, last, key),
            f"{self.where}, line {self._line(last, section, nth)}",
            _nearest_key(last, section)
            or "docs/reference/plan-file.md says what each key must be.",
        )

    def _encoding(self, section: str, encoding: str) -> None:
        """The encoding must be one that this program can read text in."""
        try:
            b"a".decode(encoding, "ignore")
        except LookupError:
            self._fault(
                "encoding",
                f'"{encoding}" is not an encoding of text',
                'Most files are "utf-8"; those of older Windows programs are "cp1252".',
                section,
            )

    def _one_of(self, key: str, given: Iterable[str], known: tuple[str, ...]) -> None:
        """Fault each name that is not among those known, with the nearest one."""
        for name in given:
            if name not in known:
                near = difflib.get_close_matches(name, known, 1)
                meant = f'Did you mean "{near[0]}"? ' if near else ""
                self._fault(
                    name,
                    f'"{name}" is not one of the {key} the program knows',
                    f"{meant}Known: {', '.join(known)}.",
                )

    def _area(self, plan: PlanFile) -> None:
        """The district must be one of its county's."""
        if plan.area.code not in plan.county.districts:
            self._fault(
                "districts",
                f"the county's districts do not hold {plan.area.code}, the area of the plan",
                "Add it to [county] districts, or mend [area] code.",
            )

    def _try(self, key: str, make: Callable[[], T]) -> T | None:
        """Make a value, or keep the fault with its line and give None."""
        try:
            return make()
        except ValueError as error:
            self._fault(key, str(error), "Mend that line and build again.")
            return None

    def _fault(self, key: str, what: str, remedy: str, section: str = "") -> None:
        """Keep a fault with the line of its key."""
        line = self._line(key, section)
        self.faults.append(PlanFault(what, f"{self.where}, line {line}", remedy))

    def _line(self, key: str, section: str = "", nth: int = 0) -> int:
        """Find the line on which a key (or a value in quotes) stands.

        It is looked for in its section, whose own line stands in for it when it is not there, and
        then in the whole file; 1 if it is nowhere.
        """
        lines = [line.split("#")[0].strip() for line in self.text.splitlines()]
        heads = [n for n, line in enumerate(lines) if line.startswith("[")]
        own = [n for n in heads if lines[n].strip("[]").replace(" ", "") == section]
        start = own[min(nth, len(own) - 1)] if own else 0
        end = next((n for n in heads if n > start), len(lines)) if own else len(lines)
        name = re.escape(key)
        for pattern in (rf'^"?{name}"?\s*=', rf'(^|[\s."\[,]){name}($|[\s."\]=,])'):
            for number in range(start, end):
                if re.search(pattern, lines[number]):
                    return number + 1
        return start + 1


KINDS = {"str": "text in quotation marks", "int": "a whole number", "bool": "true or false",
         "array": "a list in square brackets", "object": "a table", "date": "a date",
         "float": "a number with a fraction"}  # fmt: skip


def _plainly(what: str, key: str, path: str) -> str:
    """A fault of type in plain words."""
    if "unknown field" in what:
        return f'"{key}" is no key that the plan knows (in "{path}")'
    if "missing required field" in what:
        return f'the key "{key}" is missing (in "{path}")'
    found = re.match(r"Expected `([^`]+)`, got `([^`]+)`", what)
    if found:
        kinds = (kind.removesuffix(" | null") for kind in found.groups())
        wanted, given = (KINDS.get(kind, kind) for kind in kinds)
        return f'"{path}" must be {wanted}, and is {given}'
    return f'{what[0].lower()}{what[1:]} (key "{path}")'


def _nearest_key(key: str, section: str) -> str:
    """The key of the same table most like one that is not known."""
    layout = SINGLE.get(section) or NAMED.get(section.split(".")[0])
    known = layout.__struct_fields__ if layout else PlanFile.__struct_fields__
    near = difflib.get_close_matches(key, known, 1)
    return f'Did you mean "{near[0]}"?' if near and near[0] != key else ""


def _period(text: str) -> Period:
    """Read `2021-11/2022-10`."""
    first, slash, last = text.partition("/")
    if not slash:
        raise ValueError(
            f'"{text}" is not a period; write its first and last month: 2021-11/2022-10'
        )
    return Period(Month.parse(first), Month.parse(last))


def _alike(period: Period, before: Period) -> bool:
    """Say whether the periods hold the same months of the year, the one after the other."""
    same = len(period) == len(before) and period.first.in_year == before.first.in_year
    return same and before.last < period.first


def _edition(default: EditionPlan, said: EditionTable | None) -> EditionPlan:
    """One edition's policy: the default with what the plan says instead."""
    if said is None:
        return default
    below = said.people_below_district
    return EditionPlan(
        default.name,
        default.threshold if said.threshold is None else said.threshold,
        default.people_below_district if below is None else below,
    )


def _break(table: BreakTable) -> Break:
    """Make a break from its table."""
    period = Period(Month.parse(table.first), Month.parse(table.last))
    issues = frozenset(IssueId(name) for name in table.issues)
    return Break(table.id, period, table.lasting, issues, table.short, table.reason)
