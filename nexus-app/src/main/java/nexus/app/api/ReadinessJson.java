package nexus.app.api;

/// `/health/live` and `/health/ready`: one word for orchestrators.
final class ReadinessJson {

    private ReadinessJson() {}

    static byte[] alive() {
        return Json.bytes(out -> {
            out.writeStartObject();
            out.writeStringField("status", "alive");
            out.writeEndObject();
        });
    }

    /// @param needed healthy backends that make Nexus ready
    static byte[] of(boolean ready, int healthy, int needed) {
        return Json.bytes(out -> {
            out.writeStartObject();
            out.writeStringField("status", ready ? "ready" : "not_ready");
            out.writeNumberField("healthy", healthy);
            out.writeNumberField("needed", needed);
            out.writeEndObject();
        });
    }
}
