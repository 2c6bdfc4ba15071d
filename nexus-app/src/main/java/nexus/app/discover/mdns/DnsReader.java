package nexus.app.discover.mdns;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Reads an answer (RFC 1035, section 4). Whatever the bytes are, it ends soon, and gives all records or none: a
/// compressed name may only point backwards, and names and records are bounded.
final class DnsReader {

    static final int LONGEST_LABEL = 63;
    static final int LONGEST_NAME = 255;

    private static final int HEADER = 12;
    private static final int MOST_RECORDS = 512;
    private static final int RESPONSE = 0x8000;
    private static final int OPCODE_AND_RCODE = 0x780f;
    private static final int POINTER = 0xc0;

    private static final int A = 1;
    private static final int PTR = 12;
    private static final int AAAA = 28;
    private static final int SRV = 33;
    private static final int INTERNET = 1;
    /// The highest bit of a class says that older records are to be forgotten: RFC 6762, section 10.2.
    private static final int CLASS = 0x7fff;

    private final byte[] bytes;
    private final int length;
    private int at = HEADER;

    private DnsReader(byte[] bytes, int length) {
        this.bytes = bytes;
        this.length = length;
    }

    /// Why a packet is no answer that can be read.
    private static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        Malformed() {
            super("malformed", null, false, false);
        }
    }

    /// The records of the kinds that are known, of all three sections.
    ///
    /// @param length how many of the bytes count
    /// @return empty if it is a question, an error, or malformed
    static Optional<List<DnsRecord>> answer(byte[] bytes, int length) {
        try {
            return Optional.of(new DnsReader(bytes, length).records());
        } catch (Malformed e) {
            return Optional.empty();
        }
    }

    private List<DnsRecord> records() throws Malformed {
        require(length >= HEADER && length <= bytes.length);
        int flags = number(2, 2);
        require((flags & RESPONSE) != 0 && (flags & OPCODE_AND_RCODE) == 0);
        int questions = number(4, 2);
        int answers = number(6, 2) + number(8, 2) + number(10, 2);
        require(questions <= MOST_RECORDS && answers <= MOST_RECORDS);
        for (int i = 0; i < questions; i++) {
            name();
            skip(4);
        }
        var records = new ArrayList<DnsRecord>();
        for (int i = 0; i < answers; i++) {
            next().ifPresent(records::add);
        }
        return records;
    }

    private Optional<DnsRecord> next() throws Malformed {
        DnsName name = name();
        int start = skip(10);
        int type = number(start, 2);
        boolean internet = (number(start + 2, 2) & CLASS) == INTERNET;
        long ttl = number(start + 4, 4) & 0xffff_ffffL;
        int size = number(start + 8, 2);
        int data = skip(size);
        Optional<DnsRecord> known = internet ? record(name, type, ttl, data, size) : Optional.empty();
        at = data + size;
        return known;
    }

    private Optional<DnsRecord> record(DnsName name, int type, long ttl, int data, int size) throws Malformed {
        return switch (type) {
            case A, AAAA -> {
                require(size == (type == A ? 4 : 16));
                yield Optional.of(new DnsRecord.Address(name, address(data, size), ttl));
            }
            case PTR -> Optional.of(new DnsRecord.Pointer(name, nameWithin(data, data + size), ttl));
            case SRV -> {
                require(size > 6);
                yield Optional.of(
                        new DnsRecord.Service(name, nameWithin(data + 6, data + size), number(data + 4, 2), ttl));
            }
            default -> Optional.empty();
        };
    }

    private InetAddress address(int data, int size) throws Malformed {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, data, data + size));
        } catch (UnknownHostException e) {
            throw new Malformed();
        }
    }

    private DnsName nameWithin(int start, int end) throws Malformed {
        at = start;
        DnsName name = name();
        require(at == end);
        return name;
    }

    /// The name that begins here; afterwards the position is behind it.
    private DnsName name() throws Malformed {
        var labels = new ArrayList<String>();
        int position = at;
        int earliest = at;
        int after = -1;
        int total = 1;
        while (true) {
            int size = number(position, 1);
            if (size == 0) {
                at = after < 0 ? position + 1 : after;
                return new DnsName(labels);
            }
            if ((size & POINTER) == POINTER) {
                int target = number(position, 2) & 0x3fff;
                after = after < 0 ? position + 2 : after;
                require(target < earliest && target >= HEADER);
                position = target;
                earliest = target;
                continue;
            }
            total += size + 1;
            require(size <= LONGEST_LABEL && total <= LONGEST_NAME && position + 1 + size <= length);
            labels.add(new String(bytes, position + 1, size, StandardCharsets.UTF_8));
            position += size + 1;
        }
    }

    /// Moves on, and says from where.
    private int skip(int count) throws Malformed {
        require(at + count <= length);
        int start = at;
        at += count;
        return start;
    }

    private int number(int position, int count) throws Malformed {
        require(position + count <= length);
        int number = 0;
        for (int i = 0; i < count; i++) {
            number = number << 8 | bytes[position + i] & 0xff;
        }
        return number;
    }

    private static void require(boolean holds) throws Malformed {
        if (!holds) {
            throw new Malformed();
        }
    }
}
