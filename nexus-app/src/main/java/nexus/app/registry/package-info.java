/// What we know now. [Registry] is the only mutable state of the backends: checks write one [BackendSnapshot]
/// each, readers take immutable snapshots and never wait.
///
/// Counts and the index of models change only with a transition or a changed list, so that two thousand
/// checks a second cost two thousand small writes and nothing else.
package nexus.app.registry;
