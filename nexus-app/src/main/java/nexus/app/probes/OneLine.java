package nexus.app.probes;

import java.lang.reflect.InvocationTargetException;
import java.util.ServiceConfigurationError;

/// What went wrong in foreign code, in one printable line.
final class OneLine {

    private static final int LONGEST = 200;

    private OneLine() {}

    /// The innermost cause says most: the layers around it are the service loader's.
    static String of(Throwable thrown) {
        Throwable cause = thrown;
        while (isWrapper(cause) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage() == null ? "" : ": " + cause.getMessage();
        String kind = cause instanceof ServiceConfigurationError
                ? ""
                : cause.getClass().getSimpleName();
        return printable(kind.isEmpty() && !message.isEmpty() ? message.substring(2) : kind + message);
    }

    private static boolean isWrapper(Throwable thrown) {
        return thrown instanceof ServiceConfigurationError
                || thrown instanceof ExceptionInInitializerError
                || thrown instanceof InvocationTargetException;
    }

    static String printable(String text) {
        String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
        return cut.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ").strip();
    }
}
