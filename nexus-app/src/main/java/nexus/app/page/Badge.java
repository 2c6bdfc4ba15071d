package nexus.app.page;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// A small picture that says how a backend, or the fleet, is. It needs no font and nothing from elsewhere.
///
/// All words take the same room: a page of another site that shows the picture can measure it, but not read it.
public final class Badge {

    private static final double CHAR = 6.6;
    private static final int PAD = 9;
    private static final int WORD_CHARS = "unhealthy".length();
    private static final int MARK = 13;

    private Badge() {}

    /// @param label what it is about: a name
    /// @param word  how it is: `healthy`
    public static byte[] of(String label, String word) {
        double left = width(label.length());
        double right = width(WORD_CHARS) + MARK;
        double height = 22;
        return String.format(
                        Locale.ROOT,
                        """
                        <svg xmlns="http://www.w3.org/2000/svg" width="%1$.0f" height="%2$.0f" role="img" aria-label="%3$s: %4$s">
                        <title>%3$s: %4$s</title>
                        <clipPath id="c"><rect width="%1$.0f" height="%2$.0f" rx="5"/></clipPath>
                        <g clip-path="url(#c)">
                        <rect width="%5$.1f" height="%2$.0f" fill="#30363f"/>
                        <rect x="%5$.1f" width="%6$.1f" height="%2$.0f" fill="%7$s"/>
                        </g>
                        <g fill="#fff" font-family="Verdana,DejaVu Sans,Geneva,sans-serif" font-size="11">
                        <text x="%8$d" y="15" textLength="%9$.1f" lengthAdjust="spacingAndGlyphs">%3$s</text>
                        <path transform="translate(%10$.1f 11)" d="%11$s"/>
                        <text x="%12$.1f" y="15" textLength="%13$.1f" lengthAdjust="spacingAndGlyphs">%4$s</text>
                        </g>
                        </svg>
                        """,
                        left + right,
                        height,
                        Markup.text(label),
                        Markup.text(word),
                        left,
                        right,
                        StatusLook.of(word).colour(),
                        PAD,
                        label.length() * CHAR,
                        left + PAD + 4,
                        StatusLook.of(word).path(),
                        left + PAD + MARK,
                        word.length() * CHAR)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static double width(int chars) {
        return chars * CHAR + 2 * PAD;
    }
}
