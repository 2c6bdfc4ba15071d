package nexus.app.registry;

import java.util.Optional;
import nexus.app.health.CheckError;
import nexus.app.health.CheckError.ConnectionFailed;
import nexus.app.health.CheckError.DnsError;
import nexus.app.health.CheckError.HttpError;
import nexus.app.health.CheckError.ParseError;
import nexus.app.health.CheckError.Timeout;
import nexus.app.health.CheckError.TlsError;

/// The short form of an error in 30 bits: its kind in the lowest three, a status or a timeout in
/// milliseconds above.
final class PackedError {

    private static final int KIND_BITS = 3;
    private static final int MOST_DETAIL = (1 << 30 - KIND_BITS) - 1;

    private PackedError() {}

    /// Never 0, which stands for no error.
    static int of(CheckError error) {
        return switch (error) {
            case Timeout timeout -> 1 | (int) Math.min(MOST_DETAIL, Math.round(timeout.seconds() * 1000)) << KIND_BITS;
            case HttpError http -> 2 | Math.clamp(http.code(), 0, MOST_DETAIL) << KIND_BITS;
            case ConnectionFailed _ -> 3;
            case DnsError _ -> 4;
            case TlsError _ -> 5;
            case ParseError _ -> 6;
        };
    }

    /// The error's kind with its detail: `Timeout(5)`, `HttpError(503)`; empty for no error.
    static Optional<String> text(int packed) {
        int detail = packed >>> KIND_BITS;
        return switch (packed & (1 << KIND_BITS) - 1) {
            case 1 -> Optional.of(new Timeout(detail / 1000.0, "", "").text());
            case 2 -> Optional.of(new HttpError(detail, false, "", "").text());
            case 3 -> Optional.of("ConnectionFailed");
            case 4 -> Optional.of("DnsError");
            case 5 -> Optional.of("TlsError");
            case 6 -> Optional.of("ParseError");
            default -> Optional.empty();
        };
    }
}
