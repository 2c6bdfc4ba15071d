package nexus.distribution.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What stands in a block of commands.
final class Console {

    private static final String PROMPT = "$ ";

    private Console() {}

    /// A command, and what is shown below it.
    record Turn(String command, String output) {}

    /// A `console` block in its turns; a command that ends with a backslash goes on in the next line.
    static List<Turn> turns(Part.Block block) {
        var turns = new ArrayList<Turn>();
        var lines = without(block).lines().toList();
        for (int at = 0; at < lines.size(); ) {
            if (!lines.get(at).startsWith(PROMPT)) {
                throw new AssertionError("a console's first line is a command, after \"$ \"");
            }
            var command = new StringBuilder(lines.get(at).substring(PROMPT.length()));
            for (at++; command.toString().endsWith("\\"); at++) {
                command.append('\n').append(lines.get(at));
            }
            int begin = at;
            while (at < lines.size() && !lines.get(at).startsWith(PROMPT)) {
                at++;
            }
            turns.add(new Turn(command.toString(), String.join("\n", lines.subList(begin, at))));
        }
        return turns;
    }

    /// The text but for the lines that are left out.
    static String without(Part.Block block) {
        for (var beginning : block.leftOut()) {
            if (block.text().lines().noneMatch(line -> isLeftOut(line, beginning))) {
                throw new AssertionError("no line begins with \"" + beginning + "\", which is not run");
            }
        }
        return block.text()
                .lines()
                .filter(line -> block.leftOut().stream().noneMatch(beginning -> isLeftOut(line, beginning)))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private static boolean isLeftOut(String line, String beginning) {
        return line.startsWith(beginning) || line.startsWith(PROMPT + beginning);
    }
}
