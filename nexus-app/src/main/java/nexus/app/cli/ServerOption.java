package nexus.app.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import nexus.app.log.Printable;
import picocli.CommandLine.Option;

/// Which running server a client command asks: `--url`, else `NEXUS_URL`, else the `[server]` of `-c FILE` or of
/// `./nexus.toml`, else `http://127.0.0.1:8000`.
final class ServerOption {

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Address of the running Nexus, such as http://127.0.0.1:8000. Without it: $NEXUS_URL, "
                    + "else the [server] of the configuration file, else http://127.0.0.1:8000.")
    private Optional<String> url = Optional.empty();

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "Configuration file whose [server] names the address. Without it: ./nexus.toml, if there "
                    + "is one.")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--ca-file",
            paramLabel = "FILE",
            description = "PEM file of certificates to trust for https, besides Java's trust store. Not needed with -c "
                    + "FILE if that file has a tls_cert_file.")
    private Optional<Path> caFile = Optional.empty();

    ApiClient client(Terminal terminal) {
        var env = terminal.env();
        String fromEnv = env.getOrDefault("NEXUS_URL", "");
        if (url.isPresent() || !fromEnv.isEmpty()) {
            String base = url.isPresent() ? base("--url", url.get()) : base("NEXUS_URL", fromEnv);
            // Token and certificate of a file that nobody named belong to another server than the one that was.
            return client(base, file.map(path -> ServerSection.read(path, env)), env);
        }
        var section = serverSection(env);
        return client(section.url(), Optional.of(section), env);
    }

    private ApiClient client(String base, Optional<ServerSection> section, Map<String, String> env) {
        return new ApiClient(
                base,
                AdminToken.of(section.flatMap(ServerSection::adminTokenEnv), env),
                new ServerTrust(caFile, section.flatMap(ServerSection::tlsCertFile)));
    }

    /// The configuration file, where one was named.
    Optional<Path> file() {
        return file;
    }

    private ServerSection serverSection(Map<String, String> env) {
        if (file.isPresent()) {
            return ServerSection.read(file.get(), env);
        }
        return Files.exists(ConfigFile.DEFAULT)
                ? ServerSection.read(ConfigFile.DEFAULT, env)
                : ServerSection.DEFAULT.overridden(env);
    }

    private static String base(String source, String text) {
        try {
            var uri = new URI(text.strip());
            boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (http && uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawQuery() == null) {
                return uri.toString().replaceAll("/+$", "");
            }
        } catch (URISyntaxException e) {
            // Said below, as for every other text that is no address.
        }
        throw CommandFailure.usage(source + " is not an address like http://127.0.0.1:8000: " + shown(text));
    }

    /// What stands before an `@` may be a password, so nothing of such a text is shown.
    private static String shown(String text) {
        return text.contains("@") ? "it has user info (not shown)" : "'" + Printable.text(text) + "'";
    }
}
