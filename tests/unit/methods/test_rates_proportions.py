"""Rates and proportions by hand."""

import numpy as np
import pytest

from frankpledge.methods.proportions import difference, wilson
from frankpledge.methods.rates import count_interval, rate


def test_no_events_still_has_an_upper_limit() -> None:
    low, high = count_interval(0)
    assert float(low) == 0.0
    assert float(high) == pytest.approx(-np.log(0.025))  # e^-m = 0.025


def test_the_method_changes_at_ten() -> None:
    low, high = count_interval([9, 10])
    assert float(low[0]) == pytest.approx(4.1154, abs=1e-4)  # exact Poisson tables
    assert float(high[0]) == pytest.approx(17.0848, abs=1e-4)
    assert float(low[1]) == pytest.approx(4.7869, abs=2e-3)  # Byar, close to the exact 4.7954
    assert low[1] > low[0]
    assert high[1] > high[0]


def test_no_rate_without_people() -> None:
    r = rate([5, 5, 5, -1], [0, -3, np.nan, 10])
    assert np.isnan([r.value, r.low, r.high]).all()


def test_areas_and_issues_at_once() -> None:
    r = rate(np.arange(6).reshape(2, 3), [1000, 2000, 4000])
    assert r.value.tolist() == [[0, 0.5, 0.5], [3, 2, 1.25]]
    assert r.value.dtype == np.float64


@pytest.mark.parametrize("level", [0.0, 1.0, 95.0])
def test_a_level_is_between_nought_and_one(level: float) -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        count_interval(5, level)


def test_wilson_touches_the_ends_only_there() -> None:
    w = wilson([0, 5, 10], 10)
    assert float(w.low[0]) == 0.0
    assert float(w.high[2]) == 1.0
    assert float(w.high[0]) == pytest.approx(0.2775, abs=1e-4)  # z²/(n + z²)


def test_wilson_of_the_impossible_is_nothing() -> None:
    w = wilson([1, 11, -1], [0, 10, 10])
    assert np.isnan(w.value).all()
    assert np.isnan(w.low).all()


def test_a_difference_published_by_newcombe() -> None:
    """Newcombe (1998) table II, Miettinen and Nurminen's method: 56/70 and 48/80."""
    d = difference(56, 70, 48, 80)
    assert float(d.value) == pytest.approx(0.2)
    assert float(d.low) == pytest.approx(0.0528, abs=5e-5)
    assert float(d.high) == pytest.approx(0.3382, abs=5e-5)


def test_nobody_in_either_is_no_difference() -> None:
    d = difference(0, 20, 0, 30)
    assert float(d.value) == 0.0
    assert float(d.p) == 1.0
    assert float(d.low) < 0 < float(d.high)


def test_difference_without_a_base_is_nothing() -> None:
    d = difference([1, 3], [0, 2], 5, 10)
    assert np.isnan([d.value, d.low, d.high, d.p]).all()
