package nexus.distribution;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A stranger's probe: a module of one class.
///
/// @param module the module's name, also its package
/// @param type   the backend type that it provides
record ProbeJar(String module, String type) {

    private static final String OUR_QUESTION = "nexus.spi.Question.get(\"/x\", answer -> nexus.spi.Reading.ready())";

    private static final String ANOTHER_SPIS_QUESTION = "nexus.spi.Question.of(nexus.spi.Verb.HEAD)";

    /// Compiled against the SPI's jar and nothing else, its question is `GET /x`.
    Path into(Path mods, Path work) throws IOException {
        return write(mods, work, Packaged.spiJar(), OUR_QUESTION);
    }

    /// Compiled against an SPI of another age, whose questions have a verb.
    Path ofAnotherSpiInto(Path mods, Path work) throws IOException {
        var spi = ModuleJar.write(
                work.resolve("another-spi.jar"),
                work,
                Map.of(
                        "module-info.java",
                        "module nexus.spi { exports nexus.spi; }",
                        "Verb.java",
                        "package nexus.spi; public enum Verb { HEAD }",
                        "Question.java",
                        "package nexus.spi; public final class Question {"
                                + " public static Question of(Verb verb) { return null; } }",
                        "BackendProbe.java",
                        "package nexus.spi; public interface BackendProbe {"
                                + " String type(); Question question(); }"),
                List.of());
        return write(mods, work, spi, ANOTHER_SPIS_QUESTION);
    }

    private Path write(Path mods, Path work, Path spi, String question) throws IOException {
        var sources = Map.of("module-info.java", """
                        module %s {
                            requires nexus.spi;
                            provides nexus.spi.BackendProbe with %s.TheProbe;
                        }
                        """.formatted(module, module), "TheProbe.java", """
                        package %s;
                        public final class TheProbe implements nexus.spi.BackendProbe {
                            private static final nexus.spi.Question QUESTION = %s;
                            public String type() { return "%s"; }
                            public nexus.spi.Question question() { return QUESTION; }
                        }
                        """.formatted(
                        module, question, type));
        return ModuleJar.write(mods.resolve(module + "-1.2.3.jar"), work, sources, List.of(spi));
    }
}
