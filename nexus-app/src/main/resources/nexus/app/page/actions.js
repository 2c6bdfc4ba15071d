// What the reader can have done to a backend. A server that wants a token is given one; it is asked for once and
// forgotten with the page.

import {beat} from './watch.js';
import {el, setText} from './dom.js';
import {post, useToken} from './api.js';
import {route} from './route.js';
import {store} from './store.js';

const said = el('p.said', {role: 'status'});
const check = el('button.primary', {onclick: () => act('check')}, 'Check now');
const drain = el('button', {onclick: () => act(drain.dataset.act)}, 'Drain');
let name = '';

/** The buttons, for whichever backend is shown. */
export const buttons = el('div.actions', {}, check, drain, said);

export function about(backend) {
  if (name !== backend.name) setText(said, '');
  name = backend.name;
  const draining = backend.status === 'draining';
  drain.dataset.act = draining ? 'undrain' : 'drain';
  setText(drain, draining ? 'Undrain' : 'Drain');
  drain.title = draining ? 'Put it back into service, as unknown' : 'Take it out of service; it is still checked';
  const off = backend.status === 'disabled';
  check.disabled = off;
  drain.disabled = off;
}

/** check, drain or undrain. */
export async function act(what = drain.dataset.act) {
  const whom = name;
  if (whom !== route.name || !store.backends.has(whom)) return; // a key comes here whatever is shown
  setText(said, '…');
  try {
    const done = await permitted(() => post(`v1/backends/${encodeURIComponent(whom)}/${what}`));
    setText(said, done ? outcome(what, done) : '');
  } catch (problem) {
    setText(said, problem.name === 'TimeoutError' ? 'no answer in time' : problem.message);
  }
  const backend = store.backends.get(whom);
  if (backend) backend.stale = true;
  beat();
}

function outcome(what, done) {
  if (what === 'drain') return 'draining: no model of it is offered';
  if (what === 'undrain') return 'back in service, being checked';
  return done.last_check?.error ? `checked: ${done.last_check.error.text}` : 'checked: it went well';
}

/** Does it; where that needs a token, asks for one and does it again. @returns undefined if the reader had none */
async function permitted(doing) {
  for (;;) {
    try {
      return await doing();
    } catch (problem) {
      if (problem.status !== 401 || !await token(problem)) {
        if (problem.status === 401) return undefined;
        throw problem;
      }
    }
  }
}

function token(problem) {
  const wrong = problem.code === 'wrong_token';
  const input = el('input', {type: 'password', id: 'token', autocomplete: 'off', required: true});
  const form = el('form', {}, el('h2', {}, wrong ? 'That was not the token' : 'This needs the token'),
    el('p', {}, 'It is the value of the variable that ', el('code', {}, 'admin_token_env'), ' names. This page keeps it in memory until it is closed.'),
    el('label', {for: 'token'}, 'Token'), input,
    el('div.buttons', {}, el('button', {type: 'button', onclick: () => dialog.close('')}, 'Cancel'), el('button.primary', {}, 'Go on')));
  const dialog = el('dialog', {'aria-label': 'Token'}, form);
  form.addEventListener('submit', event => {
    event.preventDefault();
    useToken(input.value);
    dialog.close('given');
  });
  document.body.append(dialog);
  dialog.showModal();
  return new Promise(done => dialog.addEventListener('close', () => {
    dialog.remove();
    done(dialog.returnValue === 'given');
  }));
}
