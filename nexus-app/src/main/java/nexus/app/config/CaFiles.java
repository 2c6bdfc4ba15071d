package nexus.app.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Reads the files that `ca_file` names, each one once. Confined to one load.
final class CaFiles {

    private final Path folder;
    private final Problems problems;
    private final Map<Path, Look> looks = new HashMap<>();

    /// What became of reading one.
    private sealed interface Look {
        record Fine(CaFile file) implements Look {}

        record Bad(String trouble) implements Look {}
    }

    CaFiles(Path folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    /// The file, if it can be read and holds certificates.
    Optional<CaFile> checked(String name, Where where) {
        try {
            Path file = folder.resolve(name).normalize();
            switch (looks.computeIfAbsent(file, CaFiles::look)) {
                case Look.Fine(var read) -> {
                    return Optional.of(read);
                }
                case Look.Bad(var trouble) -> problems.add(where, Shown.quoted(file.toString()) + " " + trouble);
            }
        } catch (InvalidPathException e) {
            problems.add(where, Shown.quoted(name) + " is no name of a file");
        }
        return Optional.empty();
    }

    private static Look look(Path file) {
        if (!Files.isRegularFile(file)) {
            return new Look.Bad("is no file");
        }
        try {
            var read = CaFile.read(file);
            return read.certificates().isEmpty() ? new Look.Bad("holds no certificate") : new Look.Fine(read);
        } catch (IOException e) {
            return new Look.Bad("can't be read");
        } catch (CertificateException e) {
            return new Look.Bad("holds no certificates in PEM form");
        }
    }
}
