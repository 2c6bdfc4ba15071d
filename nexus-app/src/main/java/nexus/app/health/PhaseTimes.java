package nexus.app.health;

/// How long each phase of an exchange took, in nanoseconds; 0 for a phase that was not reached or not needed.
///
/// @param resolving  [Phase#RESOLVE]
/// @param connecting [Phase#CONNECT]
/// @param securing   [Phase#TLS]
/// @param waiting    [Phase#WAIT]
/// @param reading    [Phase#READ]
public record PhaseTimes(long resolving, long connecting, long securing, long waiting, long reading) {

    public static final PhaseTimes NONE = new PhaseTimes(0, 0, 0, 0, 0);

    /// The whole exchange, in nanoseconds.
    public long total() {
        return resolving + connecting + securing + waiting + reading;
    }
}
