package nexus.app.discover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkRangeTest {

    @ParameterizedTest
    @CsvSource({
        "192.168.1.0/24,  192.168.1.0/24, 254,  192.168.1.1,  192.168.1.254",
        "192.168.1.77/24, 192.168.1.0/24, 254,  192.168.1.1,  192.168.1.254",
        "10.1.16.0/20,    10.1.16.0/20,   4094, 10.1.16.1,    10.1.31.254",
        "172.31.255.8/30, 172.31.255.8/30, 2,   172.31.255.9, 172.31.255.10",
        "10.0.0.4/31,     10.0.0.4/31,    2,    10.0.0.4,     10.0.0.5",
        "10.0.0.4,        10.0.0.4/32,    1,    10.0.0.4,     10.0.0.4",
        "100.64.0.0/30,   100.64.0.0/30,  2,    100.64.0.1,   100.64.0.2",
        "127.0.0.0/29,    127.0.0.0/29,   6,    127.0.0.1,    127.0.0.6",
    })
    void aPrivateRangeGivesItsHosts(String text, String shown, int size, String first, String last) {
        var range = NetworkRange.parse(text);

        assertEquals(shown, range.toString());
        var hosts = range.hosts();
        assertEquals(size, hosts.size());
        assertEquals(first, hosts.getFirst().getHostAddress());
        assertEquals(last, hosts.getLast().getHostAddress());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "192.168.0.0/19   | 8192 addresses, which is too many",
                "10.0.0.0/8       | 16777216 addresses, which is too many",
                "0.0.0.0/0        | 4294967296 addresses, which is too many",
                "8.8.8.0/24       | not a private network",
                "172.32.0.0/24    | not a private network",
                "100.128.0.0/24   | not a private network",
                "192.167.255.0/24 | not a private network",
                "0.0.0.0/32       | not a private network",
                "192.168.1.0/33   | at most 32",
                "192.168.1.256/24 | at most 255",
                "192.168.1/24     | written like",
                "gpu-1            | written like",
                "''               | written like",
                "fd00::/64        | use --mdns",
            })
    void anythingElseIsRefusedWithItsReason(String text, String reason) {
        var refused = assertThrows(IllegalArgumentException.class, () -> NetworkRange.parse(text));

        assertTrue(refused.getMessage().contains(reason), refused.getMessage());
    }
}
