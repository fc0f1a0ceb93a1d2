// The policy table as two maps: inventory upwards, signal to the right, our state marked by a cross.

import { at, text } from '/dom.js';
import { number, seconds, size } from '/format.js';

const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

function mix(from, to, share) {
  const part = (hex, i) => parseInt(hex.slice(1 + 2 * i, 3 + 2 * i), 16);
  const channel = (i) => Math.round(part(from, i) + (part(to, i) - part(from, i)) * share);
  return `rgb(${channel(0)} ${channel(1)} ${channel(2)})`;
}

function scale(policy) {
  const seen = [...policy.bids, ...policy.asks].filter((value) => value != null);
  return [Math.min(...seen), Math.max(...seen)];
}

function place(policy, decision) {
  const rows = (policy.rows - 1) / 2;
  const columns = (policy.columns - 1) / 2;
  const within = (value, most) => Math.max(0, Math.min(most, value));
  return {
    row: within(decision.Q / policy.lot + rows, policy.rows - 1),
    column: within(policy.step ? decision.mu / policy.step + columns : columns, policy.columns - 1),
  };
}

function draw(id, policy, cells, [low, high], state) {
  const canvas = at(id);
  const ratio = devicePixelRatio;
  canvas.width = canvas.clientWidth * ratio;
  canvas.height = canvas.clientHeight * ratio;
  const ctx = canvas.getContext('2d');
  const w = canvas.width / policy.columns;
  const h = canvas.height / policy.rows;
  const cold = css('--cold');
  const hot = css('--accent');
  ctx.fillStyle = css('--surface');
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  for (let row = 0; row < policy.rows; row++) {
    for (let column = 0; column < policy.columns; column++) {
      const value = cells[row * policy.columns + column];
      if (value != null) {
        ctx.fillStyle = mix(cold, hot, high > low ? (value - low) / (high - low) : 0);
        ctx.fillRect(Math.floor(column * w), Math.floor((policy.rows - 1 - row) * h), Math.ceil(w), Math.ceil(h));
      }
    }
  }
  if (state) {
    const x = (state.column + 0.5) * w;
    const y = (policy.rows - 0.5 - state.row) * h;
    const r = 6 * ratio;
    for (const [stroke, width] of [[css('--surface'), 4 * ratio], [css('--text'), 1.75 * ratio]]) {
      ctx.strokeStyle = stroke;
      ctx.lineWidth = width;
      ctx.beginPath();
      ctx.moveTo(x - r, y);
      ctx.lineTo(x + r, y);
      ctx.moveTo(x, y - r);
      ctx.lineTo(x, y + r);
      ctx.stroke();
    }
  }
}

function here(policy, cells, state) {
  const value = cells[Math.round(state.row) * policy.columns + Math.round(state.column)];
  return value == null ? 'not quoted' : number(value, 2) + ' bps here';
}

export function showSurface(policy, decision, nowMs) {
  if (!policy) {
    text('policy-line', 'No policy table yet');
    return;
  }
  const range = scale(policy);
  const state = decision && place(policy, decision);
  for (const [side, cells] of [['bid', policy.bids], ['ask', policy.asks]]) {
    draw('surface-' + side, policy, cells, range, state);
    const said = state ? here(policy, cells, state) : '';
    text(`surface-${side}-at`, said);
    const name = side === 'bid' ? 'Bid' : 'Ask';
    at('surface-' + side).setAttribute('aria-label', `${name} offset over inventory and signal; ${said}`);
  }
  text('policy-line', `Version ${policy.version}, ${policy.source}, ${seconds((nowMs - policy.asOf) / 1000)} old, weight ${number(policy.weight, 2)}`);
  const lots = (policy.rows - 1) / 2;
  const reach = (policy.step * (policy.columns - 1)) / 2;
  text(
    'surface-scale',
    `Up: inventory \u00b1${size(lots * policy.lot)}; right: signal \u00b1${number(reach, 2)}; pale ${number(range[0], 1)} to full ${number(range[1], 1)} bps; blank: not quoted`,
  );
}
