package nexus.app.api;

import java.util.List;
import java.util.Locale;

/// The types of a body that any web page may send anywhere without asking first (Fetch, "CORS-safelisted
/// request-header"). No path takes one; an old browser that sends no `Origin` changes nothing so either.
final class FormTypes {

    private static final List<String> TYPES =
            List.of("application/x-www-form-urlencoded", "multipart/form-data", "text/plain");

    private FormTypes() {}

    /// Whether a `Content-Type` is one of them, whatever its parameters.
    static boolean isForm(String contentType) {
        String text = contentType.strip().toLowerCase(Locale.ROOT);
        return text.startsWith("multipart/") || TYPES.stream().anyMatch(text::startsWith);
    }
}
