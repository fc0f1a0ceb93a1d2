// Steering, only with the token of the session. It comes in the address behind #, which no server is sent, and is then taken
// out of it; it lives as long as the tab.

import { at, text } from '/dom.js';

const KEY = 'halfspread-token';

function takeToken() {
  const given = new URLSearchParams(location.hash.slice(1)).get('token');
  if (given) {
    sessionStorage.setItem(KEY, given);
    history.replaceState(null, '', location.pathname);
  }
  return sessionStorage.getItem(KEY);
}

const token = takeToken();

async function ask(path, body) {
  try {
    const response = await fetch(path, { method: 'POST', body, headers: { 'X-Halfspread-Token': token } });
    return await response.json();
  } catch {
    return { error: 'the session does not answer' };
  }
}

function said(answer, good) {
  if (!answer.error) {
    return good;
  }
  const faults = (answer.faults || []).map((fault) => `line ${fault.line}, column ${fault.column}: ${fault.key ? fault.key + ': ' : ''}${fault.message}`);
  return [answer.error, ...faults].join('\n');
}

function show(id, answer, good) {
  text(id, said(answer, good));
  at(id).classList.toggle('bad', Boolean(answer.error));
}

export function prepareSteering() {
  at('mode-form').addEventListener('submit', async (event) => {
    event.preventDefault();
    const wish = {
      mode: new FormData(event.target).get('mode'),
      why: at('mode-why').value,
      leave_kill: at('leave-kill').checked,
    };
    show('mode-said', await ask('/api/mode', JSON.stringify(wish)), `Asked for ${wish.mode}; the header shows what is in force`);
  });
  at('drop-check').addEventListener('click', async () => show('drop-said', await ask('/api/check', at('drop-text').value), 'Accepted as it stands; nothing was changed'));
  at('drop-form').addEventListener('submit', async (event) => {
    event.preventDefault();
    show('drop-said', await ask('/api/drop', at('drop-text').value), 'Dropped; the new version appears under Parameters');
  });
}

export function allowSteering(steers) {
  at('steer').hidden = !(steers && token);
}
