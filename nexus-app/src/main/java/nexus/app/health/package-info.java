/// What health means. [StateMachine] is the heart: one pure function from a state and an outcome to the next state.
///
/// [Outcome] is what one check came to, [CheckError] why it failed, [HealthState] what follows from the checks
/// so far. No clock, log, map, lock or I/O here.
package nexus.app.health;
