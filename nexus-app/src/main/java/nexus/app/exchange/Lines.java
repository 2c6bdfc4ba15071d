package nexus.app.exchange;

import java.util.function.LongSupplier;

/// Makes lines, and holds what they share. Thread-safe; one for the whole program.
///
/// @param names    looks host names up
/// @param buffers  the memory that answers are read into
/// @param nanoTime the clock of the phases, like `System::nanoTime`
public record Lines(Names names, Buffers buffers, LongSupplier nanoTime) {

    /// With the machine's own resolver and clock.
    ///
    /// @param bufferBudgetBytes see [Buffers]
    public static Lines ofSystem(long bufferBudgetBytes) {
        return new Lines(
                new Names(Resolver.ofSystem(), System::nanoTime), new Buffers(bufferBudgetBytes), System::nanoTime);
    }

    /// A line that is not connected yet: that happens with its first question.
    public Line to(Endpoint endpoint) {
        return new Line(this, endpoint);
    }
}
