package nexus.app.log;

import java.io.OutputStream;
import java.util.function.Function;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import nexus.app.config.LoggingConfig;

/// Starts and stops the writing of log lines, for the whole process. Until [#start] nothing is written.
public final class Logging {

    /// The parent of every [Log].
    static final Logger ROOT = Logger.getAnonymousLogger();

    /// Held, since the JDK forgets loggers that nobody holds, and their levels with them.
    private static final Logger LIBRARIES = Logger.getLogger("");

    static {
        ROOT.setUseParentHandlers(false);
        ROOT.setLevel(Level.OFF);
    }

    private static LineWriter writer;

    private Logging() {}

    /// Writes to this stream from now on, by another thread; never closes it. Of the libraries' own lines, warnings
    /// only.
    public static synchronized void start(LoggingConfig config, OutputStream out) {
        stop();
        var lines = new LineWriter(out, format(config.format()));
        writer = lines;
        ROOT.addHandler(new LineHandler(lines, Event::ours));
        LIBRARIES.addHandler(new LineHandler(lines, Event::foreign));
        setLevels(config.level());
    }

    /// Writes from now on what this level asks for. Does nothing while nothing is started.
    public static synchronized void level(LoggingConfig.Level level) {
        if (writer != null) {
            setLevels(level);
        }
    }

    private static void setLevels(LoggingConfig.Level level) {
        ROOT.setLevel(jdkLevel(level));
        LIBRARIES.setLevel(level == LoggingConfig.Level.OFF ? Level.OFF : Level.WARNING);
    }

    /// Writes the last lines, for at most 200 ms, and stops. Does nothing when nothing was started.
    public static synchronized void stop() {
        ROOT.setLevel(Level.OFF);
        takeHandlersOff(ROOT);
        takeHandlersOff(LIBRARIES);
        if (writer != null) {
            writer.close();
            writer = null;
        }
    }

    private static void takeHandlersOff(Logger logger) {
        for (var handler : logger.getHandlers()) {
            logger.removeHandler(handler);
        }
    }

    private static LineFormat format(LoggingConfig.Format format) {
        return switch (format) {
            case PRETTY -> new LineFormat.Pretty();
            case JSON -> new LineFormat.Json();
        };
    }

    private static Level jdkLevel(LoggingConfig.Level level) {
        return switch (level) {
            case TRACE -> Level.FINEST;
            case DEBUG -> Level.FINE;
            case INFO -> Level.INFO;
            case WARN -> Level.WARNING;
            case ERROR -> Level.SEVERE;
            case OFF -> Level.OFF;
        };
    }

    /// Hands records over to the writer.
    private static final class LineHandler extends Handler {

        private final LineWriter lines;
        private final Function<LogRecord, Event> reading;

        LineHandler(LineWriter lines, Function<LogRecord, Event> reading) {
            this.lines = lines;
            this.reading = reading;
        }

        @Override
        public void publish(LogRecord line) {
            lines.write(reading.apply(line));
        }

        @Override
        public void flush() {
            // The writer flushes whenever its queue is empty.
        }

        @Override
        public void close() {
            // The writer is closed by whoever started it.
        }
    }
}
