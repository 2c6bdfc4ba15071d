package nexus.distribution.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageReaderTest {

    @Test
    void findsBlocksWithTheirMarksInOrder() {
        var parts = PageReader.read("""
                # A page

                <!-- scene: fleet -->
                <!-- do: server gpu-1 down
                     await x -->
                <!-- run: exit 1 -->
                <!-- not run (./verify): it runs this -->

                ```sh
                nexus health
                ./verify
                ```

                - in a list:

                  ```text
                  a
                    b
                  ```
                """);

        var marks =
                List.of(new Mark(Mark.Word.RUN, "", "exit 1"), new Mark(Mark.Word.NOT_RUN, "./verify", "it runs this"));
        assertEquals(
                List.of(
                        new Part.NewScene(3, "fleet"),
                        new Part.Hidden(4, "server gpu-1 down\n     await x"),
                        new Part.Block(9, "sh", "nexus health\n./verify\n", marks),
                        new Part.Block(16, "text", "a\n  b\n", List.of())),
                parts);
        var block = (Part.Block) parts.get(2);
        assertEquals(1, block.exitCode());
        assertEquals("nexus health\n", Console.without(block));
    }

    @Test
    void otherCommentsAreOnlyComments() {
        assertEquals(List.of(), PageReader.read("<!-- made by a test -->\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!-- scenes: fleet -->",
                "<!-- not run: -->\n```sh\n```",
                "<!-- file: nexus.toml -->\nwords between\n```toml\n```",
                "<!-- file: nexus.toml -->",
                "```sh\nnexus health",
                "<!-- do: nexus health"
            })
    void whatCantBeMeantIsRefused(String page) {
        assertThrows(AssertionError.class, () -> PageReader.read(page));
    }

    @Test
    void aConsoleIsReadInTurns() {
        var block = new Part.Block(1, "console", """
                $ nexus check \\
                    http://localhost:11434
                type: ollama
                $ true
                """, List.of());

        assertEquals(
                List.of(
                        new Console.Turn("nexus check \\\n    http://localhost:11434", "type: ollama"),
                        new Console.Turn("true", "")),
                Console.turns(block));
        assertTrue(assertThrows(AssertionError.class, () -> Console.turns(new Part.Block(1, "", "output\n", List.of())))
                .getMessage()
                .contains("first line is a command"));
    }
}
