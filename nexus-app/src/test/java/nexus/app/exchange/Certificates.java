package nexus.app.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// Makes keys and certificates with the JDK's own keytool, so that none in the repository can expire.
public final class Certificates {

    private static final String PASSWORD = "changeit";

    private final Path store;

    public Certificates(Path folder) {
        store = folder.resolve("keys.p12");
    }

    /// Makes one.
    ///
    /// @param options for keytool: `-ext SAN=ip:127.0.0.1`
    public Certificates with(String alias, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                alias,
                "-dname",
                "CN=" + alias,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException(output);
        }
        return this;
    }

    /// A context for a server that shows this certificate and those behind it.
    public SSLContext server(String alias) throws GeneralSecurityException, IOException {
        KeyStore all = load();
        KeyStore one = KeyStore.getInstance("PKCS12");
        one.load(null, null);
        char[] password = PASSWORD.toCharArray();
        one.setKeyEntry(alias, all.getKey(alias, password), password, all.getCertificateChain(alias));
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(one, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    /// A context for a client that trusts this certificate alone.
    public SSLContext client(String alias) throws GeneralSecurityException, IOException {
        KeyStore one = KeyStore.getInstance("PKCS12");
        one.load(null, null);
        one.setCertificateEntry(alias, load().getCertificate(alias));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(one);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    /// Writes a certificate as a PEM file.
    public Path pem(String alias) throws GeneralSecurityException, IOException {
        return write(alias + ".pem", "CERTIFICATE", load().getCertificate(alias).getEncoded());
    }

    /// Writes its private key as a PEM file in PKCS#8 form.
    public Path key(String alias) throws GeneralSecurityException, IOException {
        return write(
                alias + "-key.pem",
                "PRIVATE KEY",
                load().getKey(alias, PASSWORD.toCharArray()).getEncoded());
    }

    private Path write(String file, String label, byte[] bytes) throws IOException {
        String text = "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder().encodeToString(bytes) + "\n-----END " + label + "-----\n";
        return Files.writeString(store.resolveSibling(file), text);
    }

    private KeyStore load() throws GeneralSecurityException, IOException {
        KeyStore all = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            all.load(in, PASSWORD.toCharArray());
        }
        return all;
    }
}
