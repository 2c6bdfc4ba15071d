package nexus.app.cli;

import java.time.Duration;
import java.util.Arrays;

/// How far back a history is shown, and how much of it is one block of its strip.
enum HistoryRange {
    DAY("24h", "the last 24 hours", Duration.ofHours(1), "an hour"),
    WEEK("7d", "the last 7 days", Duration.ofHours(3), "3 hours"),
    MONTH("30d", "the last 30 days", Duration.ofHours(12), "12 hours");

    private final String text;
    private final String words;
    private final Duration block;
    private final String blockWords;

    HistoryRange(String text, String words, Duration block, String blockWords) {
        this.text = text;
        this.words = words;
        this.block = block;
        this.blockWords = blockWords;
    }

    /// @throws CommandFailure if it is none
    static HistoryRange of(String text) {
        return Arrays.stream(values())
                .filter(range -> range.text.equals(text))
                .findFirst()
                .orElseThrow(() -> CommandFailure.usage("--range is 24h, 7d or 30d (see 'nexus history --help')"));
    }

    String text() {
        return text;
    }

    String words() {
        return words;
    }

    Duration block() {
        return block;
    }

    String blockWords() {
        return blockWords;
    }
}
