/// Multicast DNS (RFC 6762) and DNS-SD (RFC 6763), as much as finding servers needs: start with
/// [nexus.app.discover.mdns.Neighbourhood], what was heard, and [nexus.app.discover.mdns.Search], which asks once.
///
/// Own code in place of a library: JmDNS 3.6.1 is an automatic module, brings slf4j, keeps a thread alive that is no
/// daemon, and takes 2 s to close; asking and listening needs none of what it does for announcing.
package nexus.app.discover.mdns;
