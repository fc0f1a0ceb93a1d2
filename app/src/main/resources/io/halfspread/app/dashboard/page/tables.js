// Figures and lists of the page from the newest state.

import { at, mark, row, rows, text } from '/dom.js';
import { clock, count, nanos, number, price, quoted, seconds, signed, size, usd, words } from '/format.js';

const QUOTED = ['QUOTED', 'POST_ONLY_HELD', 'POLICY_ABSENT', 'POLICY_STALE', 'POLICY_AGED'];

function quote(coin, asset, side) {
  const is = asset[side + 'Quote'];
  text(side + '-px', price(coin, is.px));
  text(side + '-sz', size(is.sz));
  const off = is.px && asset.mid ? ((side === 'bid' ? asset.mid - is.px : is.px - asset.mid) / asset.mid) * 1e4 : null;
  text(side + '-off', off == null ? '\u2013' : number(off, 1) + ' bps');
  text(side + '-state', is.state ? words(is.state) : 'none');
  text(side + '-why', is.words);
  mark(side + '-why', 'bad', !QUOTED.includes(is.reason) && is.px == null);
}

export function showAsset(coin, asset, params) {
  ['bid', 'ask'].forEach((side) => price(coin, asset[side]));
  quote(coin, asset, 'ask');
  quote(coin, asset, 'bid');
  const line = at('touch');
  const touch = `${size(asset.bidSz)} at ${price(coin, asset.bid)} | ${price(coin, asset.ask)} for ${size(asset.askSz)}`;
  const marks = `last ${price(coin, asset.trade)}, mark ${quoted(coin, asset.mark)}, oracle ${quoted(coin, asset.oracle)}`;
  text(line, `Touch ${touch}; ${marks}`);
  const d = asset.decision;
  if (d) {
    text('z-s', number(d.S, 4));
    text('z-q', number(d.Q, 4));
    text('z-mu', number(d.mu, 4));
    text('z-delta', number(d.delta, 2));
    text('z-i', number(d.I, 3));
    text('u-bid', number(d.bid, 2));
    text('u-ask', number(d.ask, 2));
    text('u-buy', number(d.buy, 3));
    text('u-sell', number(d.sell, 3));
    text('source', `by ${d.source}, parameters ${d.params}, half spread ${number(asset.halfSpread, 1)} bps`);
  }
  const share = asset.limit ? Math.abs(asset.position) / asset.limit : 0;
  text('inventory-line', `${size(asset.position)} of \u00b1${size(asset.limit)} ${coin} (${number(share * 100, 0)} %), ${count(asset.fills)} fills, ${number(asset.volume, 0)} USD traded`);
  for (const part of ['total', 'spread', 'inventory', 'funding']) {
    text('pnl-' + part, usd(asset.pnl[part]));
  }
  text('pnl-fees', usd(-asset.pnl.fees));
}

export function showOrders(orders, coin, nowMs) {
  const own = orders.filter((order) => order.coin === coin);
  rows('orders', own.map((order) => row([
    order.side,
    { text: price(coin, order.px), n: true },
    { text: size(order.sz), n: true },
    order.state,
    { text: seconds((nowMs - order.sent) / 1000), n: true },
    { text: order.params, n: true },
  ])), 6, 'No order is open');
}

export function showFills(fills, coin) {
  rows('fills', fills.slice(-60).reverse().map((fill) => {
    const edge = fill.mid ? ((fill.side === 'bid' ? fill.mid - fill.px : fill.px - fill.mid) / fill.mid) * 1e4 : null;
    return row([
      clock(fill.t),
      (fill.side === 'bid' ? '\u25b2 bought' : '\u25bc sold') + (fill.taker ? ', taker' : ''),
      { text: price(coin, fill.px), n: true },
      { text: size(fill.sz), n: true },
      { text: edge == null ? '\u2013' : signed(edge, 1), n: true },
      { text: fill.params || '\u2013', n: true },
    ]);
  }), 6, 'No fill yet');
}

const value = (x) => String(Number(x.toFixed(6)));

export function showParams(points) {
  rows('params', points.slice().reverse().map((point) => {
    const refused = point.version === 0;
    const change = refused
      ? 'Refused: ' + point.reason
      : point.changed.map((c) => `${c.key} ${value(c.from)} \u2192 ${value(c.to)}`).join('; ')
        || (point.version === 1 || points.indexOf(point) === 0 ? 'at the start' : 'no value changed');
    return row([
      { text: refused ? '\u2013' : point.version, n: true },
      clock(point.t),
      point.kind + (point.name && point.name !== point.kind ? ' ' + point.name : ''),
      change,
      { text: point.sha.slice(0, 10), mono: true, title: point.sha },
    ], refused ? 'refused' : '');
  }), 5, 'None yet');
  const last = points.filter((point) => point.version !== 0).pop();
  if (last) {
    const entries = Object.entries(last.values);
    const cells = (entry) => (entry ? [{ text: words(entry[0]), head: true }, { text: value(entry[1]), n: true }] : []);
    const lines = [];
    const half = Math.ceil(entries.length / 2);
    const columns = window.innerWidth <= 640 ? 1 : 2;
    if (columns === 1) {
      entries.forEach((entry) => lines.push(row(cells(entry))));
    } else {
      for (let i = 0; i < half; i++) {
        lines.push(row([...cells(entries[i]), '', ...cells(entries[i + half])]));
      }
    }
    rows('values', lines, 5, '');
  }
}

export function showAlerts(alerts) {
  rows('alerts', alerts.slice().reverse().map((alert) => row([
    clock(alert.t),
    alert.coin,
    words(alert.code),
    { text: value(alert.observed ?? NaN), n: true },
    { text: value(alert.limit ?? NaN), n: true },
  ])), 5, 'None');
}

export function showLatency(hops) {
  rows('latency', hops.map((hop) => row(
    hop.count
      ? [{ text: hop.hop, head: true }, ...[hop.p50, hop.p99, hop.p999, hop.max].map((ns) => ({ text: nanos(ns), n: true })), { text: count(hop.count), n: true }]
      : [{ text: hop.hop, head: true }, { text: 'nothing measured yet', span: 5, empty: true }],
  )), 6, 'Nothing measured yet');
}

export function showStreams(asset, names, lagMs) {
  rows('streams', names.map((name, i) => {
    const age = asset.ages[i] == null ? null : (asset.ages[i] + lagMs) / 1000;
    return row([{ text: name, head: true }, { text: age == null ? 'not heard' : seconds(age), n: true }]);
  }), 2, '');
}

export function showFeed(feed) {
  rows('connections', feed.connections.map((c) => row([{ text: c.name, head: true }, { text: c.state, bad: c.state.startsWith('closed') }])), 2, 'None');
}

export function showHealth(health, budget, feed, nowMs) {
  const full = (behind) => `${count(behind)} of ${count(health.slots)} slots`;
  const lines = [
    ['Ring, engine behind', full(health.engineBehind)],
    ['Ring, capture behind', full(health.journalBehind) + `; outputs ${count(health.outputsBehind)}`],
    ['Capture', health.capture + (health.trouble ? ': ' + health.trouble : ''), health.capture === 'failing' || health.capture === 'losing'],
    ['Last hash', health.hashSequence < 0 ? 'none yet' : `${health.hash} at ${count(health.hashSequence)}` + (health.confirmed ? ', confirmed here' : ', not what this page counted'), !health.confirmed],
    ['Reconnects', `${count(feed.reconnects)}; connections lost ${count(feed.losses)}`],
    ['Requests left', `${count(budget.left)}; ` + (budget.runwayHours == null ? 'no end in sight at this pace' : `${number(budget.runwayHours, 1)} h at this pace`)],
    ["Dead man's switch", budget.switchRefused ? 'refused by the venue' : budget.switchUntil ? `armed, ${seconds((budget.switchUntil - nowMs) / 1000)} left` : budget.switchHorizonS ? 'not armed' : 'off'],
    ['Stalls of agents', health.stalls ? `${count(health.stalls)}; longest ${number(health.longestStallMs, 0)} ms` : 'none'],
    ['Missed by this page', health.missed ? `${count(health.missed)} events: figures may be off, the capture has them all` : 'nothing', health.missed > 0],
  ];
  rows('health', lines.map(([name, said, bad]) => row([{ text: name, head: true }, { text: said, bad }])), 2, '');
}

export function showGap(gaps) {
  const gap = gaps[gaps.length - 1];
  if (!gap) {
    text('gap-line', 'No report yet');
    text('gap-why', '');
    return;
  }
  const band = gap.low == null ? '' : `, band ${number(gap.low, 2)} to ${number(gap.high, 2)} %`;
  text('gap-line', `${number(gap.gap, 2)} %${band}; while running ${gap.loss == null ? 'not known' : usd(gap.loss) + ' USD/h lost'}`);
  text('gap-why', gap.strongest ? `Driven most by ${gap.strongest}` + (gap.z == null ? '' : `; model ${signed(gap.z, 1)} standard errors off what was earned`) : '');
}
