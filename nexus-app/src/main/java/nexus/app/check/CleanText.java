package nexus.app.check;

import java.util.List;
import nexus.spi.support.ErrorText;

/// Makes text that may come from a server fit to be shown: one line, no control characters, not too long, no
/// secrets.
public final class CleanText {

    private static final int SHORTEST_SECRET = 4;
    private static final String HIDDEN = "***";

    private CleanText() {}

    /// @param secrets what this backend's requests carry; it may be echoed in any form that [ErrorText] does
    ///                not know
    public static String of(String text, List<String> secrets) {
        String shown = text;
        for (var secret : secrets) {
            shown = secret.length() < SHORTEST_SECRET ? shown : shown.replace(secret, HIDDEN);
        }
        return ErrorText.clean(shown);
    }
}
