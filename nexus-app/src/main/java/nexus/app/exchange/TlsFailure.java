package nexus.app.exchange;

import java.io.IOException;

/// Says why a handshake failed: by our own verdict on the certificate, which travels as a cause, else by the first
/// bytes that the server sent. No message of the JDK is read.
final class TlsFailure {

    private static final int ALERT = 0x15;
    private static final int HANDSHAKE = 0x16;
    /// Record header (5), handshake header (4), then the version of the server's hello (RFC 5246, 6.2 and 7.4).
    private static final int HELLO_VERSION = 9;

    private static final int ALERT_CODE = 6;

    private TlsFailure() {}

    /// @param first the first bytes from the server, may be none
    static String words(IOException failure, byte[] first) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UntrustedCertificate untrusted) {
                return untrusted.getMessage();
            }
        }
        if (first.length == 0) {
            return "the server hung up on the TLS handshake without a word; perhaps it speaks plain HTTP";
        }
        return switch (first[0]) {
            case ALERT -> first.length > ALERT_CODE ? alert(first[ALERT_CODE] & 0xff) : "the server refused TLS";
            case HANDSHAKE -> hello(first);
            default -> stranger(first);
        };
    }

    /// The alerts that a server answers a hello with (RFC 8446, 6.2).
    private static String alert(int code) {
        return switch (code) {
            case 40 -> "the server found no TLS version, cipher or certificate in common (alert handshake_failure)";
            case 70 -> "the server speaks no version of TLS that is still safe (alert protocol_version)";
            case 71 -> "the server wants other ciphers (alert insufficient_security)";
            case 80 -> "the server has trouble of its own (alert internal_error)";
            case 86 -> "the server refused a fallback (alert inappropriate_fallback)";
            case 112 -> "the server knows no host of this name (alert unrecognized_name)";
            case 116 -> "the server wants a client certificate (alert certificate_required)";
            case 120 -> "the server wants another protocol over TLS (alert no_application_protocol)";
            default -> "the server refused TLS (alert " + code + ")";
        };
    }

    private static String hello(byte[] first) {
        boolean old = first.length > HELLO_VERSION + 1 && first[HELLO_VERSION] == 3 && first[HELLO_VERSION + 1] < 3;
        return old
                ? "the server is too old: it speaks TLS 1." + Math.max(0, first[HELLO_VERSION + 1] - 1)
                        + " or before, which is no longer safe"
                : "the TLS handshake broke off after the server's hello; perhaps it wants a client certificate";
    }

    private static String stranger(byte[] first) {
        int end = 0;
        while (end < first.length && first[end] != '\r' && first[end] != '\n') {
            end++;
        }
        String shown = "\"" + Printable.of(first, 0, end) + "\"";
        return first[0] == 'H' || first[0] == '<'
                ? "the server answers " + shown + " to TLS: it speaks plain HTTP, the URL should begin with http:"
                : "the server answers " + shown + " to TLS, which is not TLS";
    }
}
