"""The solver's full cycle in numpy and scipy: the reference beside which HjbSolveBenchmark is read.

61 inventories by 41 signals, warm, one thread: policy iteration to 1e-3 bps by a sparse LU, the heuristic's table and value,
the stationary law of its chain, and the attribution of its loss. Prints median and least time of a cycle in ms.
"""
import os

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

import sys
import time

import numpy as np
import scipy
from scipy.sparse import csc_matrix
from scipy.sparse.linalg import splu

Q, M = 30, 41
N = 2 * Q + 1
THETA, SX, BETA, C = 0.5, 0.3, 0.8, 0.8
K, MAKER, TAKER = 0.9, 1.7, 4.8
NU_MAX, PHI, PSI, R, F = 4.0, 0.004, 0.01, 1 / 900.0, 3.5e-5
DMIN, DMAX, BASE = 0.1, 25.0, 3.0

q = np.arange(-Q, Q + 1)[:, None].astype(float)
x = np.linspace(-1, 1, M)[None, :]
dx = 2 / (M - 1)
D = THETA * SX * SX / dx ** 2
central = -THETA * x[0] / (2 * dx)
monotone = D >= np.abs(central)
up = np.where(monotone, D + central, D + np.maximum(2 * central, 0))
down = np.where(monotone, D - central, D - np.minimum(2 * central, 0))
up[0], down[0], up[-1], down[-1] = 2 * D, 0, 0, 2 * D
flatten = -(TAKER * np.abs(q) + PSI * q * q)
carry = -PHI * q * q + (BETA * x - F) * q
index = np.arange(N * M).reshape(N, M)
REF = index[Q, M // 2]
rows = np.concatenate([index.ravel(), index[:, :-1].ravel(), index[:, 1:].ravel(), index[:-1].ravel(), index[1:].ravel()])
cols = np.concatenate([index.ravel(), index[:, 1:].ravel(), index[:, :-1].ravel(), index[1:].ravel(), index[:-1].ravel()])


def steps(w):
    longer, shorter = np.zeros((N, M)), np.zeros((N, M))
    longer[:-1] = w[1:] - w[:-1]
    shorter[1:] = w[:-1] - w[1:]
    return longer, shorter


def improve(w):
    longer, shorter = steps(w)
    bid, ask = np.clip(1 / K + MAKER - longer, DMIN, DMAX), np.clip(1 / K + MAKER - shorter, DMIN, DMAX)
    bids, asks = bid - MAKER + longer > 0, ask - MAKER + shorter > 0
    buy, sell = NU_MAX * (longer - TAKER > 1e-12), NU_MAX * (shorter - TAKER > 1e-12)
    bids[-1] = asks[0] = False
    buy[-1] = sell[0] = 0
    return bid, ask, bids, asks, buy, sell


def factors(policy, a, r):
    bid, ask, bids, asks, buy, sell = policy
    lb = np.where(bids, a * np.exp(-K * bid - C * x), 0)
    la = np.where(asks, a * np.exp(-K * ask + C * x), 0)
    gain = carry + lb * (bid - MAKER) + la * (ask - MAKER) - (buy + sell) * TAKER + r * flatten
    longer, shorter = lb + buy, la + sell
    ups, downs = np.broadcast_to(up, (N, M)), np.broadcast_to(down, (N, M))
    diagonal = r + ups + downs + longer + shorter
    anchored = diagonal.copy()
    anchored.flat[REF] += max(1.0, anchored.flat[REF])
    values = np.concatenate([anchored.ravel(), -ups[:, :-1].ravel(), -downs[:, 1:].ravel(), -longer[:-1].ravel(), -shorter[1:].ravel()])
    return splu(csc_matrix((values, (rows, cols)), shape=(N * M, N * M)), permc_spec="MMD_AT_PLUS_A"), gain, lb, la


def evaluate(policy, a, r):
    lu, gain, lb, la = factors(policy, a, r)
    solved = lu.solve(np.column_stack([gain.ravel(), np.ones(N * M)]))
    g = solved[REF, 0] / solved[REF, 1]
    w = solved[:, 0] - g * solved[:, 1]
    return g, (w - w[REF]).reshape(N, M), lu, lb, la


def heuristic():
    ratio = q / Q
    bid = BASE * (1 + np.maximum(-x, 0) * 0.5) * np.where(q > 0, 1 + ratio ** 2, 1) + ratio * BASE * 0.5
    ask = BASE * (1 + np.maximum(x, 0) * 0.5) * np.where(q < 0, 1 + ratio ** 2, 1) - ratio * BASE * 0.5
    bid, ask = np.clip(np.maximum(bid, BASE * 0.2), DMIN, DMAX), np.clip(np.maximum(ask, BASE * 0.2), DMIN, DMAX)
    rate = np.minimum(np.maximum(np.abs(ratio) - 0.7, 0) * 10, NU_MAX) + 0 * x
    bids, asks = np.ones((N, M), bool), np.ones((N, M), bool)
    bids[-1] = asks[0] = False
    return bid, ask, bids, asks, np.where(q < 0, rate, 0), np.where(q > 0, rate, 0)


def side_gains(policy, w, a):
    bid, ask, bids, asks, buy, sell = policy
    longer, shorter = steps(w)
    lb = np.where(bids, a * np.exp(-K * bid - C * x), 0) * (bid - MAKER + longer)
    la = np.where(asks, a * np.exp(-K * ask + C * x), 0) * (ask - MAKER + shorter)
    return lb, la, buy * (longer - TAKER) + sell * (shorter - TAKER)


def cycle(w, a):
    policy = improve(w)
    for _ in range(25):
        g, w, _, _, _ = evaluate(policy, a, R)
        better = improve(w)
        same = all(np.array_equal(before, after) for before, after in zip(policy[2:], better[2:]))
        change = max(np.abs(better[0] - policy[0])[better[2]].max(), np.abs(better[1] - policy[1])[better[3]].max())
        policy = better
        if same and change <= 1e-3:
            break
    law = heuristic()
    gh, wh, _, _, _ = evaluate(law, a, R)
    rho, _, lu, _, _ = evaluate(law, a, 0.0)
    unit = np.zeros(N * M)
    unit[REF] = 1
    mass = lu.solve(unit, trans="T").reshape(N, M)
    mass /= mass.sum()
    best, paid = side_gains(policy, w, a), side_gains(law, w, a)
    losses = [float((mass * (one - other)).sum()) for one, other in zip(best, paid)]
    gap = (mass * ((g - gh) / R + w - wh)).sum() / (mass * (g / R + w)).sum()
    return w, 100 * gap, losses


def main():
    cycles = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    w = np.zeros((N, M))
    times = []
    for i in range(cycles + 5):
        start = time.perf_counter()
        w, gap, losses = cycle(w, 2.5 * (1.03 if i % 2 else 1.0))
        times.append(1e3 * (time.perf_counter() - start))
    times = sorted(times[5:])
    print("reference   numpy %s, scipy %s: median %.2f ms, least %.2f ms, gap %.6f %%"
          % (np.__version__, scipy.__version__, times[len(times) // 2], times[0], gap))


if __name__ == "__main__":
    main()
