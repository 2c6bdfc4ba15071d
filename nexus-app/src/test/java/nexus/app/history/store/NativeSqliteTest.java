package nexus.app.history.store;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class NativeSqliteTest {

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatWasUnpackedIsGoneOnceItIsLoadedAndStillUsed() throws Exception {
        NativeSqlite.load();

        assertFalse(Files.exists(Path.of(System.getProperty("org.sqlite.tmpdir"))));
        var session = Session.writing(new SqliteMemory());
        session.run(Numbers.LAST::get);
        session.close();
    }
}
