/// A fleet of stand-in LLM servers for measurements: one thread, one port, thousands of loopback addresses.
/// Start reading at [fleet.Fleet]; what an address does is said by [fleet.Behaviour].
///
/// Never reachable from another machine: every socket is bound to an address of 127.0.0.0/8.
package fleet;
