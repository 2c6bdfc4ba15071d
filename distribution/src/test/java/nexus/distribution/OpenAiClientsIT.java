package nexus.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// OpenAI's own client libraries, with the two programs in `docs/integrations/`.
class OpenAiClientsIT {

    private static final String EXPECTED = """
            Qwen/Qwen3-8B vllm
            tiny vllm
            one: Qwen/Qwen3-8B
            """;

    @TempDir
    Path folder;

    @Test
    void theOneForPythonListsTheModels() throws Exception {
        var python = Tool.installed("python3", "python3-venv");
        Path venv = kept("python");
        Path complete = venv.resolve("complete");
        if (!Files.exists(complete)) {
            Tool.prepare(folder, List.of(python, "-m", "venv", venv.toString()));
            Tool.prepare(
                    folder,
                    List.of(
                            venv.resolve("bin/pip").toString(),
                            "install",
                            "-q",
                            "--only-binary",
                            ":all:",
                            "openai==3.57.0"));
            Files.createFile(complete);
        }
        try (var fleet = SmallFleet.start(folder, "")) {
            assertEquals(
                    EXPECTED,
                    Tool.output(
                            folder,
                            List.of(
                                    venv.resolve("bin/python").toString(),
                                    Tool.DOCS.resolve("openai_models.py").toString(),
                                    fleet.url())));
        }
    }

    @Test
    void theOneForJavaScriptListsTheModels() throws Exception {
        var node = Tool.installed("node", "nodejs");
        Path modules = kept("javascript");
        if (!Files.exists(modules.resolve("node_modules/openai"))) {
            Tool.prepare(
                    modules,
                    List.of(
                            Tool.installed("npm", "npm"),
                            "install",
                            "--silent",
                            "--no-audit",
                            "--ignore-scripts",
                            "--prefix",
                            modules.toString(),
                            "openai@7.59.0"));
        }
        // A module is looked for beside the file that wants it.
        Path program = Files.writeString(
                modules.resolve("openai_models.mjs"), Files.readString(Tool.DOCS.resolve("openai_models.mjs")));
        try (var fleet = SmallFleet.start(folder, "")) {
            assertEquals(EXPECTED, Tool.output(folder, List.of(node, program.toString(), fleet.url())));
        }
    }

    /// What was downloaded stays until the next `mvn clean`.
    private static Path kept(String name) throws Exception {
        return Files.createDirectories(Packaged.ROOT.resolve("distribution/target/openai/" + name));
    }
}
