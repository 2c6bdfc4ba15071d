package nexus.app.cli;

import java.util.Locale;
import nexus.app.cli.Table.Cell;

/// How a backend's status is shown: as a sign, and as a sign with its word.
enum StatusMark {
    HEALTHY("✓", Style.GOOD),
    UNHEALTHY("✗", Style.BAD),
    UNKNOWN("?", Style.WAITING),
    DRAINING("⏸", Style.WAITING),
    DISABLED("-", Style.FAINT);

    private final String sign;
    private final Style style;

    StatusMark(String sign, Style style) {
        this.sign = sign;
        this.style = style;
    }

    /// The mark of an entry of `/v1/backends`; a status that this program doesn't know yet is unknown.
    static StatusMark of(Json backend) {
        return switch (backend.text("status")) {
            case "healthy" -> HEALTHY;
            case "unhealthy" -> UNHEALTHY;
            case "draining" -> DRAINING;
            case "disabled" -> DISABLED;
            default -> UNKNOWN;
        };
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
