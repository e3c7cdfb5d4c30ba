"""The issues: what an assessment has a page about, as data.

An issue is a set of street-level categories. "All recorded crime" is every category of crime and
leaves out anti-social behaviour, which is incidents and not crimes. The categories and their
meanings are those of the police data publisher.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import NewType

IssueId = NewType("IssueId", str)


class Polarity(Enum):
    """Whether more recorded means worse, or may mean that more people came forward."""

    MORE_IS_WORSE = "more is worse"
    MORE_IS_NOT_WORSE = "more recorded is not worse"


class Denominator(Enum):
    """What a rate is per thousand of."""

    RESIDENTS = "residents"
    HOUSEHOLDS = "households"


@dataclass(frozen=True, slots=True)
class Issue:
    """One issue: its id, name, what one of it is called, and which categories make it up."""

    id: IssueId
    name: str
    unit: str
    categories: tuple[str, ...]
    definition: str
    polarity: Polarity = Polarity.MORE_IS_WORSE
    denominator: Denominator = Denominator.RESIDENTS
    counts_people: bool = False
    caveat: str = ""
    spoken: str = ""

    @property
    def in_text(self) -> str:
        """The name as it stands inside a sentence."""
        return self.spoken or self.name[0].lower() + self.name[1:]


TOWN_CENTRE = (
    "A rate per resident in a town centre is not the risk to a person who lives there: "
    "most people in a centre by day live elsewhere."
)
ALL_RECORDED_CRIME = IssueId("all-recorded-crime")
ANTI_SOCIAL_BEHAVIOUR = IssueId("anti-social-behaviour")


def _crime(
    name: str,
    definition: str,
    polarity: Polarity = Polarity.MORE_IS_WORSE,
    spoken: str = "",
) -> Issue:
    """Make the issue of one street-level category of crime."""
    slug = IssueId(name.lower().replace(" ", "-"))
    return Issue(
        slug, name, "crimes", (name,), definition, polarity, caveat=TOWN_CENTRE, spoken=spoken
    )


CRIMES = (
    _crime(
        "Violence and sexual offences",
        "Assault, harassment, stalking, threats, homicide and every sexual offence. The open files "
        "do not part violence from sexual offences.",
        Polarity.MORE_IS_NOT_WORSE,
    ),
    _crime("Criminal damage and arson", "Damage to buildings and vehicles, and deliberate fires."),
    _crime("Public order", "Offences that cause fear, alarm or distress in public."),
    _crime("Shoplifting", "Theft from shops or stalls."),
    _crime("Other theft", "Theft by an employee, blackmail, making off without payment and more."),
    _crime("Vehicle crime", "Theft of or from a vehicle, and interfering with one."),
    _crime(
        "Burglary",
        "Entering a building to steal or cause harm: homes and businesses together, since the open "
        "files do not part them. So the rate is per resident and not per household.",
    ),
    _crime("Other crime", "Forgery, perjury and other crimes that fit no other category."),
    _crime(
        "Drugs",
        "Possession, supply and production of drugs. The number mostly shows how much the police "
        "look for them.",
        Polarity.MORE_IS_NOT_WORSE,
        "drug offences",
    ),
    _crime(
        "Possession of weapons",
        "Possession of a weapon such as a firearm or a knife. The number partly shows how much "
        "the police look for them.",
        Polarity.MORE_IS_NOT_WORSE,
        "weapons offences",
    ),
    _crime("Theft from the person", "Theft from a person without force, such as pickpocketing."),
    _crime("Robbery", "Taking something from a person by force or the threat of it."),
    _crime("Bicycle theft", "Theft of a pedal cycle."),
)

ISSUES = (
    Issue(
        ALL_RECORDED_CRIME,
        "All recorded crime",
        "crimes",
        tuple(name for issue in CRIMES for name in issue.categories),
        "Every crime in the street-level files. Anti-social behaviour is not a crime count and is "
        "left out. Fraud is not in these files.",
        caveat=TOWN_CENTRE,
    ),
    *CRIMES,
    Issue(
        ANTI_SOCIAL_BEHAVIOUR,
        "Anti-social behaviour",
        "incidents",
        ("Anti-social behaviour",),
        "Incidents that the police recorded as anti-social behaviour. They are not crimes and "
        "carry no identifier, so repeats cannot be removed.",
        caveat=TOWN_CENTRE,
    ),
)

ALL_INCIDENTS = Issue(
    IssueId("all-crime-and-incidents"),
    "All crime and anti-social behaviour",
    "crimes and incidents",
    tuple(name for issue in (*CRIMES, ISSUES[-1]) for name in issue.categories),
    "Every row of the street-level files: crimes and incidents of anti-social behaviour together.",
    caveat=TOWN_CENTRE,
)
"""Used for the maps of hot-spot locations only; it is no issue of its own."""

CATEGORIES = tuple(name for issue in (*CRIMES, ISSUES[-1]) for name in issue.categories)


def issue(issue_id: str) -> Issue:
    """Find an issue by its id; raise KeyError where there is none."""
    return next(i for i in (*ISSUES, ALL_INCIDENTS) if i.id == issue_id)
