// Numbers and times in a reader's words. Times are milliseconds since 1970 by the server's clock.

const CLOCK = new Intl.DateTimeFormat(undefined, {hour: '2-digit', minute: '2-digit', hour12: false});
const SECONDS = new Intl.DateTimeFormat(undefined, {hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false});
const DAY = new Intl.DateTimeFormat(undefined, {day: 'numeric', month: 'short'});
const WHOLE = new Intl.DateTimeFormat(undefined, {dateStyle: 'medium', timeStyle: 'long'});
const NUMBER = new Intl.NumberFormat('en');

export const number = n => NUMBER.format(n);
export const plural = (n, one, many = `${one}s`) => `${number(n)} ${n === 1 ? one : many}`;
export const time = text => text ? Date.parse(text) : undefined;
export const absolute = at => `${WHOLE.format(at)} (${new Date(at).toISOString()})`;
export const clock = at => SECONDS.format(at);

/** 14:03 of today, else with its day. */
export function moment(at, now) {
  const today = new Date(at).toDateString() === new Date(now).toDateString();
  return today ? CLOCK.format(at) : `${DAY.format(at)}, ${CLOCK.format(at)}`;
}

/** Milliseconds as people say them: 0.42 ms, 12 ms, 1.2 s. */
export function millis(ms) {
  if (ms == null) return '–';
  if (ms === 0) return '0 ms';
  if (ms < 0.1) return '<0.1 ms';
  if (ms < 10) return `${ms.toFixed(1)} ms`;
  if (ms < 1000) return `${Math.round(ms)} ms`;
  return `${(ms / 1000).toFixed(ms < 10_000 ? 2 : 1)} s`;
}

/** A span with one unit, two where the first is small: 42 s, 3 min, 2 h 10 min, 5 d. */
export function span(ms) {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return minutes % 60 ? `${hours} h ${minutes % 60} min` : `${hours} h`;
  const days = Math.floor(hours / 24);
  return days < 3 && hours % 24 ? `${days} d ${hours % 24} h` : `${days} d`;
}

/** Until something that is planned. */
export function until(at, now) {
  if (at == null) return '–';
  const left = at - now;
  return left < 500 ? 'now' : left < 60_000 ? `${Math.round(left / 1000)} s` : span(left);
}

/** A context length as its makers write it: 32k, 1M. */
export function context(tokens) {
  if (tokens == null) return '';
  if (tokens >= 1_000_000) return `${+(tokens / 1_048_576).toFixed(1)}M`;
  return tokens >= 1000 ? `${Math.round(tokens / 1024)}k` : String(tokens);
}
