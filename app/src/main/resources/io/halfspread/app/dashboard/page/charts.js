// Charts of one coin over time. Market grey, ours in the accent; markers tell sides, never colour alone.

import uPlot from '/uplot.js';

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

function axes(size) {
  const axis = { stroke: colour('--muted'), grid: { stroke: colour('--faint'), width: 1 }, ticks: { show: false }, font: '11px system-ui, sans-serif' };
  return [
    { ...axis, size: 24, space: 80, values: [[3600, '{HH}:{mm}'], [60, '{HH}:{mm}'], [1, '{HH}:{mm}:{ss}']] },
    { ...axis, size: size, side: 1, gap: 4 },
  ];
}

const line = (label, stroke, more) => ({ label, stroke, width: 1, points: { show: false }, ...more });

function chart(id, size, series, more) {
  const node = document.getElementById(id);
  const plot = new uPlot(
    {
      width: node.clientWidth,
      height: node.clientHeight,
      padding: [6, 0, 0, 4],
      legend: { show: false },
      cursor: { drag: { x: false, y: false }, y: false, points: { show: false } },
      scales: { x: { time: true }, ...(more && more.scales) },
      axes: axes(size),
      series: [{}, ...series],
      bands: more && more.bands,
      hooks: more && more.hooks,
    },
    [[], ...series.map(() => [])],
    node,
  );
  return { node, plot };
}

/** A range that also holds a line that stands still. */
function around(u, low, high) {
  const rest = Math.max((high - low) * 0.08, 0.005);
  return low == null ? [-0.01, 0.01] : [low - rest, high + rest];
}

const stepped = uPlot.paths.stepped({ align: 1 });

export class Charts {
  constructor() {
    this.fills = [];
    this.limit = 0;
    this.build();
    this.watch = new ResizeObserver(() => this.all.forEach(({ node, plot }) => plot.setSize({ width: node.clientWidth, height: node.clientHeight })));
    this.all.forEach(({ node }) => this.watch.observe(node));
  }

  build() {
    const accent = colour('--accent');
    const market = colour('--market');
    const muted = colour('--muted');
    this.price = chart('price', 62, [
      line('bid', market, { paths: stepped }),
      line('ask', market, { paths: stepped }),
      line('our bid', accent, { paths: stepped, width: 1.5 }),
      line('our ask', accent, { paths: stepped, width: 1.5 }),
    ], { bands: [{ series: [2, 1], fill: colour('--faint') }], hooks: { draw: [(u) => this.drawFills(u)] } });
    this.inventory = chart('inventory', 50, [
      line('position', accent, { paths: stepped, width: 1.5, fill: colour('--accent-soft'), fillTo: 0 }),
      line('limit', market, { dash: [4, 4] }),
      line('limit', market, { dash: [4, 4] }),
    ], { scales: { y: { range: () => [-1.15 * (this.limit || 1), 1.15 * (this.limit || 1)] } } });
    this.pnl = chart('pnl', 58, [
      line('total', accent, { width: 2 }),
      line('spread', muted, { dash: [6, 3] }),
      line('inventory', muted, { dash: [2, 3] }),
      line('fees', market, { width: 1 }),
    ], { scales: { y: { range: around } }, hooks: { draw: [(u) => this.nameLines(u, ['total', 'spread', 'inventory', 'fees'])] } });
    this.gap = chart('gap', 50, [
      line('high', colour('--faint'), { width: 0 }),
      line('low', colour('--faint'), { width: 0 }),
      line('gap', accent, { width: 1.5, points: { show: true, size: 4, fill: accent } }),
    ], { bands: [{ series: [1, 2], fill: colour('--accent-soft') }] });
    this.all = [this.price, this.inventory, this.pnl, this.gap];
  }

  /** Colours have changed: everything is drawn anew. */
  rebuild() {
    this.all.forEach(({ node, plot }) => {
      this.watch.unobserve(node);
      plot.destroy();
    });
    this.build();
    this.all.forEach(({ node }) => this.watch.observe(node));
  }

  show(points, fills, gaps, limit) {
    this.fills = fills;
    this.limit = limit;
    const column = (index) => points.map((point) => point[index]);
    const times = points.map((point) => point[0] / 1000);
    this.price.plot.setData([times, column(1), column(2), column(3), column(4)]);
    this.inventory.plot.setData([times, column(5), times.map(() => limit), times.map(() => -limit)]);
    this.pnl.plot.setData([
      times,
      points.map((p) => p[6] + p[7] - p[8] + p[9]),
      column(6),
      column(7),
      points.map((p) => -p[8]),
    ]);
    this.gap.plot.setData([
      gaps.map((gap) => gap.t / 1000),
      gaps.map((gap) => gap.high),
      gaps.map((gap) => gap.low),
      gaps.map((gap) => gap.gap),
    ]);
  }

  drawFills(u) {
    const ctx = u.ctx;
    const r = 4.5 * devicePixelRatio;
    ctx.save();
    ctx.beginPath();
    ctx.rect(u.bbox.left, u.bbox.top, u.bbox.width, u.bbox.height);
    ctx.clip();
    ctx.strokeStyle = colour('--surface');
    ctx.fillStyle = colour('--text');
    for (const fill of this.fills) {
      const x = u.valToPos(fill.t / 1000, 'x', true);
      const y = u.valToPos(fill.px, 'y', true);
      const up = fill.side === 'bid' ? 1 : -1;
      ctx.beginPath();
      ctx.moveTo(x, y - up * r);
      ctx.lineTo(x - r, y + up * r * 0.8);
      ctx.lineTo(x + r, y + up * r * 0.8);
      ctx.closePath();
      ctx.fill();
      ctx.stroke();
    }
    ctx.restore();
  }

  /** Names at the left end of lines, moved apart where they would meet. */
  nameLines(u, names) {
    const ctx = u.ctx;
    ctx.save();
    ctx.font = 11 * devicePixelRatio + 'px system-ui, sans-serif';
    ctx.textBaseline = 'middle';
    const last = u.data[0].length - 1;
    const places = names
      .map((name, i) => ({ name, y: last < 0 ? NaN : u.valToPos(u.data[i + 1][last], 'y', true), stroke: i === 0 ? colour('--accent') : colour('--muted') }))
      .filter((place) => Number.isFinite(place.y))
      .sort((a, b) => a.y - b.y);
    const least = 13 * devicePixelRatio;
    for (let i = 1; i < places.length; i++) {
      places[i].y = Math.max(places[i].y, places[i - 1].y + least);
    }
    const over = places.length ? Math.max(0, places[places.length - 1].y - (u.bbox.top + u.bbox.height - least / 2)) : 0;
    for (const place of places) {
      ctx.fillStyle = colour('--surface');
      const width = ctx.measureText(place.name).width;
      ctx.globalAlpha = 0.8;
      ctx.fillRect(u.bbox.left + 2, place.y - over - least / 2, width + 4, least);
      ctx.globalAlpha = 1;
      ctx.fillStyle = place.stroke;
      ctx.fillText(place.name, u.bbox.left + 4, place.y - over);
    }
    ctx.restore();
  }
}
