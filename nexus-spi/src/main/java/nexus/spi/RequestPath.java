package nexus.spi;

/// The form of a path that can be sent as it is.
final class RequestPath {

    private RequestPath() {}

    static String checked(String path) {
        if (path.isEmpty() || path.charAt(0) != '/') {
            throw new IllegalArgumentException("a path starts with '/': \"" + path + "\"");
        }
        if (path.chars().anyMatch(c -> c <= ' ' || c >= 0x7f || c == '#')) {
            throw new IllegalArgumentException("a path is printable ASCII without spaces or '#': \"" + path + "\"");
        }
        return path;
    }
}
