package nexus.app.probes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import nexus.spi.BackendProbe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProbesTest {

    private static final Set<String> OURS =
            Set.of("exo", "generic", "llamacpp", "lmstudio", "ollama", "openai", "vllm");

    @TempDir
    Path folder;

    @Test
    void theSevenTypesAreFound() {
        Probes probes = Probes.load();

        assertEquals(OURS, probes.types());
        assertEquals(List.of(), probes.problems());
        assertEquals("llamacpp", probes.names().get("llama.cpp"));
        assertEquals("llamacpp", probes.names().get("llama-cpp"));
        assertEquals("lmstudio", probes.names().get("lm-studio"));
        assertEquals("vllm", probes.names().get("vllm"));
    }

    @Test
    void aProbeIsFoundByEverySpellingAndIsOneInstance() {
        Probes probes = Probes.load();

        BackendProbe probe = probes.byType("llamacpp").orElseThrow();

        assertEquals(Optional.of(probe), probes.byType("llama.cpp"));
        assertEquals(Optional.empty(), probes.byType("LlamaCpp"));
        assertTrue(probes.list().stream().anyMatch(found -> found.probe() == probe));
    }

    @Test
    void theListIsSortedByType() {
        List<String> types =
                Probes.load().list().stream().map(found -> found.probe().type()).toList();

        assertEquals(types.stream().sorted().toList(), types);
    }

    @Test
    void eachFaultyProviderCostsItselfOnlyAndIsOneLine() throws IOException {
        Probes probes = with(
                "FaultyProbes$BrokenStatic",
                "FaultyProbes$BrokenConstructor",
                "FaultyProbes$ExhaustedConstructor",
                "FaultyProbes$BrokenType",
                "FaultyProbes$UndeclaredType",
                "FaultyProbes$BadType",
                "FaultyProbes$BadAlias",
                "FaultyProbes$NoQuestion",
                "NoSuchClass",
                "FaultyProbes$Good");

        assertTrue(probes.types().containsAll(OURS), "ours stay");
        assertEquals(OURS.size() + 1, probes.types().size(), "of the others only the good one is used");
        assertEquals("good", probes.names().get("go-od"));
        assertEquals(9, probes.problems().size(), () -> String.join("\n", probes.problems()));
        for (String problem : probes.problems()) {
            assertTrue(problem.chars().noneMatch(Character::isISOControl), problem);
        }
        String all = String.join("\n", probes.problems());
        assertTrue(all.contains("BrokenConstructor") && all.contains("IllegalStateException: no licence"), all);
        assertTrue(all.contains("BrokenStatic") && all.contains("NumberFormatException"), all);
        assertTrue(all.contains("NoSuchClass not found"), all);
        assertTrue(all.contains("OutOfMemoryError: tried") && all.contains("IOException: undeclared"), all);
        assertTrue(all.contains("\"Bad Type\"") && all.contains("under_score"), all);
    }

    @Test
    void twoProbesOfOneTypeStopTheStartAndBothAreNamed() {
        var refused = assertThrows(ProbesException.class, () -> with("FaultyProbes$SecondOllama"));

        String message = refused.getMessage();
        assertTrue(message.startsWith("two probes claim the backend type \"ollama\": "), message);
        assertTrue(message.contains("nexus.probe.ollama.") && message.contains("FaultyProbes$SecondOllama"), message);
        assertFalse(message.contains("\n"), message);
    }

    @Test
    void aSpellingCanBeClaimedOnceToo() {
        var refused = assertThrows(ProbesException.class, () -> with("FaultyProbes$AliasThief"));

        assertTrue(refused.getMessage().contains("\"llama.cpp\""), refused.getMessage());
    }

    @Test
    void aFoundProbeTellsWhereItIsFrom() {
        FoundProbe found = Probes.of(new FaultyProbes.Good()).list().getFirst();

        assertEquals(new FoundProbe(found.probe(), "", "", "test-classes"), found);
    }

    /// What the loader finds when a services file names these classes beside Nexus's own.
    private Probes with(String... providers) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        List<String> names = List.of(providers).stream()
                .map(name -> "nexus.app.probes." + name)
                .toList();
        Files.write(services.resolve(BackendProbe.class.getName()), names);
        URL[] urls = {folder.toUri().toURL()};
        try (var loader = new URLClassLoader(urls, getClass().getClassLoader())) {
            return Probes.load(ServiceLoader.load(BackendProbe.class, loader));
        }
    }
}
