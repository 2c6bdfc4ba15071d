// Which backends are listed, in which order, under which headings. Pure.

import {severity, STATUSES, word} from './status.js';

const text = (a, b) => a < b ? -1 : a > b ? 1 : 0;

export const SORTS = {
  state: {label: 'worst first', compare: (a, b) => severity(a.status) - severity(b.status)},
  name: {label: 'by name', compare: (a, b) => text(a.name, b.name)},
  type: {label: 'by type', compare: (a, b) => text(a.type, b.type)},
  latency: {label: 'slowest first', compare: (a, b) => (b.latency_ms ?? -1) - (a.latency_ms ?? -1)},
  recent: {label: 'latest change', compare: (a, b) => text(b.since ?? '', a.since ?? '')},
  configured: {label: 'as configured', compare: () => 0},
};

/** What may be grouped by: fixed ones, and every label that some backend has. */
export function groupings(backends) {
  const labels = new Set();
  for (const backend of backends) for (const key of Object.keys(backend.labels ?? {})) labels.add(key);
  return [
    {value: '', label: 'no groups'},
    {value: 'state', label: 'grouped by state'},
    {value: 'type', label: 'grouped by type'},
    {value: 'host', label: 'grouped by host'},
    ...[...labels].sort().slice(0, 50).map(key => ({value: `label:${key}`, label: `grouped by ${key}`})),
  ];
}

export function host(backend) {
  backend.host ??= URL.parse(backend.url)?.host ?? backend.url;
  return backend.host;
}

/** @returns lines: {backend} or {group, count, statuses, folded} */
export function arrange(backends, {q = '', status = '', sort = 'state', group = ''}, folded = new Set()) {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  const found = [...backends].filter(backend =>
    (!status || backend.status === status) && words.every(each => haystack(backend).includes(each)));
  const {compare} = SORTS[sort] ?? SORTS.state;
  found.sort((a, b) => compare(a, b) || a.place - b.place);
  return {lines: group ? grouped(found, group, folded) : found.map(backend => ({backend})), count: found.length};
}

function grouped(found, group, folded) {
  const groups = new Map();
  for (const backend of found) {
    const key = keyOf(backend, group);
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(backend);
  }
  const order = group === 'state' ? (a, b) => severity(a) - severity(b) : text;
  return [...groups.keys()].sort(order).flatMap(key => {
    const members = groups.get(key);
    const statuses = STATUSES.map(status => [status, members.filter(one => one.status === status).length]);
    const heading = {group: key, count: members.length, statuses: statuses.filter(([, n]) => n), folded: folded.has(key)};
    return folded.has(key) ? [heading] : [heading, ...members.map(backend => ({backend}))];
  });
}

function keyOf(backend, group) {
  if (group === 'state') return backend.status;
  if (group === 'type') return backend.type;
  if (group === 'host') return host(backend).replace(/:\d+$/, '');
  return backend.labels?.[group.slice('label:'.length)] ?? 'without this label';
}

/** What a search looks into. */
function haystack(backend) {
  backend.haystack ??= [backend.name, backend.type, backend.url,
    ...Object.entries(backend.labels ?? {}).map(([key, value]) => `${key}=${value}`)].join(' ').toLowerCase();
  return `${backend.haystack} ${word(backend)}`;
}
