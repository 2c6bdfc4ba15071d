package nexus.distribution.docs;

import java.util.Optional;

/// Does what one block says.
///
/// @param scene   where
/// @param printed what the block before printed, until it is compared
record BlockRun(Part.Block block, Scene scene, Optional<String> printed) {

    /// @return what there is now to compare with
    /// @throws AssertionError for what isn't true
    Optional<String> run() throws Exception {
        if (block.shown().isPresent()) {
            compare(output(block.shown().get()));
            return Optional.empty();
        }
        if (block.file().isPresent()) {
            write(block.file().get());
            return Optional.empty();
        }
        return byLanguage();
    }

    private Optional<String> byLanguage() throws Exception {
        switch (block.language()) {
            case "sh" -> {
                return Optional.of(output(Console.without(block)));
            }
            case "console" -> console();
            case "toml" -> checkToml();
            case "promql" -> checkQueries();
            case "text", "json", "" ->
                compare(printed.orElseThrow(() -> new AssertionError("what printed this is not said")));
            default -> throw new AssertionError("what to do with " + block.language() + " is not said");
        }
        return Optional.empty();
    }

    private String output(String commands) throws Exception {
        return scene.run(commands).expectCode(block.exitCode());
    }

    private void console() throws Exception {
        for (var turn : Console.turns(block)) {
            var output = scene.run(turn.command());
            var text = output.code() == 0 ? output.text() : output.expectCode(block.exitCode());
            expectNone(Sample.difference(turn.output(), text), "$ " + turn.command() + "\n" + text);
        }
    }

    private void write(String file) throws Exception {
        if (block.isAppended()) {
            scene.append(file, block.text());
        } else {
            scene.write(file, block.text());
        }
        if (block.language().equals("toml")) {
            checkToml();
        }
    }

    private void checkToml() throws Exception {
        TomlCheck.problem(block.text(), scene.folder(), scene.environment()).ifPresent(problem -> {
            throw new AssertionError(problem);
        });
    }

    /// Prometheus' own tool reads each line as a rule, comment included: so it can be pasted as it is.
    private void checkQueries() throws Exception {
        var rules = new StringBuilder("groups:\n- name: queries\n  rules:\n");
        block.text()
                .lines()
                .map(line -> line.replace("'", "''"))
                .forEach(query -> rules.append("  - record: query\n    expr: '")
                        .append(query)
                        .append("'\n"));
        scene.write("queries.yml", rules.toString());
        scene.run("promtool check rules queries.yml").expectCode(0);
    }

    private void compare(String output) {
        expectNone(
                block.language().equals("json")
                        ? JsonShape.difference(block.text(), output)
                        : Sample.difference(block.text(), output),
                output);
    }

    private static void expectNone(Optional<String> difference, String output) {
        difference.ifPresent(text -> {
            throw new AssertionError(text + "\nall of it:\n" + output);
        });
    }
}
