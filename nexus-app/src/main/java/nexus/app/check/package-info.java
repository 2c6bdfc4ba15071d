/// How we find out. [Checker] is the entry: a [Ticker] starts each check that is due on a virtual thread of
/// its own, a [Check] asks and judges, the registry takes the result, [Rhythm] says when the next one is due.
///
/// A hung, dripping or hostile backend costs one virtual thread and one socket until its deadline, and
/// nobody else anything.
package nexus.app.check;
