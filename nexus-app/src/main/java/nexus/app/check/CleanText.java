package nexus.app.check;

import java.util.List;
import nexus.spi.support.ErrorText;

/// Makes text that may come from a server fit to be shown: one line, no control characters, not too long, no
/// secrets.
public final class CleanText {

    private CleanText() {}

    /// @param secrets what this backend's requests carry; it may be echoed in any form that [ErrorText] does
    ///                not know
    public static String of(String text, List<String> secrets) {
        // Twice: what is cut or cleaned away may leave a part that was none before.
        var echoes = Echoes.inWords(secrets);
        return echoes.hidden(ErrorText.clean(echoes.hidden(text)));
    }
}
