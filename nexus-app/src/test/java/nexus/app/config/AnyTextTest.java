package nexus.app.config;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Whatever the text, it gives a configuration or a [ConfigException]: nothing else is thrown.
class AnyTextTest {

    private static final int RUNS = 1500;
    private static final String[] PIECES = {
        "[",
        "]",
        "[[",
        "]]",
        "{",
        "}",
        "=",
        ".",
        ",",
        "\"",
        "'",
        "\"\"\"",
        "\n",
        " ",
        "#",
        "\\u0000",
        "\u0000",
        "\uD800",
        "server",
        "backends",
        "health_check",
        "logging",
        "labels",
        "headers",
        "tls",
        "name",
        "url",
        "type",
        "port",
        "interval_seconds",
        "ca_file",
        "\"http://h\"",
        "\"env:X\"",
        "\"vllm\"",
        "1",
        "-1",
        "1e9",
        "nan",
        "true",
        "0x1F",
        "2020-01-01",
        "[[backends]]\n",
        "[server]\n",
        "name = \"a\"\n",
        "url = \"http://h\"\n",
        "type = \"vllm\"\n"
    };

    private int configs;
    private int refused;

    @Test
    void randomPiecesOfConfigurations() {
        var random = new Random(20261124);
        for (int run = 0; run < RUNS; run++) {
            var text = new StringBuilder();
            IntStream.range(0, random.nextInt(25)).forEach(_ -> text.append(PIECES[random.nextInt(PIECES.length)]));
            load(text.toString());
        }
        assertTrue(configs > 0 && refused > 0, configs + " configurations, " + refused + " refused");
    }

    @Test
    void theExampleWithRandomDamage() {
        var random = new Random(20261125);
        String example = ConfigTemplate.text();
        for (int run = 0; run < 150; run++) {
            var text = new StringBuilder(example);
            for (int i = 0; i <= random.nextInt(4); i++) {
                int at = random.nextInt(text.length());
                text.replace(
                        at, Math.min(text.length(), at + random.nextInt(6)), PIECES[random.nextInt(PIECES.length)]);
            }
            load(text.toString());
        }
        assertTrue(configs > 0 && refused > 0, configs + " configurations, " + refused + " refused");
    }

    @Test
    void randomCharacters() {
        var random = new Random(20261126);
        for (int run = 0; run < RUNS; run++) {
            var text = new StringBuilder();
            random.ints(random.nextInt(60), 0, run % 2 == 0 ? 128 : 0x10000).forEach(c -> text.append((char) c));
            load(text.toString());
        }
        assertTrue(refused > RUNS / 2, refused + " refused");
    }

    private void load(String text) {
        try {
            Samples.parsed("t.toml", text, Overrides.NONE, Map.of(), Given.TYPES);
            configs++;
        } catch (ConfigException e) {
            refused++;
            assertFalse(e.problems().isEmpty());
            e.problems()
                    .forEach(problem -> assertTrue(
                            problem.toString().chars().noneMatch(Character::isISOControl), problem.toString()));
        }
    }
}
