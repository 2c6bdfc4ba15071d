/// How many, how often, how long: numbers about the fleet and about Nexus itself, for Prometheus and what speaks
/// like it. Start with [nexus.app.metrics.Metrics]; `docs/metrics.md` lists every name.
package nexus.app.metrics;
