package nexus.app.check;

import java.util.regex.Pattern;

/// Whether a redirect leads to a login, by the words of its target. Parts of words prove nothing: `gpu-processor` has
/// an `sso` in it, and clusters call their front machines `login01`.
final class LoginPlace {

    private static final Pattern AUTHORITY = Pattern.compile("(?:[A-Za-z][A-Za-z0-9+.-]*:)?//([^/?#]*)");
    private static final Pattern PATH = Pattern.compile("[^?#]*");
    private static final Pattern LOGIN =
            Pattern.compile("(?i)(?<![a-z0-9])(log[-_]?in|sign[-_]?in|oauth2?|sso)(?![a-z0-9])");

    private LoginPlace() {}

    /// @param location where to, absolute or not
    /// @param ownHost  the one that was asked: its name tells nothing
    static boolean isIn(String location, String ownHost) {
        var authority = AUTHORITY.matcher(location);
        boolean absolute = authority.lookingAt();
        String host = absolute ? authority.group(1).replaceFirst(":[0-9]*$", "") : "";
        var path = PATH.matcher(location).region(absolute ? authority.end() : 0, location.length());
        return path.lookingAt() && LOGIN.matcher(path.group()).find()
                || !host.equalsIgnoreCase(ownHost) && LOGIN.matcher(host).find();
    }
}
