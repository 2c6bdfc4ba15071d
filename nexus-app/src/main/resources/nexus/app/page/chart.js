// Latency over time, with what failed and what nobody watched.

import {el, svg} from './dom.js';
import {clock, millis, moment, time} from './format.js';

const WIDTH = 600;
const HEIGHT = 120;
const FLOOR = 104;
const STEPS = {minute: 60_000, hour: 3_600_000, day: 86_400_000};
/** Up to which latency the chart goes: the next of these. */
const ROUND = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 60_000];

/** @param history as /v1/backends/{name}/history tells it */
export function chart(history) {
  const {points} = history;
  if (!points.length) return el('p.soft', {}, 'No check of this time is kept.');
  const scale = scaleOf(history);
  const drawing = svg('svg.chart', {viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: 'none', role: 'img', 'aria-label': words(history, scale)},
    svg('path.unwatched', {d: unwatched(history, scale)}),
    svg('path.band', {d: area(runs(points, scale), scale)}),
    ...runs(points, scale).map(run => svg('path.median', {d: line(run, scale, 'p50_ms')})),
    svg('path.failed', {d: points.filter(point => point.failed).map(point => failedBar(point, scale)).join('')}));
  return el('figure', {}, el('div.scale', {'aria-hidden': 'true'}, scale.top < 1000 ? `${scale.top} ms` : `${scale.top / 1000} s`), drawing,
    el('figcaption.soft', {}, el('span', {}, moment(scale.from, scale.to)), el('span.key', {}, el('i.median'), 'median', el('i.band'), 'to 95 %', el('i.failed'), 'failed'), el('span', {}, 'now')));
}

/** Time before the first watched moment would only be empty. */
function scaleOf({from, to, step, points, observed}) {
  const most = Math.max(1, ...points.map(point => point.p95_ms ?? 0));
  const top = ROUND.find(each => each >= most) ?? most;
  return {from: Math.max(time(from), time(observed[0]?.from ?? from)), to: time(to), step: STEPS[step] ?? STEPS.minute, top};
}

const x = (at, {from, to}) => Math.max(0, Math.min(WIDTH, (at - from) / (to - from) * WIDTH)).toFixed(1);
const y = (ms, {top}) => (FLOOR - Math.min(1, ms / top) * FLOOR).toFixed(1);

/** Points that follow one another; a gap begins another run. */
function runs(points, {step}) {
  const all = [];
  let last;
  for (const point of points.filter(each => each.p50_ms != null)) {
    const at = time(point.start);
    if (last == null || at - last > step * 2.5) all.push([]);
    all.at(-1).push({...point, at: at + step / 2});
    last = at;
  }
  return all;
}

const line = (run, scale, key) => `M${run.map(point => `${x(point.at, scale)} ${y(point[key], scale)}`).join('L')}${run.length === 1 ? 'h1.5' : ''}`;

function area(all, scale) {
  return all.filter(run => run.length > 1).map(run => {
    const back = [...run].reverse().map(point => `${x(point.at, scale)} ${y(point.p50_ms, scale)}`);
    return `${line(run, scale, 'p95_ms')}L${back.join('L')}Z`;
  }).join('');
}

/** From the floor down: as deep as its share of failures. */
function failedBar({start, checks, failed}, scale) {
  const from = x(time(start), scale);
  const width = Math.max(1.2, x(time(start) + scale.step, scale) - from).toFixed(1);
  return `M${from} ${FLOOR + 3}h${width}v${Math.max(3, failed / checks * 13).toFixed(1)}h-${width}z`;
}

/** What lies between the spans in which Nexus ran. */
function unwatched({to, observed}, scale) {
  const spans = [...observed.map(span => [time(span.from), time(span.to)]), [time(to), time(to)]];
  let end = scale.from;
  let path = '';
  for (const [begin, next] of spans) {
    if (begin > end) path += `M${x(end, scale)} 0H${x(begin, scale)}V${FLOOR}H${x(end, scale)}Z`;
    end = Math.max(end, next);
  }
  return path;
}

function words({points, total}, {from}) {
  return `Latency since ${clock(from)}: median ${millis(total?.p50_ms)}, 95 % within ${millis(total?.p95_ms)}; `
    + `${points.reduce((sum, point) => sum + point.failed, 0)} of ${total?.checks ?? 0} checks failed`;
}
