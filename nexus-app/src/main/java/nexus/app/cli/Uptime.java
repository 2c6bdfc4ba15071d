package nexus.app.cli;

/// A span of seconds for people: `45s`, `2m 30s`, `1h 2m 3s`, `3d 4h 5m`. From a day on seconds are left out; what
/// stands after the first unit is shown even when it is zero.
final class Uptime {

    private Uptime() {}

    static String text(long seconds) {
        long minutes = seconds / 60;
        long hours = minutes / 60;
        long days = hours / 24;
        if (days > 0) {
            return days + "d " + hours % 24 + "h " + minutes % 60 + "m";
        }
        if (hours > 0) {
            return hours + "h " + minutes % 60 + "m " + seconds % 60 + "s";
        }
        return minutes > 0 ? minutes + "m " + seconds % 60 + "s" : seconds + "s";
    }
}
