// The tables and boxes of one backend.

import {clean} from './text.js';
import {context} from './format.js';
import {el} from './dom.js';

/** What is wrong, and what to do about it. */
export function problem(why) {
  const error = why.last_check?.error;
  const seen = why.last_check?.seen;
  return [
    ...why.notes.map(note => el('p.note', {}, clean(note, 500))),
    error && el('div.problem', {}, el('p', {}, el('b', {}, clean(error.text.includes(error.cause) ? error.kind : error.text, 80)), ` ${clean(error.cause, 500)}`),
      el('p.fix', {}, el('b', {}, 'What to do '), clean(error.fix, 500)),
      seen && seen.text ? el('div', {}, el('p.soft', {}, seen.status ? `It answered ${seen.status}, ${seen.bytes} bytes:` : `It sent ${seen.bytes} bytes:`),
        el('code.seen', {}, clean(seen.text, 600), seen.cut ? ' …' : '')) : null),
  ];
}

export function modelTable(models) {
  if (!models) return null;
  if (!models.length) return el('p.soft', {}, 'It lists no model.');
  return table(['Model', 'State', 'Context'], models.slice(0, 200).map(model =>
    [el('span.break', {}, clean(model.id, 200)), model.state ?? 'listed', context(model.context_length)]),
  models.length > 200 ? `and ${models.length - 200} more` : '');
}

export function settingsTable(settings) {
  return table(['Setting', 'Value', 'Comes from'], settings.map(({key, value, origin, default: usual}) =>
    [el(usual ? 'code.soft' : 'code', {}, key), el(usual ? 'code.break.soft' : 'code.break', {}, clean(value, 300)), el('span.soft', {}, clean(origin, 200))]));
}

export function facts(why, {labels, priority}) {
  const rows = [
    ['Address', el('code.break', {}, clean(why.url))],
    ['Type', why.type],
    ['Named by', {configured: 'the configuration', added: 'a command', discovered: 'discovery'}[why.source] ?? why.source],
    ['Priority', String(priority)],
    ...Object.entries(labels ?? {}).map(([key, value]) => [clean(key, 80), clean(value, 200)]),
  ];
  return el('dl.facts', {}, ...rows.map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value))));
}

function table(heads, rows, note) {
  return [el('table', {}, el('thead', {}, el('tr', {}, ...heads.map(head => el('th', {scope: 'col'}, head)))),
    el('tbody', {}, ...rows.map(cells => el('tr', {}, ...cells.map(cell => el('td', {}, cell)))))), note ? el('p.soft', {}, note) : null];
}
