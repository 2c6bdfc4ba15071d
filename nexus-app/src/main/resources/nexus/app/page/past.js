// How it was: uptime, latency over time, incidents. A Nexus that keeps no history has none of it, and this part is not
// there then.

import {absolute, moment, plural, span, time} from './format.js';
import {chart} from './chart.js';
import {because} from './text.js';
import {el, remade, setAttribute} from './dom.js';
import {get, now} from './api.js';
import {mark} from './status.js';

const RANGES = {'24h': '24 hours', '7d': '7 days', '30d': '30 days'};
const PACE = 30_000;
const MOST = 12;
const body = el('div.body');
const incidents = el('ol.incidents');
const choices = el('div.choices', {role: 'group', 'aria-label': 'How far back'}, ...Object.entries(RANGES).map(([range, label]) =>
  el('button', {'data-range': range, onclick: () => ask(name, range)}, el('b', {}, '–'), label)));

export const node = el('section.block', {hidden: true}, el('h3', {}, 'How it was'), choices, body, incidents);

let name = '';
let chosen = '24h';
let askedAt = 0;
let off = false;

/** Another backend is shown. */
export function about(other) {
  node.hidden = true;
  ask(other, chosen);
}

/** Time went by. */
export function refresh() {
  if (name && now() - askedAt > PACE) ask(name, chosen);
}

async function ask(whom, range) {
  name = whom;
  chosen = range;
  askedAt = now();
  if (off) return;
  const history = await get(`v1/backends/${encodeURIComponent(whom)}/history?range=${range}`).catch(missing);
  if (whom === name && range === chosen) show(history);
}

function missing(problem) {
  off = problem.code === 'history_off';
  return null;
}

function show(history) {
  node.hidden = !history;
  if (!history) return;
  for (const button of choices.children) {
    const {range} = button.dataset;
    const {percent, observed_percent: watched} = history.uptime[range] ?? {};
    button.firstChild.textContent = percent == null ? '–' : `${percent} %`;
    setAttribute(button, 'aria-pressed', String(range === chosen));
    setAttribute(button, 'title', watched == null || watched === 100 ? null : `watched ${watched} % of this time`);
  }
  remade(body, [history.points, history.observed.length], () => chart(history));
  remade(incidents, history.incidents, () => history.incidents.length
    ? [...history.incidents.slice(0, MOST).map(incident), rest(history.incidents_total - MOST)]
    : el('li.soft', {}, 'No incident in this time.'));
}

function incident({start, end, ended, length_ms: length, last_cause: cause, began_before: before}) {
  const from = time(start);
  const how = {recovered: '', draining: ', then drained', removed: ', then removed'}[ended] ?? '';
  return el('li', {}, mark(end ? 'disabled' : 'unhealthy'), el('div', {},
    el('p', {}, el('time', {datetime: start, title: absolute(from)}, moment(from, now())), before ? ' or before' : '',
      end ? ` for ${span(length)}${how}` : el('b', {}, ` for ${span(length)}, still down`)),
    cause ? el('p.soft.detail', {}, because(cause)) : null));
}

const rest = more => more > 0 ? el('li.soft', {}, `and ${plural(more, 'earlier incident')}`) : null;
