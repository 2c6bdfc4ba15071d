/// Who is told: [Notifier] is the entry. It reads the event log, and for each [Receiver] a [Digest] decides what is
/// worth telling and when: a pure value, the [Message]. A [Shape] puts it into the form of a service, an [Outbox]
/// keeps it until a [Delivery] has brought it there.
///
/// Deliveries go over Nexus's own [nexus.app.exchange]: it holds one deadline from the lookup of the name to the last
/// byte, reads a bounded answer, follows no redirect, and knows in which phase what went wrong.
package nexus.app.notify;
