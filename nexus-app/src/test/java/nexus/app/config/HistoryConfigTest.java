package nexus.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryConfigTest {

    @TempDir
    Path folder;

    @Test
    void withoutASectionHistoryLiesBesideTheConfigurationAndIsNamedAfterIt() throws Exception {
        Path file = Files.writeString(folder.resolve("my.toml"), "");
        var source = new ConfigSource(Optional.of(file), Overrides.NONE, Map.of(), Given.TYPES);

        assertEquals(HistoryConfig.DEFAULT, source.read().history());
        assertEquals(Optional.of(folder.resolve("my.history.db")), source.historyFile(source.read()));
    }

    @Test
    void aRelativeFileStartsAtTheConfigurationsFolder() throws Exception {
        Path file = Files.writeString(folder.resolve("nexus.toml"), "[history]\nfile = \"past/h.db\"");
        var source = new ConfigSource(Optional.of(file), Overrides.NONE, Map.of(), Given.TYPES);

        assertEquals(Optional.of(folder.resolve("past/h.db")), source.historyFile(source.read()));
    }

    @Test
    void aFileAndAUrlExcludeEachOther() {
        assertEquals(
                List.of("t.toml:2:1: history.file: url names another place for the history: keep one of the two"),
                Given.problems("[history]\nfile = \"h.db\"\nurl = \"jdbc:postgresql://db/nexus\""));
    }

    @Test
    void aUserWithoutADatabaseIsNamed() {
        assertEquals(
                List.of("t.toml:2:1: history.user: goes with url, the database that it is for: set both, or none"),
                Given.problems("[history]\nuser = \"nexus\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://nexus:s3cret@db/nexus",
                "jdbc:postgresql://db/nexus?password=s3cret",
                "jdbc:postgresql://db/nexus?ssl=true&sslPassword=s3cret",
                "jdbc:mysql://db/nexus?s3cret",
                "postgresql://db/s3cret"
            })
    void aUrlThatHoldsAPasswordOrIsNoneIsRefusedAndNotShown(String url) {
        var problems = Given.problems("[history]\nurl = \"" + url + "\"");

        assertEquals(1, problems.size());
        assertTrue(problems.getFirst().startsWith("t.toml:2:1: history.url: expected a URL like"), problems.getFirst());
        assertFalse(problems.getFirst().contains("s3cret"), problems.getFirst());
    }

    @Test
    void thePasswordIsShownNowhereButItsVariableIs() {
        var config = Given.config(
                "[history]\nurl = \"jdbc:postgresql://db:5432/nexus?sslmode=require\"\npassword_env = \"DB_PASSWORD\"",
                Map.of("DB_PASSWORD", "s3cret"));

        assertFalse(config.toString().contains("s3cret"));
        assertEquals(
                "\"db:5432/nexus\"", config.history().server().orElseThrow().shown());
        assertEquals(
                List.of("DB_PASSWORD"),
                SectionKeys.ALL.stream()
                        .filter(key -> key.name().equals("history.password_env"))
                        .map(key -> key.shown().apply(config))
                        .toList());
    }

    @Test
    void aVariableThatIsNotSetIsNamed() {
        assertEquals(
                List.of("t.toml:3:1: history.password_env: the environment variable DB_PASSWORD is not set"),
                Given.problems("[history]\nurl = \"jdbc:postgresql://db/nexus\"\npassword_env = \"DB_PASSWORD\""));
    }
}
