package nexus.app.boot;

import nexus.app.log.Logging;

/// Closes the program when the process is told to end (SIGTERM, SIGINT; SIGHUP where [HangUp] has not taken it), and
/// then ends the process, though
/// a part may hang: at most 600 ms for the parts and 200 ms for the last log lines.
final class ProcessEnd {

    private static final long CLOSE_MILLIS = 600;

    private final Thread hook;

    private ProcessEnd(Thread hook) {
        this.hook = hook;
    }

    static ProcessEnd closes(Nexus nexus) {
        var hook = Thread.ofPlatform().name("nexus-end").unstarted(() -> end(nexus));
        Runtime.getRuntime().addShutdownHook(hook);
        return new ProcessEnd(hook);
    }

    private static void end(Nexus nexus) {
        var closing = Thread.ofPlatform().daemon().name("nexus-close").start(nexus::close);
        try {
            closing.join(CLOSE_MILLIS);
        } catch (InterruptedException _) {
            // Ends all the same.
        }
        Logging.stop();
        // Not exit: other hooks have nothing to do here and could hang. Being told to end is no failure: 0.
        Runtime.getRuntime().halt(0);
    }

    /// Forgets the program: it was closed otherwise.
    void forget() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // The process is ending already: the hook ends it, this thread can do no harm.
        }
    }
}
