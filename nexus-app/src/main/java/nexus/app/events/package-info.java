/// What happened: [EventLog] is the entry. It hears the registry as its observer, gives every [Happening] a number
/// and a time, keeps the last ten thousand, and hands them to whoever subscribed.
///
/// A check's thread only offers to a bounded queue; one thread numbers, another stores. A reader pulls through its
/// [Subscription], in its own time: it can be late, never in the way. Numbers that will never be told (a crash, a
/// queue that was full) are named by a [Happening.Lost]. An [EventStore] keeps events over restarts.
package nexus.app.events;
