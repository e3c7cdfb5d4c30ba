"""How often each verdict is wrong when nothing happened, and how often right when it did.

Counts are drawn independent month by month with variance φ times the mean. Seeds are fixed; the
bounds leave three standard errors of the simulation.
"""

import numpy as np
import pytest

from frankpledge.methods.arrays import Floats
from frankpledge.methods.change import change
from frankpledge.methods.communities import group_index
from frankpledge.methods.dispersion import pooled_dispersion
from frankpledge.methods.months import exceptional, predictive_limits
from frankpledge.methods.peers import against_others
from frankpledge.methods.places import classify
from frankpledge.methods.trend import five_point_trend

SEASON = 1 + 0.3 * np.cos(np.arange(12) / 6 * np.pi)


def draw(generator: np.random.Generator, mean: Floats, phi: float) -> Floats:
    if phi == 1:
        return generator.poisson(mean).astype(np.float64)
    return generator.negative_binomial(mean / (phi - 1), 1 / phi).astype(np.float64)


@pytest.mark.parametrize("phi", [1, 2, 4])
@pytest.mark.parametrize("mean", [0.2, 1, 3, 10, 100])
@pytest.mark.parametrize("months", [4, 12])
def test_an_unchanged_count_is_seldom_called_a_change(phi: int, mean: float, months: int) -> None:
    generator = np.random.default_rng([1, phi, int(mean * 10), months])
    like = np.broadcast_to(mean * SEASON[:months], (6000, months))
    made = change(draw(generator, like, phi), draw(generator, like, phi))
    # 5% and three standard errors; counts of 2 to 10 a month at φ = 4 are known to reach 6.7%
    assert (made.p < 0.05).mean() < (0.0765 if phi == 4 and 1 < mean <= 10 else 0.0585)


def test_a_rise_by_three_tenths_at_thirty_a_month_is_seen() -> None:
    generator = np.random.default_rng(2)
    like = np.broadcast_to(30 * SEASON, (3000, 12))
    made = change(draw(generator, like, 1), draw(generator, 1.3 * like, 1))
    assert ((made.p < 0.05) & (made.ratio > 1)).mean() > 0.88


def test_slow_drift_defeats_the_test_and_by_how_much() -> None:
    """Known weakness, measured: a year-long wander of 15% either way is called a change often."""
    generator = np.random.default_rng(3)
    steps = generator.normal(0, 0.05, (3000, 24)).cumsum(axis=-1)
    months = draw(generator, 100 * np.exp(steps), 2)
    alarms = (change(months[:, :12], months[:, 12:]).p < 0.05).mean()
    assert 0.2 < alarms < 0.9


@pytest.mark.parametrize("months", [18, 36])
@pytest.mark.parametrize("phi", [1, 2, 4, 6])
@pytest.mark.parametrize("mean", [1, 10, 400])
def test_an_unchanged_year_seldom_has_an_exceptional_month(
    months: int, phi: int, mean: float
) -> None:
    generator = np.random.default_rng([4, months, phi, int(mean)])
    limits = predictive_limits(draw(generator, np.full((4000, months), float(mean)), phi))
    year = exceptional(draw(generator, np.full((4000, 12), float(mean)), phi), limits)
    assert (year != 0).any(axis=-1).mean() < 0.05 + 0.0103


def test_a_doubled_month_is_exceptional() -> None:
    generator = np.random.default_rng(5)
    limits = predictive_limits(draw(generator, np.full((2000, 24), 100.0), 2))
    doubled = draw(generator, np.full((2000, 1), 200.0), 2)
    assert (exceptional(doubled, limits) == 1).mean() > 0.95


@pytest.mark.parametrize("phi", [1, 2, 4])
@pytest.mark.parametrize("mean", [0.3, 2, 20])
def test_even_places_are_seldom_called_high(phi: int, mean: float) -> None:
    generator = np.random.default_rng([6, phi, int(mean * 10)])
    people = generator.uniform(900, 2500, 300)
    each = mean * people[:, None] / people.mean() * SEASON * np.ones((150, 1, 1))
    monthly = draw(generator, each, phi)
    spread = pooled_dispersion(monthly)
    assert spread.mean() == pytest.approx(phi, abs=0.12)
    made = classify(monthly.sum(axis=-1), people, spread)
    assert (made.level > 0).any(axis=-1).mean() < 0.05 + 0.0534
    assert (made.level >= 2).mean() < 0.001
    assert (made.p < 0.05).mean() < 0.055


@pytest.mark.parametrize(("others", "tau"), [(14, 0.0), (14, 0.1), (14, 0.3), (7, 0.2)])
@pytest.mark.parametrize("phi", [1, 3])
def test_one_of_the_group_is_seldom_called_apart(others: int, tau: float, phi: int) -> None:
    generator = np.random.default_rng([7, others, int(tau * 10), phi])
    people = generator.uniform(0.5, 2.0, (900, others + 1))
    true = np.maximum(generator.normal(1, tau, people.shape), 0.02)
    counts = draw(generator, 500 * people * true, phi)
    made = against_others(counts, people * 50_000, 0, phi, generator=generator)
    assert (made.p < 0.05).mean() < 0.05 + 0.0218
    if tau > 0:
        rank = 1 + (true > true[:, :1]).sum(axis=-1)
        assert ((made.rank_low <= rank) & (rank <= made.rank_high)).mean() > 0.92


def test_intervals_of_groups_cover_what_made_them() -> None:
    generator, covered = np.random.default_rng(8), 0
    group = np.repeat([0, 1, -1], [20, 130, 150])
    for _ in range(200):
        people = generator.uniform(900, 2500, 300)
        like = people * 0.02 * np.where(group == 0, 1.5, 1.0)
        counts = generator.poisson(like * generator.gamma(4, 0.25, 300))
        made = group_index(counts, people, group, 2, generator, 200)
        true = 150 * people.sum() / (like.sum() / 0.02)
        covered += int(made.low[0] <= true <= made.high[0])
    assert covered / 200 > 0.89


def test_five_wandering_years_are_seldom_a_trend() -> None:
    generator = np.random.default_rng(9)
    rates = generator.normal(10, 0.5, (10_000, 5))
    made = five_point_trend(rates, np.full(5, 0.2))
    assert (made.rises | made.falls).mean() < 0.05 + 0.0066
