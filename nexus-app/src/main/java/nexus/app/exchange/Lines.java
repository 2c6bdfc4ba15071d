package nexus.app.exchange;

import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/// Makes lines, and holds what they share. Thread-safe; one for the whole program.
///
/// @param names    looks host names up
/// @param buffers  the memory that answers are read into
/// @param nanoTime the clock of the phases, like `System::nanoTime`
/// @param calls    counts the connections that were tried
public record Lines(Names names, Buffers buffers, LongSupplier nanoTime, LongAdder calls) {

    /// Lines that have not called anybody yet.
    public Lines(Names names, Buffers buffers, LongSupplier nanoTime) {
        this(names, buffers, nanoTime, new LongAdder());
    }

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
