/// How it was: what happened is kept over restarts, and what the checks came to, minute by minute and hour by hour.
/// Begin with [nexus.app.history.Past].
package nexus.app.history;
