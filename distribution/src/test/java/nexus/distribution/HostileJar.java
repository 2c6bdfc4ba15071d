package nexus.distribution;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A plugin of several probes, each of which does something else when it is to read Ollama's list.
final class HostileJar {

    private HostileJar() {}

    /// @param module  its name, also its package
    /// @param readers by type, the code of the body of `Reading read(Answer answer)`
    static void write(Path jar, Path work, String module, Map<String, String> readers) throws IOException {
        var sources = new HashMap<String, String>();
        readers.forEach((type, code) -> sources.put(name(type) + ".java", probe(module, type, code)));
        sources.put("Tools.java", tools(module));
        sources.put("module-info.java", """
                module %s {
                    requires nexus.spi;
                    provides nexus.spi.BackendProbe with %s;
                }
                """.formatted(
                module,
                readers.keySet().stream().map(type -> module + "." + name(type)).collect(Collectors.joining(", "))));
        ModuleJar.write(jar, work, sources, List.of(Packaged.spiJar()));
    }

    private static String name(String type) {
        return "Reads" + type;
    }

    private static String probe(String module, String type, String code) {
        return """
                package %s;
                import nexus.spi.*;
                public final class %s extends Tools implements BackendProbe {
                    public String type() { return "%s"; }
                    public Question question() { return Question.get("/api/tags", %s::read); }
                    private static Reading read(Answer answer) { %s }
                }
                """.formatted(module, name(type), type, name(type), code);
    }

    /// What a body may call.
    private static String tools(String module) {
        return """
                package %s;
                import nexus.spi.*;
                class Tools {
                    static Reading endless(Answer answer) {
                        return answer.status() > 0 ? endless(answer) : Reading.ready();
                    }
                    static Reading ready(Object whatever) { return Reading.ready(); }
                    static void park(long millis) {
                        long end = System.nanoTime() + millis * 1_000_000;
                        while (System.nanoTime() < end) {
                            Thread.interrupted(); // hears nothing
                            java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
                        }
                    }
                    static RuntimeException undeclared(Throwable thrown) { return Tools.<RuntimeException>as(thrown); }
                    @SuppressWarnings("unchecked")
                    private static <T extends Throwable> T as(Throwable thrown) throws T { throw (T) thrown; }
                }
                """.formatted(module);
    }
}
