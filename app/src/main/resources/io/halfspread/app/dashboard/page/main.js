// Keeps the newest state of the session and shows it. The page knows its own age: it greys out when that is too high.

import { at, mark, text } from '/dom.js';
import { count, number, seconds } from '/format.js';
import { connect } from '/stream.js';
import { Charts } from '/charts.js';
import { showSurface } from '/surface.js';
import { allowSteering, prepareSteering } from '/steer.js';
import { showAlerts, showAsset, showFeed, showFills, showGap, showHealth, showLatency, showOrders, showParams, showStreams } from '/tables.js';

const STALE_MS = 3000;
const SERIES = 2400;
const LISTED = 200;
const THEMES = ['auto', 'light', 'dark'];

const state = { facts: null, sections: {}, fills: [], alerts: [], params: [], coins: {}, coin: null };
const time = { now: 0, last: 0, started: 0, rate: 0, events: 0, at: 0 };
let connected = false;
let charts = null;

function take(update) {
  Object.assign(time, { now: update.now, last: update.last, started: update.started, rate: update.rate, events: update.events, at: performance.now() });
  Object.assign(state.sections, update.sections);
  for (const name of ['fills', 'alerts', 'params']) {
    if (update.trails[name]) {
      state[name] = [...state[name], ...update.trails[name]].slice(-LISTED);
    }
  }
  for (const [coin, news] of Object.entries(update.trails.coins || {})) {
    const own = (state.coins[coin] ||= { series: [], gaps: [], policy: null });
    own.series = [...own.series, ...(news.series || [])].slice(-SERIES);
    own.gaps = [...own.gaps, ...(news.gaps || [])].slice(-SERIES);
    own.policy = news.policy || own.policy;
  }
}

function onAll(update) {
  Object.assign(state, { facts: update.facts, sections: {}, fills: [], alerts: [], params: [], coins: {} });
  if (!state.coin || !update.facts.coins.includes(state.coin)) {
    state.coin = update.facts.coins[0];
  }
  take(update);
  connected = true;
  showFacts();
  show(new Set(['fills', 'alerts', 'params']));
}

function onNews(update) {
  take(update);
  connected = true;
  show(new Set(Object.keys(update.trails)));
}

function showFacts() {
  const { kind, venue, network, account, build, capture, coins, steers } = state.facts;
  text('session', `${kind} at ${venue}, ${network}` + (account ? `, account ${account.slice(0, 6)}\u2026${account.slice(-4)}` : ''));
  text('footer', `Halfspread ${build}. Capture ${capture}. This page ${steers ? 'steers with a token' : 'edits nothing'}.`);
  document.title = `${coins.join(', ')} \u00b7 Halfspread`;
  allowSteering(steers);
  at('coins').replaceChildren(...(coins.length < 2 ? [] : coins).map((coin) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = coin;
    button.setAttribute('aria-pressed', String(coin === state.coin));
    button.addEventListener('click', () => {
      state.coin = coin;
      showFacts();
      show(new Set(['fills', 'alerts', 'params']));
    });
    return button;
  }));
}

function show(news) {
  const { mode, assets, orders, feed, latency, health, budget } = state.sections;
  const coin = state.coin;
  const asset = assets && assets[coin];
  const own = state.coins[coin] || { series: [], gaps: [], policy: null };
  const fills = state.fills.filter((fill) => fill.coin === coin);
  if (mode) {
    text('mode', mode.mode);
    at('mode').title = `asked for by ${mode.by}` + (mode.why ? ': ' + mode.why : '');
    mark('mode', 'bad', mode.mode !== 'run');
  }
  text('rate', `${number(time.rate, 0)}/s, ${count(time.events)}`);
  if (asset) {
    charts ||= new Charts();
    showAsset(coin, asset, state.params);
    showStreams(asset, state.facts.streams, 0);
    showOrders(orders, coin, time.now);
    charts.show(own.series, fills, own.gaps, asset.limit);
    showSurface(own.policy, asset.decision, time.now);
    showGap(own.gaps);
  }
  if (news.has('fills')) {
    showFills(fills, coin);
  }
  if (news.has('params')) {
    showParams(state.params);
  }
  if (news.has('alerts')) {
    showAlerts(state.alerts);
  }
  showLatency(latency);
  showFeed(feed);
  showHealth(health, budget, feed, time.now);
  showAge();
}

function showAge() {
  if (!state.facts) {
    return;
  }
  const sinceMs = performance.now() - time.at;
  const ageMs = time.now - time.last + sinceMs;
  const stale = ageMs > STALE_MS;
  document.body.className = !connected ? 'gone' : stale ? 'stale' : 'live';
  text('age', seconds(ageMs / 1000));
  text('running', seconds((time.now - time.started + (connected ? sinceMs : 0)) / 1000));
  if (!connected) {
    text('notice', `No connection to the session for ${seconds(sinceMs / 1000)}; what is shown is old. Trying again.`);
  } else if (stale) {
    text('notice', `The newest event is ${seconds(ageMs / 1000)} old.`);
  }
}

function prepareTheme() {
  let theme = localStorage.getItem('halfspread-theme') || 'auto';
  const apply = () => {
    if (theme === 'auto') {
      delete document.documentElement.dataset.theme;
    } else {
      document.documentElement.dataset.theme = theme;
    }
    const button = at('theme');
    button.textContent = theme[0].toUpperCase() + theme.slice(1);
    button.setAttribute('aria-label', theme === 'auto' ? 'Colours: as the system has them' : `Colours: ${theme}`);
    if (charts) {
      charts.rebuild();
      show(new Set());
    }
  };
  at('theme').addEventListener('click', () => {
    theme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length];
    localStorage.setItem('halfspread-theme', theme);
    apply();
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', apply);
  apply();
}

prepareTheme();
prepareSteering();
matchMedia('(max-width: 640px)').addEventListener('change', () => showParams(state.params));
connect(onAll, onNews, () => {
  connected = false;
  showAge();
});
setInterval(showAge, 100);
