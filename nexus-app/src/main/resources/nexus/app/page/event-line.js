// An event as one line of a list.

import {absolute, clock, moment, time} from './format.js';
import {el} from './dom.js';
import {mark} from './status.js';
import {now} from './api.js';
import {toBackend} from './route.js';
import {wordsOf} from './event-words.js';

export function eventLine(event, {named = true, marked = false} = {}) {
  const {status, backend, text, detail} = wordsOf(event);
  const at = time(event.at);
  const today = now() - at < 43_200_000;
  return el('li.event', {'data-type': event.type, 'data-marked': marked},
    el('time', {datetime: event.at, title: absolute(at)}, today ? clock(at) : moment(at, now())),
    status ? mark(status) : el('i.dot', {'aria-hidden': 'true'}),
    el('div', {},
      el('p', {}, named && backend ? el('a', {href: toBackend(backend, event.id)}, backend) : null, named && backend ? ' ' : null, text),
      detail ? el('p.soft.detail', {}, detail) : null));
}
