package nexus.app.api;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;

/// JSON's own escapes, and more for what a terminal or a web page would act on: servers choose their
/// models' names, and people look at our answers with `curl`.
final class HarmlessEscapes extends CharacterEscapes {

    private static final long serialVersionUID = 1L;
    private static final int DELETE = 0x7f;

    private static final int[] ASCII = ascii();

    @Override
    @SuppressWarnings("ArrayReturn")
    public int[] getEscapeCodesForAscii() {
        return ASCII.clone();
    }

    /// Escapes C1 controls, format characters that hide or reorder text, and line separators; nothing else.
    @Override
    public SerializableString getEscapeSequence(int ch) {
        return switch (Character.getType(ch)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> escaped(ch);
            default -> ch < DELETE ? escaped(ch) : null;
        };
    }

    private static SerializableString escaped(int ch) {
        return new SerializedString(String.format("\\u%04x", ch));
    }

    private static int[] ascii() {
        int[] codes = standardAsciiEscapesForJSON();
        for (char c : new char[] {'<', '>', '&', DELETE}) {
            codes[c] = ESCAPE_STANDARD;
        }
        return codes;
    }
}
