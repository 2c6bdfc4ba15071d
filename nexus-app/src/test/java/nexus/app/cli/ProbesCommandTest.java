package nexus.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProbesCommandTest {

    @Test
    void everyTypeIsListedWithItsOtherSpellings() {
        var ran = Ran.nexus("probes");

        var rows = ran.out()
                .lines()
                .filter(line -> line.startsWith("│"))
                .map(line -> line.split("│"))
                .map(cells -> (cells[1].strip() + " " + cells[2].strip()).strip())
                .toList();
        assertEquals(0, ran.code());
        assertEquals(
                List.of(
                        "Type Also written",
                        "exo",
                        "generic",
                        "llamacpp llama-cpp, llama.cpp",
                        "lmstudio lm-studio",
                        "ollama",
                        "openai",
                        "vllm"),
                rows);
    }
}
