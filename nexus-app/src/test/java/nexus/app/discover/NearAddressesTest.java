package nexus.app.discover;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearAddressesTest {

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3,     192.168.7.7, true",
        "192.168.1.1,  192.168.7.7, true",
        "169.254.3.4,  192.168.7.7, true",
        "100.64.0.1,   192.168.7.7, true",
        "fd12::1,      192.168.7.7, true",
        "fe80::1,      192.168.7.7, false",
        "8.8.8.8,      192.168.7.7, false",
        "100.63.0.1,   192.168.7.7, false",
        "2001:db8::1,  192.168.7.7, false",
        "0.0.0.0,      192.168.7.7, false",
        "255.255.255.255, 192.168.7.7, false",
        "224.0.0.251,  192.168.7.7, false",
        "127.0.0.1,    192.168.7.7, false",
        "::1,          192.168.7.7, false",
        "127.0.0.1,    127.0.0.1,   true",
        "192.168.7.7,  192.168.7.7, true",
        "8.8.8.8,      8.8.8.8,     false",
    })
    void anAnnouncedAddressIsPrivateOrThisMachinesOwn(String address, String from, boolean acceptable) {
        assertEquals(
                acceptable,
                NearAddresses.acceptable().test(InetAddress.ofLiteral(address), InetAddress.ofLiteral(from)));
    }
}
