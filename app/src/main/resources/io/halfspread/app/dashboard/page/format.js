// Numbers as text. Minus signs are real ones, so that columns line up.

const NONE = '\u2013';
const fixed = new Map();

function digits(decimals) {
  if (!fixed.has(decimals)) {
    fixed.set(decimals, new Intl.NumberFormat('en', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }));
  }
  return fixed.get(decimals);
}

export function number(value, decimals) {
  if (value == null || !Number.isFinite(value)) {
    return NONE;
  }
  const text = digits(decimals).format(value);
  return text.replace('-', '\u2212').replace(/^\u2212([0.,]*)$/, '$1');
}

export const signed = (value, decimals) => (value > 0 && Number(value.toFixed(decimals)) > 0 ? '+' : '') + number(value, decimals);
export const usd = (value) => signed(value, Math.abs(value) < 1000 ? 4 : 2);
export const count = (value) => number(value, 0);

/** How many decimals a price was ever written with, for each coin: prices then line up. */
const grids = new Map();
export function price(coin, value) {
  if (value == null || !Number.isFinite(value)) {
    return NONE;
  }
  const written = (String(value).split('.')[1] || '').length;
  const decimals = Math.max(grids.get(coin) || 0, Math.min(6, written));
  grids.set(coin, decimals);
  return number(value, decimals);
}
export const quoted = (coin, value) => number(value, grids.get(coin) || 2);

export function size(value) {
  if (value == null || !Number.isFinite(value)) {
    return NONE;
  }
  return String(Number(value.toFixed(8))).replace('-', '\u2212');
}

export function seconds(s) {
  if (s == null || !Number.isFinite(s)) {
    return NONE;
  }
  if (s < 100) {
    return number(Math.max(0, s), 1) + '\u00a0s';
  }
  if (s < 6000) {
    return Math.floor(s / 60) + '\u00a0min ' + String(Math.floor(s % 60)).padStart(2, '0') + '\u00a0s';
  }
  return Math.floor(s / 3600) + '\u00a0h ' + String(Math.floor((s % 3600) / 60)).padStart(2, '0') + '\u00a0min';
}

export function nanos(ns) {
  if (ns < 1e3) {
    return number(ns, 0) + '\u00a0ns';
  }
  if (ns < 1e6) {
    return number(ns / 1e3, ns < 1e4 ? 2 : 1) + '\u00a0\u00b5s';
  }
  if (ns < 1e9) {
    return number(ns / 1e6, ns < 1e7 ? 2 : 1) + '\u00a0ms';
  }
  return number(ns / 1e9, 2) + '\u00a0s';
}

export const clock = (ms) => new Date(ms).toLocaleTimeString('en-GB', { hour12: false });
export const words = (text) => text.replaceAll('_', ' ');
