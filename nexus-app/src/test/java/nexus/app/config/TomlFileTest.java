package nexus.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A file that is read in parts says the same as one that is read whole.
class TomlFileTest {

    private static final String TWO = """
            [server]
            port = 9000
            [[backends]]
            name = "a"
            url = "http://a"
            type = "vllm"
            [backends.labels]
            room = "1"
            [[ backends ]]  # the second
            name = "b"
            url = "http://b"
            type = "vllm"
            tls = { insecure = true }
            [logging]
            level = "warn"
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                TWO,
                TWO + "[[backends]]\nname = \"c\"\nurl = \"http://c\"\ntype = \"vllm\"\n",
                TWO + "[server]\nport = 1",
                TWO + "[backends.tls]\ninsecure = true",
                TWO + "[[\"backends\"]]\nname = \"c\"",
                TWO + "[backends]\nname = \"c\"",
                "backends = []\n" + TWO,
                "backends = [{ name = 'x' }, 5]",
                TWO + "[[backends]]\nname = \"a\"\nurl = 5\nzzz = 1\n[[backends]]",
                TWO + "[[backends]]\nname = \"\"\"\n[[backends]]\nurl = ''\n\"\"\"\nurl = '''\n[[backends]]'''",
                TWO + "[[backends]]\nlabels = [\n[[backends]]\n]\n",
                TWO + "[[backends]]\nname = \"a\\\"\" # [[\nurl = '\\'\n[[backends]]\nname = \"d\"",
                TWO + "[[backends]]\nname = \"unclosed\n[[backends]]\nname = 'b",
                TWO + "[[backends]]\nname = = 1\n[[backends]]\nurl = !\n",
                TWO + "[[backends]]\r\nname = \"a\"\r\n[[backends]]\r\nname = 1\r\n",
                "x = \"[[backends]]\"\n\t[[backends]]\nname = '''a'''",
                "\uFEFF[[backends]]\nname = 1\n[[backends]]\nname = 2\n",
                "[[backends]]\n[[backends]]\n[[backends]]",
                "[server.x]\n[[backends]]\n[x]\ny = 1\n[[backends]]\nname = 1"
            })
    void cutIntoPartsAFileIsTheSame(String text) {
        assertEquals(read(text, Integer.MAX_VALUE), read(text, -1));
    }

    @Test
    void soIsAnyMixOfLines() {
        List<String> lines = List.of(
                "[[backends]]",
                "[[backends]] # x",
                "[server]",
                "[backends.labels]",
                "[[x]]",
                "name = \"n\"",
                "name = 'm'",
                "a = \"\"\"",
                "\"\"\"",
                "'''",
                "b = [",
                "]",
                "# \"",
                "port = 1",
                "url = \"http://x\"",
                "[",
                "{",
                "\"",
                "");
        var random = new Random(5);
        for (int i = 0; i < 3000; i++) {
            String text = IntStream.range(0, 1 + random.nextInt(9))
                    .mapToObj(_ -> lines.get(random.nextInt(lines.size())))
                    .collect(Collectors.joining("\n"));
            String whole = read(text, Integer.MAX_VALUE);
            String cut = read(text, -1);
            // What a broken text is told may differ after the first break, never whether it is broken.
            boolean broken = whole.contains("not valid TOML");
            assertEquals(broken ? "broken" : whole, cut.contains("not valid TOML") ? "broken" : cut, text);
        }
    }

    @Test
    void theLinesOfALargeFileAreItsOwn() {
        String text = many(3000) + "[[backends]]\nname = \"last\"\nurl = 1\ntype = \"vllm\"\n";

        assertEquals(
                List.of("t.toml:12003:1: backends[3000].url: expected a URL like \"http://gpu-1:8001\", found 1"),
                Given.problems(text));
        assertEquals(
                "t.toml:11998",
                Given.config(many(3000)).origins().of("a2999", "name").text());
    }

    @Test
    void moreThanFiftyThousandBackendsAreRefused() {
        assertEquals(
                List.of("t.toml:1:1: backends: expected at most 50000 backends, found 50001"),
                Given.problems("[[backends]]\n".repeat(50_001)));
    }

    @Test
    void aTextThatNoPartOfMayBeForgottenHasAnEnd() {
        assertTrue(Given.problems("[x]\n" + "y = 1 # a comment\n".repeat(20_000))
                .getFirst()
                .contains("holds more than 262144 characters beside plain [[backends]] entries"));
    }

    static String many(int backends) {
        return IntStream.range(0, backends)
                .mapToObj(i -> Given.BACKEND.replace("\"a\"", "\"a" + i + "\""))
                .collect(Collectors.joining());
    }

    private static String read(String text, int whole) {
        var inputs = Inputs.of("t.toml", Map.of(), Given.TYPES);
        try {
            var config = ConfigLoader.load(inputs, TomlFile.parse("t.toml", text, whole, 1), Overrides.NONE);
            return config + " " + config.origins().of("b", "name");
        } catch (ConfigException e) {
            return e.getMessage();
        }
    }
}
