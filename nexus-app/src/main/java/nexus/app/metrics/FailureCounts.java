package nexus.app.metrics;

import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.ObjLongConsumer;
import nexus.app.health.CheckError;

/// How often the checks of one backend failed, by kind of error; 48 bytes for each backend. Thread-safe.
final class FailureCounts {

    private static final List<String> KINDS =
            List.of("ConnectionFailed", "DnsError", "HttpError", "ParseError", "Timeout", "TlsError");

    /// One a second would take 68 years to overflow.
    private final AtomicIntegerArray counts = new AtomicIntegerArray(KINDS.size());

    void add(CheckError error) {
        counts.incrementAndGet(index(error));
    }

    /// Those kinds that were seen at all, in alphabetical order.
    void forEach(ObjLongConsumer<String> action) {
        for (int i = 0; i < KINDS.size(); i++) {
            int count = counts.get(i);
            if (count > 0) {
                action.accept(KINDS.get(i), count);
            }
        }
    }

    private static int index(CheckError error) {
        return switch (error) {
            case CheckError.ConnectionFailed _ -> 0;
            case CheckError.DnsError _ -> 1;
            case CheckError.HttpError _ -> 2;
            case CheckError.ParseError _ -> 3;
            case CheckError.Timeout _ -> 4;
            case CheckError.TlsError _ -> 5;
        };
    }
}
