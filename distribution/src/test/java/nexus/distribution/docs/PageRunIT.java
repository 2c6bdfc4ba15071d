package nexus.distribution.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is not true on a page, or not said of a block, is found.
@EnabledOnOs(value = OS.LINUX, disabledReason = "so is DocsIT")
class PageRunIT {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ```java;class A {};```                                  | what to do with java is not said
            ```text;an output;```                                   | what printed this is not said
            ```sh;nexus --version;```;words;```text;nexus one;```   | shown is:  nexus one
            ```sh;nexus healthy;```                                 | exit code 2, not 0
            <!-- run: exit 1 -->;```sh;true;```                     | exit code 0, not 1
            ```console;$ nexus --version;nexus one;```              | shown is:  nexus one
            <!-- shown: echo two -->;```text;one;```                | shown is:  one
            <!-- do: false -->                                      | exit code 1, not 0
            <!-- scene: nowhere -->                                 | no scene is called nowhere
            ```toml;[server];prot = 1;```                           | server.prot: unknown key
            ```toml;[[notify]];name = "a";shape = "b";```           | notify[0].shape
            <!-- file: secret.txt -->;```text;one;```               | told of no file secret.txt
            <!-- not run (nexus x): why -->;```sh;true;```          | no line begins with "nexus x"
            <!-- not run: why -->;```json;{;```                     | not JSON
            <!-- shown: echo {} -->;```json;{"a":1};```             | shown only: [.a: number]""")
    void whatIsNotTrueIsFound(String page, String said) throws Exception {
        var result = run(page);

        assertEquals(1, result.wrong().size(), result.wrong().toString());
        assertTrue(result.wrong().getFirst().contains(said), result.wrong().toString());
    }

    @Test
    void whatIsTrueIsLeftAlone() throws Exception {
        var result = run("```sh;./nexus --version;```;```text;nexus 0.0.0;```"
                + ";`a.toml`:;<!-- file: a.toml -->;```toml;[server];port = 8000;```"
                + ";```console;$ nexus config check -c a.toml;a.toml: fine (backends: 0);```"
                + ";<!-- not run: a reason -->;```java;class A {};```");

        assertEquals(List.of(), result.wrong());
        assertEquals(4, result.run());
        assertEquals(List.of("page:18: a reason"), result.notRun());
    }

    private PageRun.Result run(String page) throws Exception {
        return new PageRun("page", page.replace(';', '\n'), folder, folder.resolve("cache")).call();
    }
}
