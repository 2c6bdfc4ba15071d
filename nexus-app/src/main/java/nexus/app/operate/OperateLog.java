package nexus.app.operate;

import java.util.Optional;
import nexus.app.config.BackendChange;
import nexus.app.config.BackendConfig;
import nexus.app.config.Problem;
import nexus.app.config.RuntimeChanges;
import nexus.app.config.StateFile;
import nexus.app.log.Log;

/// One line for each operation that was done, and the reasons of a reload that was not.
final class OperateLog {

    private static final Log LOG = Log.of("operate");

    private OperateLog() {}

    static void started(RuntimeChanges changes, Optional<StateFile> file) {
        int count = changes.added().size()
                + changes.removed().size()
                + changes.drained().size();
        if (count > 0) {
            LOG.info(
                    "run-time changes are in force",
                    "added",
                    changes.added().size(),
                    "removed",
                    changes.removed().size(),
                    "drained",
                    changes.drained().size(),
                    "file",
                    file.map(state -> state.path().toString()).orElse(""));
        }
    }

    static void added(BackendConfig backend) {
        LOG.info(
                "backend added",
                "backend_id",
                backend.name(),
                "url",
                backend.url().toString(),
                "type",
                Log.word(backend.type()));
    }

    /// @param event what happened to it: `backend removed`
    static void done(String event, String name) {
        LOG.info(event, "backend_id", name);
    }

    static void reloaded(Reload reload, int fleet) {
        long fresh = reload.count(BackendChange.Added.class);
        long gone = reload.count(BackendChange.Removed.class);
        long restarted = reload.count(BackendChange.Restarted.class);
        LOG.info(
                "configuration reloaded",
                "added",
                fresh,
                "removed",
                gone,
                "restarted",
                restarted,
                "changed",
                reload.backends().size() - fresh - gone - restarted,
                "unchanged",
                fleet - reload.backends().size() + gone);
        reload.restartNeeded()
                .forEach(key -> LOG.warn(
                        "a changed setting waits for a restart",
                        "key",
                        key.key(),
                        "before",
                        Log.word(key.before()),
                        "after",
                        Log.word(key.after())));
        reload.notes().forEach(note -> LOG.warn(note));
    }

    static void notReloaded(OperateException why) {
        LOG.warn("the configuration was not reloaded, nothing changed", "problem", String.valueOf(why.getMessage()));
        why.problems().forEach(OperateLog::problem);
    }

    private static void problem(Problem problem) {
        LOG.warn("configuration problem", "problem", problem.toString());
    }

    static void discovered(long added, long removed) {
        LOG.info("discovered backends changed", "added", added, "removed", removed);
    }
}
