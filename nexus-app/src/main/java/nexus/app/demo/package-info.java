/// The tour for people without a GPU: [DemoFleet], real HTTP servers of every type on 127.0.0.1, with troubles.
///
/// A [StandIn] is one server whose [Behaviour] can be swapped while it runs; a [Reply] is what it sends, byte
/// for byte. [Cast] names the fleet, [Tour] is its script, and one thread plays it at a [Pacer]'s pace.
/// What the servers say was recorded from the real programs; `ORIGIN.md` in the resources names each.
package nexus.app.demo;
