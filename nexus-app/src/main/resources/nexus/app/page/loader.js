// The whole fleet, in pages: at the start, and when the stream says that it is another.

import {changed, heard, lost, store, takeFleet, takeHealth} from './store.js';
import {get, now} from './api.js';

const FIELDS = 'name,type,url,status,since,loading,labels,latency_ms';
const PAGE = 2000;
const AGAIN = 2000;

let running = false;
let wanted = false;

/** Loads it; calls while it loads come to one more load after that. */
export async function load() {
  wanted = true;
  if (running) return;
  running = true;
  while (wanted) {
    wanted = false;
    store.moved.clear();
    try {
      takeFleet(await pages());
      heard(now());
    } catch {
      lost();
      wanted = true;
      await new Promise(done => setTimeout(done, AGAIN));
    }
  }
  running = false;
}

async function pages() {
  const all = [];
  let more = true;
  while (more) {
    const after = all.length ? `&after=${encodeURIComponent(all.at(-1).name)}` : '';
    const page = await get(`v1/backends?fields=${FIELDS}&limit=${PAGE}${after}`);
    all.push(...page.data);
    takeHealth(page.health);
    more = page.has_more && page.data.length > 0;
  }
  return all;
}

/** Which ones are in trouble, and why, as far as one sentence can tell. */
export async function loadTrouble() {
  const page = await get('v1/backends?status=unhealthy&fields=name,since,last_check,loading&limit=3');
  store.trouble = page.data;
  changed('trouble');
}
