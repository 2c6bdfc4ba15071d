package nexus.app.config;

/// A self-signed certificate made for these tests with `openssl req -x509 -newkey ec`; its key was thrown away.
final class TestCertificate {

    static final String PEM = """
            -----BEGIN CERTIFICATE-----
            MIIBlTCCATugAwIBAgIUS4x4cVlTQmAYc4RoqFIRkLP1nCswCgYIKoZIzj0EAwIw
            HzEdMBsGA1UEAwwUTmV4dXMgdGVzdCBhdXRob3JpdHkwIBcNMjYxMTI0MTc0NzA1
            WhgPMjEyNjEwMzExNzQ3MDVaMB8xHTAbBgNVBAMMFE5leHVzIHRlc3QgYXV0aG9y
            aXR5MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEV/1PpEI1Cijwl0eoTEv8UkB/
            pMS2bL4XIxkVX6JLYxl6xa+Kp8Eam7c9ggeBR4AAmRhl5K6b2Vx0dAVftUGVT6NT
            MFEwHQYDVR0OBBYEFDsSVc603K90XHq5/HgO3Kqyis7cMB8GA1UdIwQYMBaAFDsS
            Vc603K90XHq5/HgO3Kqyis7cMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwID
            SAAwRQIgKC4p/rLlrCVIL1Sh8r+bsMDg0B3Hl4H7XKSOJr0lJkYCIQCJ7TKVRHCi
            LvmNEnbTLmzoUfjD2IyletlBIqZeNsGrnw==
            -----END CERTIFICATE-----
            """;

    /// What a file looks like that holds a private key, without one.
    static final String NO_KEY = "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n";

    private TestCertificate() {}
}
