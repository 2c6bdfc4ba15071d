package nexus.app.log;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// Writes the events of one component. Thread-safe; costs a few nanoseconds where the level is off.
///
/// Fields are pairs of a key and a value. A [String] is printed quoted, everything else bare, [#word] makes bare
/// text: `log.debug("check result", "backend_id", name, "status", Log.word("Healthy"), "latency_ms", 12)`.
/// Control characters are escaped in all of them. Nothing here hides a secret: callers pass none.
public final class Log {

    // Nameless loggers: the JDK's own shutdown hook takes the handlers off every named one, and the last lines
    // of a program would be lost.
    private final Logger logger = Logger.getAnonymousLogger();
    private final String component;

    private Log(String component) {
        this.component = component;
        logger.setParent(Logging.ROOT);
    }

    /// The log of a component, whose name stands before each of its events: `health`.
    public static Log of(String component) {
        return new Log(component);
    }

    /// A text that is printed without quotes: `status=Healthy`.
    public static Word word(String text) {
        return new Word(text);
    }

    /// Whether [#debug] writes: for callers whose fields cost something to make.
    public boolean isDebug() {
        return logger.isLoggable(Level.FINE);
    }

    public void debug(String event, Object... pairs) {
        write(Level.FINE, event, pairs);
    }

    public void info(String event, Object... pairs) {
        write(Level.INFO, event, pairs);
    }

    public void warn(String event, Object... pairs) {
        write(Level.WARNING, event, pairs);
    }

    public void error(String event, Object... pairs) {
        write(Level.SEVERE, event, pairs);
    }

    private void write(Level level, String event, Object... pairs) {
        if (logger.isLoggable(level)) {
            var line = new LogRecord(level, event);
            line.setLoggerName(component);
            line.setParameters(pairs);
            logger.log(line);
        }
    }

    /// See [Log#word].
    public record Word(String text) {
        @Override
        public String toString() {
            return text;
        }
    }
}
