package nexus.app.discover.mdns;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A name of the domain name system, in lower case: it compares so. Immutable.
///
/// @param labels from the most special to the most general; any characters, dots too
record DnsName(List<String> labels) {

    DnsName {
        labels = labels.stream().map(DnsName::lower).toList();
    }

    /// A name whose labels hold no dots.
    static DnsName of(String dotted) {
        return new DnsName(List.of(dotted.split("\\.")));
    }

    /// RFC 1035 compares ASCII letters without case, and no others.
    private static String lower(String label) {
        var text = new StringBuilder(label);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                text.setCharAt(i, (char) (c + ('a' - 'A')));
            }
        }
        return text.toString();
    }

    /// Whether it ends with the other's labels and has one more.
    boolean isIn(DnsName other) {
        return labels.size() == other.labels().size() + 1
                && labels.subList(1, labels.size()).equals(other.labels());
    }

    String first() {
        return labels.isEmpty() ? "" : labels.getFirst();
    }

    /// For comparing with what users write: `gpu-1.local`.
    String dotted() {
        return String.join(".", labels);
    }

    /// As it stands in a message, uncompressed; empty if it doesn't fit the format.
    List<byte[]> wire() {
        var parts = new ArrayList<byte[]>();
        int length = 1;
        for (String label : labels) {
            byte[] bytes = label.getBytes(StandardCharsets.UTF_8);
            length += 1 + bytes.length;
            if (bytes.length == 0 || bytes.length > DnsReader.LONGEST_LABEL || length > DnsReader.LONGEST_NAME) {
                return List.of();
            }
            parts.add(bytes);
        }
        return parts;
    }
}
