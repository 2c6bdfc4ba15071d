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
        long bytes = seen.number("bytes");
        String status = seen.has("status") ? "status " + seen.number("status") + ", " : "no whole answer, ";
        String size = bytes == 0 ? "an empty body" : bytes == 1 ? "1 byte" : bytes + " bytes";
        String text = seen.text("text");
        boolean more = seen.at("cut").value() instanceof Boolean cut && cut && !text.endsWith("…");
        return status + size + (text.isEmpty() ? "" : ": " + text + (more ? " …" : ""));
    }
}
