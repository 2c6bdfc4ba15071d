package nexus.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import nexus.app.ChildProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real process that does nothing but write is killed as by `kill -9` at random moments. What it had confirmed is
/// there afterwards, and the file is whole.
class StateFileCrashTest {

    private static final int ROUNDS = System.getenv("NEXUS_TEST_LONG") == null ? 20 : 500;
    private static final int STARTING = 2;
    /// Some hundred writes.
    private static final int LONGEST_NANOS = 100_000_000;

    @TempDir
    Path folder;

    @Test
    void whateverMomentTheProcessIsKilledAtNothingConfirmedIsLost() throws Exception {
        var random = new Random(5);
        Path path = folder.resolve("nexus.state.toml");
        // They start while others are being killed: most of a round is a JVM's start.
        var ready = new ArrayDeque<Process>();
        for (int i = 0; i < STARTING; i++) {
            ready.add(ChildProcess.start(StateFileCrashTest.class, Redirect.INHERIT, path.toString()));
        }
        for (int round = 0; round < ROUNDS; round++) {
            Process child = ready.remove();
            child.getOutputStream().write('\n');
            child.getOutputStream().flush();
            ready.add(ChildProcess.start(StateFileCrashTest.class, Redirect.INHERIT, path.toString()));
            BufferedReader said = child.inputReader();
            int confirmed = Integer.parseInt(said.readLine());

            LockSupport.parkNanos(random.nextInt(LONGEST_NANOS));
            // SIGKILL. By its handle: the process's own method would throw away what it said last.
            child.toHandle().destroyForcibly();
            child.waitFor();

            confirmed = Math.max(confirmed, last(said));
            int stored = number(new StateFile(path).read());
            // The last write may have come through, without a word of it having been said.
            assertTrue(stored == confirmed || stored == confirmed + 1, stored + " stored, " + confirmed + " confirmed");
        }
        for (Process rest : ready) {
            rest.destroyForcibly().waitFor();
        }
    }

    /// The last line that is whole.
    private static int last(BufferedReader said) throws IOException {
        int last = 0;
        var rest = new StringBuilder();
        for (int c = said.read(); c >= 0; c = said.read()) {
            if (c == '\n') {
                last = Integer.parseInt(rest.toString());
                rest.setLength(0);
            } else {
                rest.append((char) c);
            }
        }
        return last;
    }

    /// Which write this was; it is whole.
    private static int number(RuntimeChanges changes) {
        int number = Integer.parseInt(changes.drained().iterator().next().substring(1));
        assertEquals(changes(number), changes);
        return number;
    }

    /// Grows and shrinks, so that a file of two writes would be seen.
    private static RuntimeChanges changes(int number) {
        var changes = RuntimeChanges.NONE.withDrained("n" + number);
        for (int i = 0; i < number % 17; i++) {
            changes = changes.withAdded(BackendEntry.of("added-" + number + "-" + i, "http://gpu-" + i, "vllm")
                    .with("labels", Map.of("number", String.valueOf(number))));
        }
        return changes;
    }

    /// The child: waits for its turn, then writes until it is killed, and says each write once it is confirmed.
    public static void main(String[] args) throws Exception {
        StateText.read("warm-up", StateText.of(changes(3)));
        if (System.in.read() < 0) {
            return;
        }
        var file = new StateFile(Path.of(args[0]));
        RuntimeChanges found = file.read();
        int number = found.equals(RuntimeChanges.NONE) ? 0 : number(found);
        while (true) {
            number++;
            file.write(changes(number));
            System.out.println(number);
        }
    }
}
