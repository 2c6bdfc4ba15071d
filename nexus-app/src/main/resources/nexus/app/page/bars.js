// The last checks as bars, and the latency as a line. A check is [at, verdict, [phases], error] as the API tells it.

import {svg} from './dom.js';

export const SLOTS = 30;
const HEIGHT = 24;
const STEP = 6;
const BAR = 4;
/** What fills the whole height: ten seconds; each tenth of it takes as much less. */
const LONGEST = Math.log10(10_001);

export const total = check => check[2].reduce((sum, phase) => sum + phase, 0);

/** An empty strip; draw() fills it. Failed checks are full bars with a foot, so colour is not all that tells them. */
export function strip() {
  return svg('svg.strip', {viewBox: `0 0 ${SLOTS * STEP} ${HEIGHT + 4}`, preserveAspectRatio: 'none', role: 'img', 'aria-label': 'no check yet'},
    svg('path.good'), svg('path.bad'), svg('path.foot'), svg('path.void'));
}

export function draw(strip, recent) {
  const checks = recent.slice(-SLOTS);
  const key = `${checks.length} ${checks.at(-1)?.[0]}`;
  if (strip.key === key) return;
  strip.key = key;
  strip.checks = checks;
  const [good, bad, foot, none] = strip.children;
  const of = verdict => checks.map((check, i) => check[1] === verdict ? bar(check, i, checks.length) : '').join('');
  good.setAttribute('d', of('healthy'));
  bad.setAttribute('d', of('unhealthy'));
  none.setAttribute('d', of('void'));
  foot.setAttribute('d', checks.map((check, i) => check[1] === 'unhealthy' ? box(i, checks.length, HEIGHT + 2, 2) : '').join(''));
  const failed = checks.filter(check => check[1] === 'unhealthy').length;
  strip.setAttribute('aria-label', `last ${checks.length} checks, ${failed} failed`);
}

/** Which check is at this place of the screen. */
export function checkAt(strip, clientX) {
  const area = strip.getBoundingClientRect();
  const slot = Math.floor((clientX - area.left) / area.width * SLOTS);
  return strip.checks?.[slot - SLOTS + strip.checks.length];
}

function bar(check, index, count) {
  const share = Math.min(1, Math.log10(total(check) + 1) / LONGEST);
  const height = Math.max(2, share * HEIGHT);
  return box(index, count, HEIGHT - height, height);
}

function box(index, count, y, height) {
  const x = (SLOTS - count + index) * STEP + 1;
  return `M${x} ${y.toFixed(1)}h${BAR}v${height.toFixed(1)}h-${BAR}z`;
}

/** The line of what good checks took, between its own least and most, each doubling as high as the next. */
export function spark() {
  return svg('svg.spark', {viewBox: '0 0 60 20', preserveAspectRatio: 'none', 'aria-hidden': 'true'}, svg('path'));
}

export function drawSpark(node, recent) {
  const times = recent.filter(check => check[1] === 'healthy').map(check => Math.log(total(check) + 0.1));
  const key = `${times.length} ${times.at(-1)}`;
  if (node.key === key) return;
  node.key = key;
  const least = Math.min(...times);
  const range = Math.max(...times) - least || 1;
  const step = 60 / (SLOTS - 1);
  const points = times.map((ms, i) => `${(60 - (times.length - 1 - i) * step).toFixed(1)} ${(18 - (ms - least) / range * 16).toFixed(1)}`);
  node.firstChild.setAttribute('d', points.length > 1 ? `M${points.join('L')}` : '');
}
