package nexus.app;

import nexus.app.demo.StandIn;

/// Configurations of the quickstart, with intervals short enough for a test.
final class Toml {

    /// Checks every tenth of a second; thresholds at their defaults.
    static final String FAST = """
            [server]
            port = 0

            [health_check]
            enabled = true
            interval_seconds = 0.1
            startup_interval_seconds = 0.1
            timeout_seconds = 10
            """;

    private Toml() {}

    static String backend(StandIn standIn, String type) {
        return """

                [[backends]]
                name = "%s"
                url = "%s"
                type = "%s"
                priority = 1
                """.formatted(standIn.name(), standIn.url(), type);
    }
}
