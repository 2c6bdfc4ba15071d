// One backend as one line of the fleet.

import {draw, drawSpark, spark, strip} from './bars.js';
import {el, setAttribute, setText} from './dom.js';
import {host} from './arrange.js';
import {millis, plural, until} from './format.js';
import {mark, remark, word} from './status.js';
import {clean} from './text.js';
import {toBackend} from './route.js';

export const COLUMNS = [
  {key: 'name', label: 'Backend', sort: 'name'},
  {key: 'state', label: 'State', sort: 'state'},
  {key: 'type', label: 'Type', sort: 'type'},
  {key: 'says', label: 'Address, or what is wrong'},
  {key: 'models', label: 'Models'},
  {key: 'latency', label: 'Latency', sort: 'latency'},
  {key: 'checks', label: 'Last checks'},
  {key: 'next', label: 'Next'},
];

export function makeRow({backend}) {
  const at = Object.fromEntries(COLUMNS.map(({key}) => [key, el(`div.${key}`, {role: 'gridcell'})]));
  const parts = {
    ...at,
    mark: mark(backend.status),
    word: el('span'),
    count: el('span'),
    average: el('span.average'),
    spark: spark(),
    strip: strip(),
  };
  at.name.append(parts.mark, el('a.cut', {href: toBackend(backend.name), tabindex: -1}, backend.name));
  at.state.append(parts.word);
  at.models.append(parts.count);
  at.latency.append(parts.average, parts.spark);
  at.checks.append(parts.strip);
  at.says.classList.add('cut');
  const node = el('div.row', {role: 'row', id: `row-${backend.name}`}, ...COLUMNS.map(({key}) => at[key]));
  node.parts = parts;
  return node;
}

export function updateRow(node, {backend}, now) {
  const {parts} = node;
  setAttribute(node, 'data-status', backend.status);
  remark(parts.mark, backend.status);
  setText(parts.word, word(backend));
  setText(parts.type, backend.type);
  setAttribute(parts.word, 'class', `s-${backend.status}`);
  const problem = trouble(backend);
  setText(parts.says, problem || host(backend));
  setAttribute(parts.says, 'title', problem || backend.url);
  setAttribute(parts.says, 'data-problem', problem ? '' : null);
  setText(parts.count, backend.model_count == null ? '–' : String(backend.model_count));
  setAttribute(parts.models, 'aria-label', backend.model_count == null ? 'models not known' : plural(backend.model_count, 'model'));
  setText(parts.average, millis(backend.latency_ms));
  setText(parts.next, until(Date.parse(backend.next_check_at) || undefined, now));
  if (backend.recent) {
    draw(parts.strip, backend.recent);
    drawSpark(parts.spark, backend.recent);
  }
}

/** What is wrong in a few words; empty where nothing is. */
export function trouble({status, streak, last_check: last}) {
  if (status === 'disabled' || !last?.error) return '';
  const cause = clean(last.error.cause || last.error.text, 160);
  return status === 'healthy' && streak ? `${streak.length} of ${streak.needed} failed: ${cause}` : cause;
}

export function makeHeading(line, toggle) {
  const node = el('div.row.heading', {role: 'row'}, el('div', {role: 'gridcell', 'aria-colspan': COLUMNS.length},
    el('span.fold', {'aria-hidden': 'true'}), el('b', {}, clean(line.group, 80)), el('span.tally')));
  node.addEventListener('click', () => toggle(line.group));
  return node;
}

export function updateHeading(node, line) {
  setAttribute(node.firstChild, 'aria-expanded', String(!line.folded));
  const key = line.statuses.join();
  if (node.key === key) return;
  node.key = key;
  node.querySelector('.tally').replaceChildren(...line.statuses.map(([status, count]) =>
    el(`span.s-${status}`, {}, mark(status), status === line.group ? `${count}` : `${count} ${status}`)));
}
