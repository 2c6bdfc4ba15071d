package nexus.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A unit file of systemd, as far as a test needs it.
record ServiceUnit(List<String> lines) {

    static ServiceUnit read(Path file) throws IOException {
        return new ServiceUnit(Files.readAllLines(file));
    }

    /// The value of a key that stands in it once.
    String value(String key) {
        var values = values(key);
        if (values.size() != 1) {
            throw new AssertionError(key + "= stands in it " + values.size() + " times");
        }
        return values.getFirst();
    }

    /// What the process gets: the variables that the unit names.
    Map<String, String> environment() {
        return values("Environment").stream()
                .map(variable -> variable.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    private List<String> values(String key) {
        return lines.stream()
                .filter(line -> line.startsWith(key + "="))
                .map(line -> line.substring(key.length() + 1))
                .toList();
    }
}
