package nexus.distribution.docs;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The addresses that pages name, each with the one that stands in its place here: pages name ports that servers have
/// by custom, and machines that don't exist.
final class Addresses {

    private final Map<String, String> realOfShown = new LinkedHashMap<>();

    /// @param shown a host with its port, or a port alone; the ones with a host come first
    Addresses with(String shown, String real) {
        realOfShown.put(shown, real);
        return this;
    }

    /// @param host of whom the pages say that it is at this port
    Addresses with(String host, String shownPort, int port) {
        return with(host + ":" + shownPort, "127.0.0.1:" + port)
                .with(host + " port " + shownPort, "127.0.0.1 port " + port);
    }

    /// What a page says, as it can be done here.
    String real(String text) {
        var replaced = text;
        for (var entry : realOfShown.entrySet()) {
            replaced = replace(replaced, entry.getKey(), entry.getValue());
        }
        return replaced;
    }

    /// What was printed here, as a page shows it.
    String shown(String text) {
        var replaced = text;
        for (var entry : realOfShown.entrySet()) {
            replaced = replace(replaced, entry.getValue(), entry.getKey());
        }
        return replaced;
    }

    /// Only whole words: `8000` in `18000` or `8000.5` is no port.
    private static String replace(String text, String from, String to) {
        return Pattern.compile("(?<![\\w.])" + Pattern.quote(from) + "(?!\\w|\\.\\d)")
                .matcher(text)
                .replaceAll(Matcher.quoteReplacement(to));
    }
}
