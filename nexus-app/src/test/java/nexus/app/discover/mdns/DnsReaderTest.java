package nexus.app.discover.mdns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import nexus.app.discover.mdns.DnsRecord.Address;
import nexus.app.discover.mdns.DnsRecord.Pointer;
import nexus.app.discover.mdns.DnsRecord.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DnsReaderTest {

    /// Written by hand after RFC 1035, with compression as responders use it: the PTR's data points to its own name,
    /// the SRV's name to the PTR's data, its target and the A record to each other.
    private static final String COMPRESSED = "0000 8400 0000 0001 0000 0002"
            + "07 5f6f6c6c616d61 04 5f746370 05 6c6f63616c 00 000c 0001 00001194 0009 06 4d792047 5055 c00c"
            + "c02a 0021 8001 00000078 000d 0000 0000 2caa 04 67707531 c019"
            + "c045 0001 8001 00000078 0004 c0a80109";

    private static final DnsName MY_GPU = new DnsName(List.of("My GPU", "_ollama", "_tcp", "local"));

    @Test
    void aCompressedAnswerIsRead() {
        assertEquals(
                Optional.of(List.of(
                        new Pointer(DnsName.of("_ollama._tcp.local"), MY_GPU, 4500),
                        new Service(MY_GPU, DnsName.of("gpu1.local"), 11434, 120),
                        new Address(DnsName.of("gpu1.local"), InetAddress.ofLiteral("192.168.1.9"), 120))),
                read(COMPRESSED));
    }

    @Test
    void aTruncatedAnswerIsNoneWhereverItIsCut() {
        byte[] whole = bytes(COMPRESSED);
        for (int length = 0; length < whole.length; length++) {
            assertEquals(Optional.empty(), DnsReader.answer(whole, length), "cut at " + length);
            assertEquals(Optional.empty(), DnsReader.answer(Arrays.copyOf(whole, length), length));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a question                        | 0000 0000 0001 0000 0000 0000 05 6c6f63616c 00 000c 0001",
                "an error                          | 0000 8403 0000 0000 0000 0000",
                "another operation                 | 0000 a400 0000 0000 0000 0000",
                "records announced, none sent      | 0000 8400 0000 0001 0000 0000",
                "65535 records announced           | 0000 8400 0000 ffff ffff ffff 00 0001 0001 00000000 0004 c0a80101",
                "a name that points to itself      | 0000 8400 0000 0001 0000 0000 c00c 0001 0001 00000078 0004 c0a80101",
                "a name that points forwards       | 0000 8400 0000 0001 0000 0000 c00e 0001 0001 00000078 0004 c0a80101",
                "two names that point to each other| 0000 8400 0000 0001 0000 0000 c00e c00c 0001 0001 00000078 0004 c0a80101",
                "a label and back to it, for ever  | 0000 8400 0000 0001 0000 0000 01 61 c00c 0001 0001 00000078 0004 c0a80101",
                "a name that points into the header| 0000 8400 0000 0001 0000 0000 c000 0001 0001 00000078 0004 c0a80101",
                "a name that points past the end   | 0000 8400 0000 0001 0000 0000 ffff 0001 0001 00000078 0004 c0a80101",
                "a pointer cut in its middle       | 0000 8400 0000 0001 0000 0000 c0",
                "a label of a reserved kind        | 0000 8400 0000 0001 0000 0000 40 61 00 0001 0001 00000078 0004 c0a80101",
                "an address of three bytes         | 0000 8400 0000 0001 0000 0000 00 0001 0001 00000078 0003 c0a801",
                "data longer than the packet       | 0000 8400 0000 0001 0000 0000 00 0001 0001 00000078 ffff c0a80101",
                "a PTR shorter than its name       | 0000 8400 0000 0001 0000 0000 00 000c 0001 00000078 0001 01 61 00",
                "a PTR longer than its name        | 0000 8400 0000 0001 0000 0000 00 000c 0001 00000078 0004 01 61 00 00",
                "a SRV without a target            | 0000 8400 0000 0001 0000 0000 00 0021 0001 00000078 0006 0000 0000 2caa",
            })
    void aMalformedAnswerIsNone(String what, String hex) {
        assertEquals(Optional.empty(), read(hex), what);
    }

    @Test
    void otherKindsAndClassesAreSkipped() {
        byte[] text = Wire.answer()
                .record(Wire.name("x.local"), 16, 120, new byte[] {3, 'a', '=', 'b'})
                .address("x.local", "10.0.0.1", 120)
                .bytes();
        byte[] chaos = bytes("0000 8400 0000 0001 0000 0000 00 0001 0003 00000078 0004 c0a80101");

        assertEquals(1, DnsReader.answer(text, text.length).orElseThrow().size());
        assertEquals(Optional.of(List.of()), DnsReader.answer(chaos, chaos.length));
    }

    /// Each label points to the one before: 127 of them are the longest name there is.
    @ParameterizedTest
    @CsvSource({"1, true", "127, true", "128, false", "3000, false"})
    void aChainOfPointersIsFollowedToTheLongestName(int labels, boolean readable) {
        int start = 12 + 1 + 10;
        byte[] chain = {0};
        for (int i = 0; i < labels; i++) {
            int before = i == 0 ? start : start + 1 + 4 * (i - 1);
            chain = Wire.join(chain, new byte[] {1, 'a'}, Wire.number(0xc000 | before, 2));
        }
        byte[] packet = Wire.answer()
                .record(new byte[] {0}, 16, 120, chain)
                .record(Wire.number(0xc000 | start + 1 + 4 * (labels - 1), 2), 1, 120, new byte[] {10, 0, 0, 1})
                .bytes();

        assertEquals(readable, DnsReader.answer(packet, packet.length).isPresent());
    }

    @Test
    void anyBytesAtAllEndSoonAndThrowNothing() {
        var random = new Random(42);
        byte[] seed = bytes(COMPRESSED);
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (int i = 0; i < 100_000; i++) {
                byte[] bytes = i % 2 == 0 ? seed.clone() : Arrays.copyOf(seed, 1 + random.nextInt(9000));
                for (int flips = random.nextInt(8); flips >= 0; flips--) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
                }
                DnsReader.answer(bytes, bytes.length);
            }
        });
    }

    private static Optional<List<DnsRecord>> read(String hex) {
        byte[] bytes = bytes(hex);
        return DnsReader.answer(bytes, bytes.length);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
