package nexus.app.discover.mdns;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;

/// Builds answers byte by byte, as a responder would, without any code of the program.
final class Wire {

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private int records;

    static Wire answer() {
        return new Wire();
    }

    /// A service with all that is to be known of it: `PTR`, `SRV`, `A`.
    static byte[] service(String type, String instance, String host, int port, String address) {
        return answer().pointer(type, instance, 120)
                .service(type, instance, host, port, 120)
                .address(host, address, 120)
                .bytes();
    }

    Wire pointer(String type, String instance, int ttl) {
        return record(name(type), 12, ttl, name(instance, type));
    }

    Wire service(String type, String instance, String host, int port, int ttl) {
        return record(name(instance, type), 33, ttl, join(number(0, 2), number(0, 2), number(port, 2), name(host)));
    }

    Wire address(String host, String literal, int ttl) {
        byte[] bytes = InetAddress.ofLiteral(literal).getAddress();
        return record(name(host), bytes.length == 4 ? 1 : 28, ttl, bytes);
    }

    Wire record(byte[] name, int type, int ttl, byte[] data) {
        body.writeBytes(join(name, number(type, 2), number(0x8001, 2), number(ttl, 4), number(data.length, 2), data));
        records++;
        return this;
    }

    byte[] bytes() {
        return join(
                number(0, 2), number(0x8400, 2), number(0, 2), number(records, 2), number(0, 4), body.toByteArray());
    }

    /// The labels of a dotted name, one that may hold anything before them.
    static byte[] name(String first, String dotted) {
        return join(label(first), name(dotted));
    }

    static byte[] name(String dotted) {
        var out = new ByteArrayOutputStream();
        for (String label : dotted.split("\\.")) {
            out.writeBytes(label(label));
        }
        out.write(0);
        return out.toByteArray();
    }

    private static byte[] label(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return join(number(bytes.length, 1), bytes);
    }

    static byte[] number(int number, int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) (number >> 8 * (count - 1 - i));
        }
        return bytes;
    }

    static byte[] join(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
