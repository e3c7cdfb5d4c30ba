"""Change, dispersion, trend and exceptional months by hand."""

import numpy as np
import pytest

from frankpledge.methods.change import change
from frankpledge.methods.dispersion import period_dispersion, pooled_dispersion, within_dispersion
from frankpledge.methods.months import exceptional, predictive_limits
from frankpledge.methods.trend import fingertips_trend, five_point_trend

NAN = float("nan")


def test_harborough_antisocial_behaviour_rose_once_season_is_removed() -> None:
    before, after = [17, 26, 36, 43], [38, 45, 53, 58]
    c = change(before, after)
    assert (float(c.before), float(c.after)) == (122.0, 194.0)
    assert float(c.p) < 0.05
    assert float(c.low) > 1
    assert float(c.degrees) == 3.0
    assert float(within_dispersion(before)) > 4  # blind: the season counted as chance


def test_the_sum_by_hand() -> None:
    """100 and 144 with φ = 1: ln 1.44 / √(1/100 + 1/144) = 2.80 on one degree."""
    c = change([50, 50], [72, 72])
    assert float(c.dispersion) == 1.0
    t = np.log(1.44) / np.sqrt(1 / 100 + 1 / 144)
    assert float(c.p) == pytest.approx(1 - 2 * np.arctan(t) / np.pi)  # Student's t on one degree


def test_dispersion_by_hand() -> None:
    """Rows 30 and 30, columns 20, 20, 20: expected 10 everywhere, χ² = 4 · 25 / 10 on 2."""
    assert float(period_dispersion([5, 10, 15], [15, 10, 5])) == pytest.approx(5.0)
    assert float(within_dispersion([5, 10, 15])) == pytest.approx(2.5)


def test_nothing_in_either_period() -> None:
    c = change([0, 0, 0], [0, 0, 0])
    assert np.isnan(c.ratio)
    assert float(c.p) == 1.0
    assert np.isnan([c.low, c.high]).all()


def test_from_nothing_and_to_nothing_mirror() -> None:
    up, down = change([0, 0, 0], [2, 3, 1]), change([2, 3, 1], [0, 0, 0])
    assert float(up.p) == float(down.p) == pytest.approx(0.5**6)
    assert float(up.ratio) == float(up.high) == np.inf
    assert float(down.ratio) == float(down.low) == 0.0
    assert float(up.low) == pytest.approx(1 / float(down.high))


def test_one_burst_after_nothing_is_not_a_rise() -> None:
    """Eight events in one month: φ of their own months is 8, so they weigh as one."""
    c = change([0] * 12, [0] * 11 + [8])
    assert float(c.dispersion) == pytest.approx(8.0)
    assert float(c.p) == pytest.approx(0.5)


def test_months_not_supplied_are_left_out_of_both() -> None:
    whole = change([10, 99, 12], [14, NAN, 9])
    assert (float(whole.before), float(whole.after)) == (22.0, 23.0)
    assert float(whole.degrees) == 1.0


def test_one_month_cannot_show_its_spread() -> None:
    c = change([10], [30])
    assert float(c.ratio) == 3.0
    assert np.isnan([c.p, c.low, c.high]).all()


def test_unlike_months_are_refused() -> None:
    with pytest.raises(ValueError, match="unlike months"):
        change([1, 2, 3], [1, 2])


def test_many_issues_and_areas_at_once() -> None:
    c = change(np.full((3, 4, 12), 10), np.full((3, 4, 12), 12))
    assert c.p.shape == (3, 4)
    assert c.p.dtype == np.float64


def test_pooled_dispersion_ignores_level_and_season() -> None:
    season = np.array([5, 10, 15, 20])
    assert float(pooled_dispersion([season, 3 * season, 10 * season])) == 1.0
    assert np.isnan(pooled_dispersion(np.array([[1, NAN], [2, 3]])))
    assert np.isnan(pooled_dispersion([[0, 0], [2, 3]]))


def test_a_trend_needs_every_point_dropped_in_turn() -> None:
    steady = five_point_trend([10, 12, 14, 16, 18], [1] * 5)
    assert bool(steady.rises)
    assert float(steady.slope) == pytest.approx(2.0)
    assert float(steady.t) == pytest.approx(2 * np.sqrt(10))  # Σ(x - x̄)² = 10
    one_odd_year = [10, 10, 10, 10, 40]
    assert not five_point_trend(one_odd_year, [1] * 5).rises
    assert fingertips_trend(one_odd_year, [1] * 5).rises


def test_one_late_jump_is_no_trend_even_when_its_weight_says_so() -> None:
    """Without the last point the others fall: the sign is not kept."""
    t = five_point_trend([10.0, 9.9, 9.8, 9.7, 12.0], [0.05, 0.05, 0.05, 0.05, 0.05])
    assert not (t.rises | t.falls)


def test_other_than_five_points_cannot_be_calculated() -> None:
    with pytest.raises(ValueError, match="cannot be calculated"):
        five_point_trend([1, 2, 3, 4], [1] * 4)


def test_a_year_not_known_gives_no_verdict() -> None:
    t = five_point_trend(np.array([[1, 2, 3, 4, NAN], [5, 4, 3, 2, 1]]), [0.1] * 5)
    assert np.isnan(t.slope[0])
    assert t.rises.tolist() == [False, False]
    assert t.falls.tolist() == [False, True]


def test_seventeen_clean_months_are_too_few() -> None:
    with pytest.raises(ValueError, match="17 clean months"):
        predictive_limits([5] * 17 + [NAN])


def test_limits_hold_the_baseline_and_see_a_doubling() -> None:
    limits = predictive_limits([[100, 90, 110] * 6, [1, 0, 2] * 6])
    months = np.array([[100, 200, 20, NAN], [1, 0, 20, 2]])
    assert exceptional(months, limits).tolist() == [
        [0, 1, -1, 0],
        [0, 0, 1, 0],
    ]


def test_a_quiet_series_can_never_be_exceptionally_low() -> None:
    limits = predictive_limits([1, 0, 2] * 8)
    assert float(limits.low) == 0.0
