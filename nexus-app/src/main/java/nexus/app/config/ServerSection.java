package nexus.app.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Makes the record of `[server]`, with a look at the files and at the variable that it names. Confined to one load.
///
/// @param server the merged settings
record ServerSection(Settings server, Inputs inputs, Problems problems) {

    private static final int SHORTEST_TOKEN = 16;
    private static final int LARGEST_KEY = 1024 * 1024;

    ServerConfig read() {
        ServerConfig defaults = ServerConfig.DEFAULT;
        return new ServerConfig(
                server.text("host").map(Rules::withoutBrackets).orElse(defaults.host()),
                server.whole("port").orElse(defaults.port()),
                server.whole("ready_min_healthy").orElse(defaults.readyMinHealthy()),
                server.text("admin_token_env").flatMap(this::token),
                allowedHosts(),
                tls(),
                server.text("state_file")
                        .flatMap(name -> path("state_file", name))
                        .flatMap(this::stateFile),
                server.on("reload_on_change").orElse(defaults.reloadOnChange()));
    }

    private Optional<ServerConfig.AdminToken> token(String variable) {
        Where where = server.where("admin_token_env");
        return new Credentials(inputs.env(), problems)
                .variable(variable, where)
                .filter(token -> {
                    if (token.length() < SHORTEST_TOKEN) {
                        problems.add(
                                where,
                                "the environment variable " + Rules.shownVariable(variable)
                                        + " holds a token that is too short: expected at least " + SHORTEST_TOKEN
                                        + " characters, as \"openssl rand -hex 16\" makes them");
                    }
                    return token.length() >= SHORTEST_TOKEN;
                })
                .map(token -> new ServerConfig.AdminToken(variable, new Secret(token)));
    }

    private List<String> allowedHosts() {
        return server.texts("allowed_hosts").orElse(List.of()).stream()
                .map(host -> Rules.withoutBrackets(host).toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    private Optional<ServerConfig.Tls> tls() {
        boolean cert = server.isSet("tls_cert_file");
        boolean key = server.isSet("tls_key_file");
        if (cert != key) {
            problems.add(
                    server.where(cert ? "tls_cert_file" : "tls_key_file"),
                    "tls_cert_file and tls_key_file go together: set both, or none");
            return Optional.empty();
        }
        Optional<Path> certFile = server.text("tls_cert_file")
                .flatMap(name -> new CaFiles(inputs.folder(), problems).checked(name, server.where("tls_cert_file")))
                .map(CaFile::path);
        Optional<Path> keyFile = server.text("tls_key_file")
                .flatMap(name -> path("tls_key_file", name))
                .filter(this::holdsKey);
        return certFile.flatMap(file -> keyFile.map(other -> new ServerConfig.Tls(file, other)));
    }

    private boolean holdsKey(Path file) {
        String trouble = keyTrouble(file);
        if (!trouble.isEmpty()) {
            problems.add(server.where("tls_key_file"), Shown.quoted(file.toString()) + " " + trouble);
        }
        return trouble.isEmpty();
    }

    private static String keyTrouble(Path file) {
        if (!Files.isRegularFile(file)) {
            return "is no file";
        }
        try (var in = Files.newInputStream(file)) {
            var text = new String(in.readNBytes(LARGEST_KEY), StandardCharsets.ISO_8859_1);
            return text.contains("PRIVATE KEY-----") ? "" : "holds no private key in PEM form";
        } catch (IOException e) {
            return "can't be read";
        }
    }

    /// Nexus writes this file: the user's own must not be it.
    private Optional<Path> stateFile(Path file) {
        if (inputs.file()
                .map(own -> own.toAbsolutePath().normalize())
                .filter(file::equals)
                .isPresent()) {
            problems.add(server.where("state_file"), "is the configuration file itself, which Nexus never writes");
            return Optional.empty();
        }
        return Optional.of(file);
    }

    private Optional<Path> path(String key, String name) {
        try {
            return Optional.of(inputs.folder().resolve(name).normalize());
        } catch (InvalidPathException e) {
            problems.add(server.where(key), Shown.quoted(name) + " is no name of a file");
            return Optional.empty();
        }
    }
}
