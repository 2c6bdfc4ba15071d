package measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A process of this run, pinned to one core, and ended with this one whatever happens: its number stands in the
/// file `pids`, which `bench/run` goes through at its end.
final class Child implements AutoCloseable {
    /// The core that the fleet and this program share.
    static final int FLEET_CORE = 0;

    /// The core that a checker has for itself, where there are two.
    static final int CHECKER_CORE = Integer.getInteger("cores", 1) > 1 ? 1 : 0;

    private final Process process;

    private Child(Process process) {
        this.process = process;
    }

    /// Standard output stays open for the caller to read; standard error goes to `LOG.err`.
    static Child start(Path work, String log, int core, List<String> command) throws IOException {
        var pinned = new ArrayList<String>(List.of("taskset", "-c", "" + core));
        pinned.addAll(command);
        Process process = new ProcessBuilder(pinned)
                .redirectError(work.resolve(log + ".err").toFile())
                .start();
        Files.writeString(
                work.resolve("pids"), process.pid() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process)));
        return new Child(process);
    }

    Process process() {
        return process;
    }

    /// The program itself, also if a start script stays before it.
    long pid() {
        return process.descendants()
                .filter(p -> p.info().command().orElse("").endsWith("/java"))
                .map(ProcessHandle::pid)
                .findFirst()
                .orElse(process.pid());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        end(process);
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(3, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
        }
    }
}
