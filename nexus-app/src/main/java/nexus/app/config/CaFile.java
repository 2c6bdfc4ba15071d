package nexus.app.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Objects;

/// The authorities that a file held when it was read. They belong to the configuration, the file is only where they
/// came from: what is written to it later counts from the next load on, and is then a change like any other.
///
/// @param certificates in the file's order
public record CaFile(Path path, List<Certificate> certificates) {

    public CaFile {
        Objects.requireNonNull(path, "path");
        certificates = List.copyOf(certificates);
    }

    /// Reads a PEM file as it is now.
    ///
    /// @throws CertificateException if it is none
    public static CaFile read(Path path) throws IOException, CertificateException {
        try (InputStream bytes = Files.newInputStream(path)) {
            return new CaFile(
                    path, List.copyOf(CertificateFactory.getInstance("X.509").generateCertificates(bytes)));
        }
    }

    /// The path alone: certificates fill pages.
    @Override
    public String toString() {
        return path.toString();
    }
}
