"""Places, smoothing, concentration, communities, peers and neighbours by hand."""

import numpy as np
import pytest

from frankpledge.methods.communities import group_index
from frankpledge.methods.concentration import generalised_gini, smallest_share_holding
from frankpledge.methods.discovery import benjamini_hochberg
from frankpledge.methods.distributions import beta_binomial_mid_p, negative_binomial_limits
from frankpledge.methods.neighbours import nearest
from frankpledge.methods.peers import TooFewOthers, against_others
from frankpledge.methods.places import classify
from frankpledge.methods.smoothing import empirical_bayes

NAN = float("nan")


def stream(seed: int = 1) -> np.random.Generator:
    return np.random.default_rng(seed)


def test_false_discovery_by_hand() -> None:
    q = benjamini_hochberg([0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205])
    assert q.round(4).tolist() == [0.008, 0.032, 0.0672, 0.0672, 0.0672, 0.08, 0.0846, 0.205]


def test_false_discovery_by_family() -> None:
    q = benjamini_hochberg([[0.01, 0.02], [NAN, 0.02], [NAN, NAN]])
    assert q[0].tolist() == [0.02, 0.02]
    assert float(q[1, 1]) == 0.02
    assert np.isnan(q[1, 0])
    assert np.isnan(q[2]).all()
    assert benjamini_hochberg([]).size == 0


def test_p_outside_its_range_is_refused() -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        benjamini_hochberg([1.2])


def test_the_beta_binomial_has_the_variance_asked_of_it() -> None:
    """φ = 2, T = 10, π = ½ gives size 8: uniform-like chances summed by hand through their p."""
    p = beta_binomial_mid_p(np.arange(11), 10.0, np.full(11, 0.5), 2.0)
    assert float(p[5]) == pytest.approx(1.0)
    assert p[:5].tolist() == pytest.approx(p[:5:-1].tolist())
    lower = p[:5] / 2
    chance = np.zeros(11)
    for i in range(5):  # p/2 = all below + half of this
        chance[i] = 2 * (lower[i] - chance[:i].sum())
    chance[6:] = chance[4::-1]
    chance[5] = 1 - chance.sum()
    assert float((chance * (np.arange(11) - 5) ** 2).sum()) == pytest.approx(2 * 10 / 4)


def test_poisson_and_negative_binomial_limits_bracket() -> None:
    low, high = negative_binomial_limits([10.0, 10.0], [1.0, 4.0], 0.025)
    assert (low[1] < low[0]) & (high[1] > high[0])


def test_classes_of_places() -> None:
    counts = [100] * 40 + [140, 180, 260, 2]
    people = [1000] * 43 + [20]
    made = classify(counts, people, 1.0)
    assert made.level[:40].tolist() == [0] * 40
    assert made.level[40:].tolist() == [1, 2, 3, -1]
    assert float(made.expected.sum()) == pytest.approx(sum(counts))
    assert classify(counts, people, 30.0).level[40] == 0


def test_few_events_against_many_people_is_not_too_few() -> None:
    made = classify([4] + [20] * 10, [1000] * 11, 1.0)
    assert made.level[0] == 0  # expected is over 5, so low is said to be not above average


def test_a_place_without_people() -> None:
    made = classify([9, 10, 11], [0, 100, 100], 1.0)
    assert made.level.tolist() == [-1, 0, 0]
    assert np.isnan(made.p[0])
    assert float(made.expected[1:].sum()) == pytest.approx(21)


def test_an_issue_that_never_happened_or_cannot_be_measured() -> None:
    made = classify([[0, 0, 0], [50, 10, 10]], [10, 10, 10], [1.0, NAN])
    assert made.level.tolist() == [[-1] * 3, [-1] * 3]


def test_no_smoothing_without_spread_and_none_without_people() -> None:
    smooth = empirical_bayes([10, 20, 0], [100, 200, 0])
    assert smooth.tolist() == pytest.approx([0.1, 0.1, 0.1])


def test_concentration() -> None:
    places, share = smallest_share_holding([[5, 5, 5, 5], [20, 0, 0, 0], [0, 0, 0, 0]])
    assert places.tolist() == [2, 1, 0]
    assert share[:2].tolist() == [0.5, 0.25]
    assert np.isnan(share[2])
    # three events on ten places, each on its own: as even as can be
    assert float(generalised_gini([1, 1, 1] + [0] * 7)) == pytest.approx(0.0)
    assert float(generalised_gini([3] + [0] * 9)) == pytest.approx(2 / 3)
    assert np.isnan(generalised_gini([0, 0]))


def test_groups_of_areas() -> None:
    counts = np.array([[20] * 12 + [10] * 12 + [15] * 3, [0] * 24 + [1] * 3])
    group = [0] * 12 + [1] * 12 + [-1] * 3
    made = group_index(counts, [100] * 27, group, 3, stream(), 200)
    assert made.index.shape == (2, 3)
    assert made.areas.tolist() == [12, 12, 0]
    assert made.index[0, :2].tolist() == pytest.approx([20 * 27 * 100 / 405, 10 * 27 * 100 / 405])
    assert made.shown.tolist() == [[True, True, False], [False, False, False]]
    assert np.isnan(made.index[:, 2]).all()


def test_group_numbers_must_fit() -> None:
    with pytest.raises(ValueError, match="group 5"):
        group_index([1, 2], [1, 1], [0, 5], 2, stream())


def test_peers_without_self() -> None:
    others = [100, 110, 90, 105, 95, 100]
    low = against_others([*others, 100], [1000] * 7, 6, generator=stream())
    high = against_others([*others, 500], [1000] * 7, 6, generator=stream())
    assert float(low.centre) == float(high.centre) == pytest.approx(100.0)
    assert float(high.p) < 0.01
    assert int(high.rank) == 1
    assert int(high.rank_high) == 1
    assert int(low.of) == 7
    assert int(low.rank) == 3  # two are higher, two are level with it
    assert int(low.rank_low) <= 3 <= int(low.rank_high)


def test_der_simonian_laird_by_hand() -> None:
    """Equal variances v = r/n: centre the plain mean, τ² = sample variance less v."""
    counts = [50, 150, 70, 130, 100]
    c = against_others([*counts, 100], [1000] * 6, 5, generator=stream(), per=1000)
    assert float(c.centre) == pytest.approx(100.0)
    assert float(c.tau2) == pytest.approx(np.var(counts, ddof=1) - 100)
    # SE² = s² + τ² + (s² + τ²)/5
    assert float((c.high - c.centre) / 2.7764451) ** 2 == pytest.approx(1700 * 1.2)


def test_peers_absent_or_too_few() -> None:
    with pytest.raises(TooFewOthers, match="3 others"):
        against_others([1, 2, 3, 4, 5], [10, 10, 10, 10, 0], 0, generator=stream())
    with pytest.raises(TooFewOthers, match="itself"):
        against_others([1, 2, 3, 4, 5], [0, 10, 10, 10, 10], 0, generator=stream())
    c = against_others([5, 4, NAN, 6, 5, 4], [10] * 6, 0, generator=stream())
    assert int(c.of) == 5
    assert issubclass(TooFewOthers, ValueError)


def test_peers_that_have_no_events_at_all() -> None:
    c = against_others([0, 0, 0, 0, 0, 9], [100] * 6, 5, generator=stream())
    assert np.isfinite([c.centre, c.p, c.low, c.high]).all()


def test_neighbours_leave_out_what_is_not_known_everywhere() -> None:
    features = np.array([[1, NAN, 7], [2, 1, 7], [9, 2, 7], [1, 3, 7]])
    near = nearest(features, own=0, k=2)
    assert near.index.tolist() == [3, 1]
    assert near.dropped == (1, 2)
    with pytest.raises(ValueError, match="no feature"):
        nearest([[1], [1], [1]], own=0, k=1)
    with pytest.raises(ValueError, match="5 nearest"):
        nearest(features, own=0, k=5)
