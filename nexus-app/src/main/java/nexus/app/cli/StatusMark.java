package nexus.app.cli;

import java.util.Locale;
import nexus.app.cli.Table.Cell;

/// How a backend's status is shown: as a sign, and as a sign with its word.
enum StatusMark {
    HEALTHY("✓", "+", Style.GOOD),
    UNHEALTHY("✗", "x", Style.BAD),
    UNKNOWN("?", "?", Style.WAITING),
    DRAINING("⏸", "=", Style.WAITING),
    DISABLED("-", "-", Style.FAINT);

    private final String sign;
    private final String ascii;
    private final Style style;

    StatusMark(String sign, String ascii, Style style) {
        this.sign = sign;
        this.ascii = ascii;
        this.style = style;
    }

    /// The mark of an entry of `/v1/backends`; a status that this program doesn't know yet is unknown.
    static StatusMark of(Json backend) {
        return of(backend.text("status"));
    }

    static StatusMark of(String status) {
        return switch (status) {
            case "healthy" -> HEALTHY;
            case "unhealthy" -> UNHEALTHY;
            case "draining" -> DRAINING;
            case "disabled" -> DISABLED;
            default -> UNKNOWN;
        };
    }

    /// The bare sign.
    ///
    /// @param unicode false: in ASCII
    String sign(boolean unicode) {
        return unicode ? sign : ascii;
    }

    Style style() {
        return style;
    }

    Cell sign() {
        return new Cell(sign, style);
    }

    /// The sign with its word, which is `loading` while the server says that it still loads a model.
    static Cell worded(Json backend) {
        var mark = of(backend);
        String word = backend.has("loading") ? "loading" : mark.name().toLowerCase(Locale.ROOT);
        return new Cell(mark.sign + " " + word, mark.style);
    }
}
