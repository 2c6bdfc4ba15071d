package nexus.app.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Makes the record of `[history]`, with a look at the variable that it names. Confined to one load.
///
/// @param history the merged settings
record HistorySection(Settings history, Inputs inputs, Problems problems) {

    HistoryConfig read() {
        HistoryConfig defaults = HistoryConfig.DEFAULT;
        return new HistoryConfig(
                history.on("enabled").orElse(defaults.enabled()),
                history.text("file").flatMap(this::file),
                server(),
                history.whole("max_events").orElse(defaults.maxEvents()));
    }

    private Optional<Path> file(String name) {
        if (history.isSet("url")) {
            problems.add(history.where("file"), "url names another place for the history: keep one of the two");
        }
        try {
            Path file = inputs.folder().resolve(name).normalize();
            if (inputs.file()
                    .map(own -> own.toAbsolutePath().normalize())
                    .filter(file::equals)
                    .isPresent()) {
                problems.add(history.where("file"), "is the configuration file itself, which Nexus never writes");
            }
            return Optional.of(file);
        } catch (InvalidPathException e) {
            problems.add(history.where("file"), Shown.quoted(name) + " is no name of a file");
            return Optional.empty();
        }
    }

    private Optional<HistoryConfig.Server> server() {
        if (!history.isSet("url")) {
            for (String key : List.of("user", "password_env")) {
                if (history.isSet(key)) {
                    problems.add(history.where(key), "goes with url, the database that it is for: set both, or none");
                }
            }
        }
        var password = history.text("password_env").flatMap(this::password);
        return history.text("url").map(url -> new HistoryConfig.Server(url, history.text("user"), password));
    }

    private Optional<HistoryConfig.Password> password(String variable) {
        String value = inputs.env().getOrDefault(variable, "");
        if (value.isEmpty()) {
            problems.add(
                    history.where("password_env"),
                    "the environment variable " + Rules.shownVariable(variable) + " is "
                            + (inputs.env().containsKey(variable) ? "set, but empty" : "not set"));
            return Optional.empty();
        }
        return Optional.of(new HistoryConfig.Password(variable, new Secret(value)));
    }
}
