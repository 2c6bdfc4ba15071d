package nexus.app.cli;

/// Error, cause, fix and what was seen of a failed check.
final class Trouble {

    private Trouble() {}

    /// @param backend the JSON of an explanation
    /// @param named   whether the error is named although the summary names it
    static void add(Page page, Json backend, boolean named) {
        var check = backend.at("last_check");
        var error = check.at("error");
        if (check.has("void")) {
            page.item("void", check.text("void") + " (this check is no evidence against the backend)");
        }
        if (check.has("error")) {
            String name = error.text("kind").equals("ParseError") ? "ParseError" : error.text("text");
            if (named || !backend.text("summary").contains(name)) {
                page.item("error", name);
            }
            page.item("cause", error.text("cause"));
            page.item("fix", error.text("fix"));
        }
        if (check.has("seen")) {
            page.item("seen", seen(check.at("seen")));
        }
    }

    private static String seen(Json seen) {
        String text = seen.text("text");
        boolean cut = seen.at("cut").value() instanceof Boolean yes && yes;
        return (seen.has("status") ? "status " + seen.number("status") + ", " : "no whole answer, ")
                + size(seen.number("bytes"), cut && !seen.has("status"))
                + (text.isEmpty() ? "" : ": " + text)
                + (cut && !text.endsWith("…") ? " …" : "");
    }

    /// @param more whether there may have been more of them
    private static String size(long bytes, boolean more) {
        if (bytes == 0) {
            return "an empty body";
        }
        return (more ? "at least " : "") + (bytes == 1 ? "1 byte" : bytes + " bytes");
    }
}
