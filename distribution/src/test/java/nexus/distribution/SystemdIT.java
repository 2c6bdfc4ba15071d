package nexus.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What systemd hears of the packaged program. A socket of the test's own stands in for systemd: build machines have
/// none that runs.
class SystemdIT {

    /// Prints each datagram on a line.
    private static final String LISTENER = """
            import socket, sys
            name = sys.argv[1]
            listener = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
            listener.bind('\\0' + name[1:] if name.startswith('@') else name)
            print('listening', file=sys.stderr)
            while True:
                print(listener.recv(4096).decode().replace('\\n', ' '), file=sys.stderr)
            """;

    @TempDir
    Path folder;

    static Stream<Use> uses() {
        return Stream.of(Use.launcher(Packaged.HOME), Use.singleJar());
    }

    @ParameterizedTest
    @MethodSource("uses")
    void isToldWhenNexusIsReadyReloadsIsWellAndEnds(Use use) throws Exception {
        try (var backend = StandIn.ollama();
                var systemd = listener(folder.resolve("notify").toString())) {
            Path config = backend.configIn(folder, "ollama");
            try (var nexus = Program.start(
                    folder, environment(folder.resolve("notify").toString()), hearing(use.with("serve")))) {
                systemd.await("READY=1 STATUS=unhealthy: 0 of 1 backends are healthy, 0 models");
                systemd.await("WATCHDOG=1");
                systemd.await("STATUS=healthy: 1 of 1 backends are healthy, 1 models");

                Files.writeString(config, Files.readString(config) + "priority = 7\n");
                nexus.hangUp();
                systemd.await("RELOADING=1 MONOTONIC_USEC=");
                systemd.await("READY=1");

                nexus.terminate();
                systemd.await("STOPPING=1");
                var ended = nexus.end();
                assertEquals(0, ended.code(), ended.err());
                assertFalse(ended.err().contains("native"), ended.err());
            }
        }
    }

    @Test
    void aSocketWithoutAFileIsOneToo() throws Exception {
        String name = "@nexus-test-" + ProcessHandle.current().pid();
        try (var backend = StandIn.ollama();
                var systemd = listener(name)) {
            backend.configIn(folder, "ollama");
            try (var _ = Program.start(
                    folder, environment(name), Use.launcher(Packaged.HOME).with("serve"))) {
                systemd.await("READY=1");
            }
        }
    }

    /// Of a build that was started under `nohup` every process inherits that SIGHUP is ignored.
    private static List<String> hearing(List<String> command) {
        return Stream.concat(Stream.of("/usr/bin/env", "--default-signal=HUP"), command.stream())
                .toList();
    }

    private Program listener(String socket) throws Exception {
        var python = Tool.installed("python3", "python3");
        var listener = Tool.start(folder, List.of(python, "-c", LISTENER, socket));
        listener.await("listening");
        return listener;
    }

    private Map<String, String> environment(String socket) throws Exception {
        var environment = new HashMap<>(Use.environment(folder));
        environment.put("NOTIFY_SOCKET", socket);
        environment.put("WATCHDOG_USEC", "200000");
        return environment;
    }
}
