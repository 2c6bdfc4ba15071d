package nexus.app.page;

/// How a status is drawn where no stylesheet reaches: each has a colour and a shape of its own, so that nobody has to
/// tell colours apart.
///
/// @param colour white text on it has a contrast of 4.5 or more
/// @param path   an SVG path around 0,0, ten units wide
record StatusLook(String colour, String path) {

    private static final StatusLook HEALTHY =
            new StatusLook("#1a7f4b", "M-4.5 0A4.5 4.5 0 1 0 4.5 0A4.5 4.5 0 1 0-4.5 0");
    private static final StatusLook UNHEALTHY = new StatusLook("#c4262e", "M0-5.5L5.5 0L0 5.5L-5.5 0Z");
    private static final StatusLook DEGRADED = new StatusLook("#935f00", "M0-5L5.5 4.5L-5.5 4.5Z");
    private static final StatusLook DRAINING = new StatusLook("#5c51b8", "M-4-4.5H-1V4.5H-4ZM1-4.5H4V4.5H1Z");
    private static final StatusLook OTHER = new StatusLook("#5b6470", "M-4.5-1.5H4.5V1.5H-4.5Z");

    /// @param word of a backend's status or of the fleet's verdict
    static StatusLook of(String word) {
        return switch (word) {
            case "healthy" -> HEALTHY;
            case "unhealthy" -> UNHEALTHY;
            case "degraded" -> DEGRADED;
            case "draining" -> DRAINING;
            default -> OTHER; // unknown, disabled, and words to come
        };
    }
}
