package nexus.distribution.docs;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a page's hidden comment says: `<!-- WORD (detail): value -->`.
///
/// @param detail the words in brackets; empty without them
record Mark(Word word, String detail, String value) {

    private static final Pattern COMMENT =
            Pattern.compile("<!--\\s*([a-z]+(?: [a-z]+)?)\\s*(?:\\(([^)]*)\\))?:\\s*(.*?)\\s*-->", Pattern.DOTALL);

    /// What can be said.
    enum Word {
        SCENE,
        DO,
        FILE,
        APPEND,
        RUN,
        SHOWN,
        NOT_RUN;

        String written() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        }
    }

    /// Reads a comment; one that doesn't look like a mark is none.
    ///
    /// @throws IllegalArgumentException for a mark that doesn't exist or says nothing
    static Optional<Mark> of(String comment) {
        var parts = COMMENT.matcher(comment);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var mark = new Mark(
                word(parts.group(1)), Optional.ofNullable(parts.group(2)).orElse(""), parts.group(3));
        if (mark.value.isEmpty()) {
            throw new IllegalArgumentException("the mark \"" + mark.word.written() + "\" says nothing");
        }
        return Optional.of(mark);
    }

    private static Word word(String written) {
        return Arrays.stream(Word.values())
                .filter(word -> word.written().equals(written))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no mark is called \"" + written + "\"; there are "
                        + Arrays.stream(Word.values()).map(Word::written).collect(Collectors.joining(", "))));
    }
}
