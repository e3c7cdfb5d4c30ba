"""What is known to be true of the invented crime, so that the assessment can be marked against it.

The numbers are of incidents placed in an LSOA of the home district. They are drawn so that each
year's total is exactly as stated: between 2024 and 2025 shoplifting rose by three fifths, burglary
fell by two fifths, robbery went from 9 to 13 (which is chance), and nothing else changed by more
than a few in a hundred. One month of 2025, October, had far more anti-social behaviour than any
other; the year as a whole had not, and no other month of anything stands out from its season.

In 2023 the home district's May is an undercount, about a tenth of what there was, and November was
never supplied by the force at all, for any district; the totals for 2023 are before these losses.
"""

from typing import Final

#: Street-level category: incidents in the home district in 2023, 2024 and 2025.
HOME_TOTALS: Final[dict[str, tuple[int, int, int]]] = {
    "Anti-social behaviour": (581, 572, 600),
    "Bicycle theft": (36, 34, 36),
    "Burglary": (306, 300, 180),
    "Criminal damage and arson": (330, 326, 318),
    "Drugs": (88, 92, 95),
    "Other crime": (96, 100, 97),
    "Other theft": (290, 284, 279),
    "Possession of weapons": (34, 36, 35),
    "Public order": (285, 280, 287),
    "Robbery": (12, 9, 13),
    "Shoplifting": (236, 250, 400),
    "Theft from the person": (26, 24, 26),
    "Vehicle crime": (262, 256, 249),
    "Violence and sexual offences": (1_210, 1_225, 1_240),
}
YEARS: Final = (2023, 2024, 2025)

#: Category, month and incidents of the one exceptional month, part of its year's total.
EXCEPTIONAL_CATEGORY: Final = "Anti-social behaviour"
EXCEPTIONAL_MONTH: Final = "2025-10"
EXCEPTIONAL_INCIDENTS: Final = 118

UNDERCOUNT_MONTH: Final = "2023-05"
UNDERCOUNT_SHARE: Final = 0.1
NOT_SUPPLIED_MONTH: Final = "2023-11"

#: Rows that cannot be used as they stand: month, crime type, LSOA code, LSOA name.
UNKNOWN_TYPE: Final = "Public disorder and weapons"
MALFORMED_CODES: Final = ("E0109900", "EO1099012")
ELSEWHERE: Final = ("E01099901", "Farholt 001A")
