package nexus.app.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Looks at the files that `ca_file` names, each one once. Confined to one load.
final class CaFiles {

    private final Path folder;
    private final Problems problems;
    private final Map<Path, String> troubles = new HashMap<>();

    CaFiles(Path folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    /// The file, if it can be read and holds certificates.
    Optional<Path> checked(String name, Where where) {
        try {
            Path file = folder.resolve(name).normalize();
            String trouble = troubles.computeIfAbsent(file, CaFiles::trouble);
            if (trouble.isEmpty()) {
                return Optional.of(file);
            }
            problems.add(where, Shown.quoted(file.toString()) + " " + trouble);
        } catch (InvalidPathException e) {
            problems.add(where, Shown.quoted(name) + " is no name of a file");
        }
        return Optional.empty();
    }

    private static String trouble(Path file) {
        if (!Files.isRegularFile(file)) {
            return "is no file";
        }
        try (InputStream bytes = Files.newInputStream(file)) {
            boolean none = CertificateFactory.getInstance("X.509")
                    .generateCertificates(bytes)
                    .isEmpty();
            return none ? "holds no certificate" : "";
        } catch (IOException e) {
            return "can't be read";
        } catch (CertificateException e) {
            return "holds no certificates in PEM form";
        }
    }
}
