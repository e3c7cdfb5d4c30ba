"""What must hold of the methods whatever the counts."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from frankpledge.methods.change import change
from frankpledge.methods.concentration import generalised_gini, smallest_share_holding
from frankpledge.methods.discovery import benjamini_hochberg
from frankpledge.methods.months import exceptional, predictive_limits
from frankpledge.methods.peers import against_others
from frankpledge.methods.places import classify
from frankpledge.methods.proportions import difference, wilson
from frankpledge.methods.rates import count_interval
from frankpledge.methods.trend import five_point_trend
from frankpledge.methods.undercount import undercounted

counts = st.integers(0, 500)
year = st.lists(st.integers(0, 60), min_size=12, max_size=12)
sparse_year = st.lists(st.integers(0, 2), min_size=12, max_size=12)
years = st.one_of(st.tuples(year, year), st.tuples(sparse_year, sparse_year))
chances = st.lists(st.floats(0, 1), min_size=1, max_size=30)
places = st.lists(st.integers(0, 200), min_size=2, max_size=40)
levels = st.sampled_from([0.8, 0.95, 0.998])


@given(st.integers(0, 100_000), levels)
def test_a_count_lies_within_its_interval(x: int, level: float) -> None:
    low, high = count_interval(x, level)
    assert 0 <= low <= x < high
    wider = count_interval(x, 0.9999)
    assert wider[0] <= low
    assert wider[1] >= high


@given(counts, counts, levels)
def test_a_part_and_its_complement_mirror(x: int, more: int, level: float) -> None:
    base = x + more + 1
    part, rest = wilson(x, base, level), wilson(base - x, base, level)
    assert 0 <= part.low <= part.value <= part.high <= 1
    assert np.isclose(part.low, 1 - rest.high)


@given(counts, counts, counts, counts, levels)
@settings(max_examples=60)
def test_difference_has_one_verdict(a: int, n: int, b: int, m: int, level: float) -> None:
    n, m = a + n + 1, b + m + 1
    d, mirror = difference(a, n, b, m, level), difference(b, m, a, n, level)
    assert d.low <= d.value <= d.high
    assert np.isclose(d.low, -mirror.high, atol=1e-9)
    assert np.isclose(d.p, mirror.p)
    if abs(float(d.p) - (1 - level)) > 1e-9:
        assert bool((d.low > 0) | (d.high < 0)) == bool(d.p < 1 - level)


@given(years, levels)
def test_change_has_one_verdict(pair: tuple[list[int], list[int]], level: float) -> None:
    c = change(*pair, level)
    if np.isnan(c.ratio):
        assert float(c.p) == 1.0
        return
    assert c.low <= c.ratio <= c.high
    if abs(float(c.p) - (1 - level)) > 1e-9:
        assert bool((c.low > 1) | (c.high < 1)) == bool(c.p < 1 - level)


@given(years, st.permutations(range(12)))
def test_change_turns_round_and_cares_not_for_order(
    pair: tuple[list[int], list[int]], order: list[int]
) -> None:
    forward, back = change(*pair), change(pair[1], pair[0])
    assert np.isclose(forward.p, back.p)
    if forward.before > 0 and forward.after > 0:
        assert np.isclose(forward.ratio * back.ratio, 1)
        assert np.isclose(forward.low * back.high, 1)
    shuffled = change(np.array(pair[0])[order], np.array(pair[1])[order])
    assert np.isclose(forward.p, shuffled.p)


@given(st.lists(st.integers(40, 60), min_size=12, max_size=12))
def test_a_doubling_is_always_found(before: list[int]) -> None:
    c = change(before, [2 * x for x in before])
    assert c.p < 0.001
    assert c.low > 1


@given(chances)
def test_q_keeps_order_and_is_never_under_p(p: list[float]) -> None:
    q = benjamini_hochberg(p)
    assert (q >= np.array(p) - 1e-15).all()
    order = np.argsort(p, kind="stable")
    assert (np.diff(q[order]) >= -1e-15).all()
    assert np.isclose(q.max(), max(p))


@given(places)
def test_concentration_is_within_its_bounds(x: list[int]) -> None:
    if sum(x) == 0:
        return
    held, share = smallest_share_holding(x)
    top = sorted(x, reverse=True)
    assert sum(top[: int(held)]) * 2 >= sum(x) > sum(top[: int(held) - 1]) * 2
    assert 0 < share <= 1
    assert -1e-9 <= float(generalised_gini(x)) < 1


@given(places, st.integers(0, 39), st.floats(1, 5))
def test_places_care_not_for_order_and_never_call_low_high(
    x: list[int], turn: int, phi: float
) -> None:
    people = np.arange(1, len(x) + 1) * 100
    made, rolled = classify(x, people, phi), classify(np.roll(x, turn), np.roll(people, turn), phi)
    assert np.allclose(np.roll(made.p, turn), rolled.p, equal_nan=True, atol=1e-9)
    assert np.array_equal(np.roll(made.level, turn), rolled.level)
    assert not ((made.level > 0) & (made.observed <= made.expected)).any()
    assert not ((made.level > 0) & (made.q >= 0.05)).any()


@given(st.integers(0, 59))
def test_a_planted_hot_place_is_found_and_no_other(where: int) -> None:
    counts = np.random.default_rng(where).poisson(50, 60)
    counts[where] = 200
    made = classify(counts, np.full(60, 1500), 1.0)
    assert made.level[where] == 3
    assert (np.delete(made.level, where) < 2).all()


@given(st.lists(st.integers(0, 80), min_size=18, max_size=36))
def test_limits_hold_the_mean_and_widen_with_care(baseline: list[int]) -> None:
    usual, careful = predictive_limits(baseline), predictive_limits(baseline, alpha=0.0001)
    assert 0 <= usual.low <= max(float(usual.mean), 1.0) <= usual.high + 1
    assert careful.low <= usual.low
    assert careful.high >= usual.high
    assert exceptional([usual.low, usual.high], usual).tolist() == [0, 0]


@given(st.lists(st.integers(20, 400), min_size=6, max_size=20), st.integers(0, 5))
@settings(max_examples=40)
def test_peers_have_one_verdict_and_scale(x: list[int], own: int) -> None:
    people = np.linspace(8_000, 12_000, len(x))
    made = against_others(x, people, own, 2.0, generator=np.random.default_rng(1))
    outside = bool((made.own < made.low) | (made.own > made.high))
    away = bool((made.difference_low > 0) | (made.difference_high < 0))
    if abs(float(made.p) - 0.05) > 1e-9:
        assert outside == away == bool(made.p < 0.05)
    assert 1 <= made.rank_low <= made.rank <= made.rank_high <= made.of
    ten = against_others(x, people, own, 2.0, generator=np.random.default_rng(1), per=10_000)
    assert np.isclose(ten.p, made.p)
    assert np.isclose(ten.own, 10 * made.own)


@given(st.lists(st.floats(1, 100), min_size=5, max_size=5), st.floats(0.1, 5))
def test_a_trend_turned_round_is_its_opposite(values: list[float], error: float) -> None:
    forward, back = (five_point_trend(v, [error] * 5) for v in (values, values[::-1]))
    assert bool(forward.rises) == bool(back.falls)
    assert not forward.rises & forward.falls


@given(st.lists(st.integers(300, 570), min_size=13, max_size=40), st.integers(0, 39))
def test_a_lost_month_is_found_alone(months: list[int], where: int) -> None:
    assert not undercounted(months).any()
    where %= len(months)
    months[where] = 46
    assert undercounted(months).nonzero()[0].tolist() == [where]
