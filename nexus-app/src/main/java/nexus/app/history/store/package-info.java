/// Where the past is kept: SQLite in one file, or PostgreSQL. [nexus.app.history.store.History] is the entry: it
/// opens the database beside the start of the program, and gives a store for events, an observer that counts checks,
/// and a [nexus.app.history.Past].
///
/// A check's thread only adds to a counter. One thread takes the counts each minute ([Ticks]), another writes them
/// ([Keeper]), so that a database that hangs delays neither. [Session] is the only place with a connection: it
/// opens one when it is needed, and a new one after each failure.
package nexus.app.history.store;
