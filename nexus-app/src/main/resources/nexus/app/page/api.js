// Asks the server. Paths are relative, so that the page works behind a proxy's prefix too.

const PATIENCE = 8000;
let ahead = 0;
let token = '';

/** A refusal in the server's own words. */
export class Refusal extends Error {
  constructor(status, error = {}) {
    super(error.message ?? `the server says ${status}`);
    this.status = status;
    this.code = error.code;
  }
}

/** Now by the server's clock, as far as it is known to be another than ours. */
export const now = () => Date.now() + ahead;

export function get(path) {
  return ask(path, {headers: {Accept: 'application/json'}});
}

/** Changes something. The token, if one was given, lives in this variable alone. */
export function post(path) {
  return ask(path, {method: 'POST', headers: token ? {Authorization: `Bearer ${token}`} : {}});
}

export function useToken(text) {
  token = text;
}

async function ask(path, options) {
  const response = await fetch(path, {...options, cache: 'no-store', signal: AbortSignal.timeout(PATIENCE)});
  look(response.headers.get('Date'));
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refusal(response.status, body.error);
  return body;
}

/** The header has whole seconds; less than three of difference are none. */
function look(date) {
  const difference = Date.parse(date) - Date.now();
  ahead = Math.abs(difference) > 3000 ? difference : 0;
}
