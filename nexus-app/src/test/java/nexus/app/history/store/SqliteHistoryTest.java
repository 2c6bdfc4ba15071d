package nexus.app.history.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteHistoryTest extends HistoryContract {

    @TempDir
    Path folder;

    @Override
    Database database() {
        // A name that means something in a URL.
        return new SqliteFile(folder.resolve("nexus #1?50%.history.db"), clock);
    }
}
