package nexus.app.log;

import java.text.MessageFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/// A log record in the terms of our own log, wherever it came from.
///
/// @param level `TRACE`, `DEBUG`, `INFO`, `WARN` or `ERROR`
record Event(Instant time, String level, String component, String text, List<Field> fields) {

    /// @param value a [String] is quoted, everything else bare
    record Field(String key, Object value) {}

    /// An event of ours: its parameters are pairs.
    static Event ours(LogRecord line) {
        Object[] pairs = line.getParameters();
        var fields = new ArrayList<Field>((pairs.length + 1) / 2);
        for (int i = 0; i < pairs.length; i += 2) {
            fields.add(new Field(String.valueOf(pairs[i]), i + 1 < pairs.length ? value(pairs[i + 1]) : "missing"));
        }
        return new Event(line.getInstant(), level(line.getLevel()), line.getLoggerName(), line.getMessage(), fields);
    }

    /// An event of a library: its message is a pattern, and it may carry an exception.
    static Event foreign(LogRecord line) {
        List<Field> fields = line.getThrown() == null
                ? List.of()
                : List.of(new Field("error", line.getThrown().toString()));
        String name = line.getLoggerName() == null ? "library" : line.getLoggerName();
        return new Event(line.getInstant(), level(line.getLevel()), name, message(line), fields);
    }

    private static String message(LogRecord line) {
        String pattern = String.valueOf(line.getMessage());
        if (line.getParameters() == null || line.getParameters().length == 0) {
            return pattern;
        }
        try {
            return MessageFormat.format(pattern, line.getParameters());
        } catch (IllegalArgumentException e) {
            return pattern;
        }
    }

    private static Object value(Object value) {
        return value instanceof CharSequence || value instanceof Throwable ? value.toString() : value;
    }

    private static String level(Level level) {
        int value = level.intValue();
        if (value >= Level.SEVERE.intValue()) {
            return "ERROR";
        }
        if (value >= Level.WARNING.intValue()) {
            return "WARN";
        }
        if (value >= Level.INFO.intValue()) {
            return "INFO";
        }
        return value >= Level.FINE.intValue() ? "DEBUG" : "TRACE";
    }
}
