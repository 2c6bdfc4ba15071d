package nexus.app.cli;

/// How a cell looks where colour is welcome (ECMA-48, "Select Graphic Rendition").
enum Style {
    PLAIN(""),
    GOOD("\u001b[32m"),
    BAD("\u001b[31m"),
    WAITING("\u001b[33m"),
    FAINT("\u001b[2m");

    private static final String RESET = "\u001b[0m";

    private final String start;

    Style(String start) {
        this.start = start;
    }

    String paint(String text) {
        return this == PLAIN ? text : start + text + RESET;
    }
}
