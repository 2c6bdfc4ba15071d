package nexus.app.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A command that serves, run in this process on a thread of its own until it is closed.
final class Served implements AutoCloseable {

    final Lines out = new Lines();
    final Lines err = new Lines();
    private final CompletableFuture<Integer> code = new CompletableFuture<>();
    private final Thread thread;

    private Served(List<String> args) {
        thread = Thread.ofPlatform()
                .start(() ->
                        code.complete(Main.run(args.toArray(String[]::new), out.stream(), err.stream(), Map.of())));
    }

    static Served nexus(String... args) {
        return new Served(List.of(args));
    }

    /// Ends it as its caller would, and gives its exit code.
    int end() {
        thread.interrupt();
        return code.orTimeout(30, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        end();
    }
}
