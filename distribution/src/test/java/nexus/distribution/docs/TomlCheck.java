package nexus.distribution.docs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nexus.app.cli.Main;

/// What `nexus config check` says of a page's `nexus.toml`, or of a part of one.
final class TomlCheck {

    private static final Pattern VARIABLE = Pattern.compile("(?:_env\\s*=\\s*\"|env:)([A-Z][A-Z0-9_]*)");

    /// What a file without a backend lacks.
    private static final String BACKEND = """

            [[backends]]
            name = "another"
            url = "http://127.0.0.1:1"
            type = "generic"
            """;

    private TomlCheck() {}

    /// @param folder      where relative names of files begin
    /// @param environment what the program finds there
    /// @return the problem; empty where there is none
    static Optional<String> problem(String toml, Path folder, Map<String, String> environment) throws IOException {
        var file = Files.writeString(
                Files.createTempFile(folder, "part", ".toml"), toml + (toml.contains("[[backends]]") ? "" : BACKEND));
        var said = new ByteArrayOutputStream();
        try (var out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            int code = Main.run(new String[] {"config", "check", "-c", file.toString()}, out, out, environment);
            return code == 0 ? Optional.empty() : Optional.of(said.toString(StandardCharsets.UTF_8));
        } finally {
            Files.delete(file);
        }
    }

    /// The variables that a page's configuration names, with values that fit.
    static Map<String, String> variables(String page) {
        return VARIABLE.matcher(page)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .collect(Collectors.toMap(name -> name, TomlCheck::value, (a, _) -> a, HashMap::new));
    }

    private static String value(String variable) {
        return variable.endsWith("_URL") ? "http://127.0.0.1:9000/" + variable : "0123456789abcdef0123456789abcdef";
    }
}
