package nexus.distribution.docs;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// One piece of a page that is acted upon, in the page's order.
sealed interface Part {

    /// Where it begins, from 1.
    int line();

    /// A fresh scene.
    record NewScene(int line, String name) implements Part {}

    /// Commands that readers don't see.
    record Hidden(int line, String commands) implements Part {}

    /// A fenced block.
    ///
    /// @param language empty where none is named
    /// @param marks    what is said of it, all but scenes and hidden commands
    record Block(int line, String language, String text, List<Mark> marks) implements Part {

        private static final Pattern EXIT = Pattern.compile("exit (\\d+)");

        public Block {
            marks = List.copyOf(marks);
        }

        /// The file that it becomes, or is added to.
        Optional<String> file() {
            return value(Mark.Word.FILE).or(() -> value(Mark.Word.APPEND));
        }

        boolean isAppended() {
            return value(Mark.Word.APPEND).isPresent();
        }

        Optional<String> shown() {
            return value(Mark.Word.SHOWN);
        }

        /// Whether the whole of it is left out.
        boolean isNotRun() {
            return notRun().anyMatch(mark -> mark.detail().isEmpty());
        }

        /// The beginnings of lines that are left out.
        List<String> leftOut() {
            return notRun().map(Mark::detail)
                    .filter(detail -> !detail.isEmpty())
                    .toList();
        }

        /// Why something of it is left out.
        List<String> reasons() {
            return notRun().map(mark -> (mark.detail() + " " + mark.value()).strip())
                    .toList();
        }

        private Stream<Mark> notRun() {
            return marks.stream().filter(mark -> mark.word() == Mark.Word.NOT_RUN);
        }

        /// The code that its commands end with.
        int exitCode() {
            return value(Mark.Word.RUN)
                    .map(value -> {
                        var exit = EXIT.matcher(value);
                        if (!exit.matches()) {
                            throw new AssertionError("\"run: " + value + "\" should be \"run: exit CODE\"");
                        }
                        return Integer.parseInt(exit.group(1));
                    })
                    .orElse(0);
        }

        private Optional<String> value(Mark.Word word) {
            return marks.stream()
                    .filter(mark -> mark.word() == word)
                    .map(Mark::value)
                    .findFirst();
        }
    }
}
