/// How it was: what happened is kept over restarts, and what the checks came to, minute by minute and hour by hour.
///
/// [Past] is what is kept. [Historian] tells from it how a backend was: its [Storyline] goes from change to change,
/// [Uptime] adds up, [Incidents] finds what went wrong. [Series] is what the checks came to.
package nexus.app.history;
