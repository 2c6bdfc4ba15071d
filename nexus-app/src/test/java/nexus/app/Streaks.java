package nexus.app;

import java.util.ArrayList;
import java.util.List;

/// Reads a log of one backend as a story: how many results in a row stood before each transition.
final class Streaks {

    private Streaks() {}

    /// `Unknown->Healthy after 2`, one a transition.
    static List<String> of(List<String> log, String backend) {
        var told = new ArrayList<String>();
        int streak = 0;
        boolean good = false;
        for (var line : log) {
            if (!line.contains("backend_id=\"" + backend + "\"")) {
                continue;
            }
            if (line.contains(" health: check result ")) {
                boolean healthy = line.contains(" status=Healthy ");
                streak = healthy == good ? streak + 1 : 1;
                good = healthy;
            }
            if (line.contains(" health: backend status changed ")) {
                told.add(line.replaceFirst(".* old=(\\w+) new=(\\w+)$", "$1->$2") + " after " + streak);
                streak = 0;
            }
        }
        return told;
    }
}
