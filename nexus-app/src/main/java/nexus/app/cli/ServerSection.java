package nexus.app.cli;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nexus.app.config.ConfigLoader;
import nexus.app.config.ServerConfig;
import nexus.app.log.Printable;

/// Where a configuration file makes Nexus listen. Read by a scan for plain lines of `[server]`: a client
/// command must work where the rest of the file doesn't (its API keys are the server's), and at once, while the
/// whole loader takes longer than the command's own work. Where a spelling needs it the loader is asked.
///
/// @param adminTokenEnv the variable that has the admin token
/// @param tlsCertFile   the certificate that the server shows; with one it speaks `https`
record ServerSection(String host, int port, Optional<String> adminTokenEnv, Optional<Path> tlsCertFile) {

    static final ServerSection DEFAULT = new ServerSection("127.0.0.1", 8000, Optional.empty(), Optional.empty());

    /// What a line-by-line scan can misread: `server.port = 1`, `server = { port = 1 }`, texts of several lines,
    /// escapes in the name of a file.
    private static final Pattern UNUSUAL =
            Pattern.compile("(?m)^\\s*[\"']?server[\"']?\\s*[.=]|\"\"\"|'''|\\[\\s*[\"']server"
                    + "|tls_cert_file\"?\\s*=\\s*\"[^\"\\n]*\\\\");

    private static final Pattern TABLE = Pattern.compile("\\s*\\[+\\s*([^]]*?)\\s*]+\\s*(#.*)?");
    private static final Pattern HOST = Pattern.compile("\\s*\"?host\"?\\s*=\\s*(\"[^\"\\\\]*\"|'[^']*')\\s*(#.*)?");
    private static final Pattern TOKEN =
            Pattern.compile("\\s*\"?admin_token_env\"?\\s*=\\s*(?:\"(\\w+)\"|'(\\w+)')\\s*(#.*)?");
    private static final Pattern CERT =
            Pattern.compile("\\s*\"?tls_cert_file\"?\\s*=\\s*(\"[^\"]*\"|'[^']*')\\s*(#.*)?");
    private static final Pattern PORT = Pattern.compile("\\s*\"?port\"?\\s*=\\s*(\\d{1,5})\\s*(#.*)?");

    /// Reads a file, with what the environment says instead.
    static ServerSection read(Path file, Map<String, String> env) {
        try {
            String toml = Files.readString(file, StandardCharsets.UTF_8);
            if (UNUSUAL.matcher(toml).find()) {
                var server = ConfigLoader.serverOf(file, env);
                return new ServerSection(
                        server.host(),
                        server.port(),
                        server.adminToken().map(ServerConfig.AdminToken::variable),
                        server.tls().map(ServerConfig.Tls::certFile));
            }
            return scan(toml).overridden(env).in(file.toAbsolutePath().resolveSibling(""));
        } catch (NoSuchFileException e) {
            throw CommandFailure.usage(shown(file) + ": no such file");
        } catch (MalformedInputException e) {
            throw CommandFailure.usage(shown(file) + ": not UTF-8");
        } catch (IOException e) {
            throw CommandFailure.usage(shown(file) + ": can't be read");
        }
    }

    static ServerSection scan(String toml) {
        var found = DEFAULT;
        boolean inside = false;
        for (String line : toml.lines().toList()) {
            Matcher table = TABLE.matcher(line);
            if (table.matches()) {
                inside = table.group(1).equals("server");
            } else if (inside) {
                found = found.with(line);
            }
        }
        return found;
    }

    private ServerSection with(String line) {
        Matcher found = HOST.matcher(line);
        if (found.matches()) {
            return new ServerSection(unquoted(found.group(1)), port, adminTokenEnv, tlsCertFile);
        }
        found = TOKEN.matcher(line);
        if (found.matches()) {
            var variable = Optional.of(found.group(1) == null ? found.group(2) : found.group(1));
            return new ServerSection(host, port, variable, tlsCertFile);
        }
        found = CERT.matcher(line);
        if (found.matches()) {
            return new ServerSection(host, port, adminTokenEnv, path(unquoted(found.group(1))));
        }
        found = PORT.matcher(line);
        return found.matches()
                ? new ServerSection(host, Integer.parseInt(found.group(1)), adminTokenEnv, tlsCertFile)
                : this;
    }

    private static String unquoted(String quoted) {
        return quoted.substring(1, quoted.length() - 1);
    }

    private static Optional<Path> path(String name) {
        try {
            return Optional.of(Path.of(name));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /// With what the environment says instead.
    ServerSection overridden(Map<String, String> env) {
        String newHost = env.getOrDefault("NEXUS_SERVER_HOST", "");
        String newPort = env.getOrDefault("NEXUS_SERVER_PORT", "");
        String newToken = env.getOrDefault("NEXUS_SERVER_ADMIN_TOKEN_ENV", "");
        String newCert = env.getOrDefault("NEXUS_SERVER_TLS_CERT_FILE", "");
        return new ServerSection(
                newHost.isEmpty() ? host : newHost,
                newPort.matches("\\d{1,5}") ? Integer.parseInt(newPort) : port,
                newToken.isEmpty() ? adminTokenEnv : Optional.of(newToken),
                newCert.isEmpty() ? tlsCertFile : path(newCert));
    }

    /// With the names of files as they are meant from the configuration's folder.
    private ServerSection in(Path folder) {
        return new ServerSection(host, port, adminTokenEnv, tlsCertFile.map(folder::resolve));
    }

    /// The address to ask: a server that listens everywhere is asked on this machine.
    String url() {
        String asked = switch (host) {
            case "0.0.0.0", "" -> "127.0.0.1";
            case "::" -> "[::1]";
            default -> host.contains(":") ? "[" + host + "]" : host;
        };
        return (tlsCertFile.isPresent() ? "https://" : "http://") + asked + ":" + port;
    }

    private static String shown(Path file) {
        return Printable.text(file.toString());
    }
}
