package nexus.app.config;

import java.util.LinkedHashMap;
import java.util.List;

/// The keys of `[server]`, `[discovery]`, `[history]` and `[logging]`.
final class SectionSchemas {

    private static final String HOST = "a host name or an IP address, without a port";

    private SectionSchemas() {}

    static Key server() {
        var keys = new LinkedHashMap<String, Key>();
        keys.put(
                "host",
                Key.usual(
                        new Scalar.Text(HOST, Rules::isHost),
                        "\"127.0.0.1\"",
                        "\"0.0.0.0\"",
                        "address to listen on; \"0.0.0.0\" for all of IPv4, \"::\" for all. Beyond loopback every "
                                + "change needs the token of admin_token_env"));
        keys.put(
                "port",
                Key.usual(
                        new Scalar.Whole(0, 65535),
                        "8000",
                        "9000",
                        "port to listen on; 0 takes a free one. vLLM's default is 8000 too; a backend at Nexus's own address is refused"));
        keys.put(
                "ready_min_healthy",
                Key.usual(
                        new Scalar.Whole(0, 1_000_000),
                        "1",
                        "2",
                        "how many healthy backends /health/ready needs to answer 200"));
        keys.put(
                "admin_token_env",
                Key.unset(
                        Forms.VARIABLE,
                        "only programs on this machine may",
                        "\"NEXUS_ADMIN_TOKEN\"",
                        "the variable that holds the token (at least 16 characters) for changes to the fleet. "
                                + "Without one only programs on this machine may change it, and nobody while host is "
                                + "beyond loopback"));
        keys.put(
                "allowed_hosts",
                Key.usual(
                        new Scalar.Texts(HOST, Rules::isHost),
                        "[]",
                        "[\"nexus.example.com\"]",
                        "names by which browsers and clients may call this server, besides its address and localhost. "
                                + "Other names in a Host header are answered with 421: on loopback always, beyond it "
                                + "once this list has a name"));
        keys.put(
                "tls_cert_file",
                Key.unset(
                        Forms.PEM,
                        "plain HTTP",
                        "\"server.pem\"",
                        "with tls_key_file: the server speaks HTTPS with this certificate. The server's own first, then "
                                + "the intermediates; relative to the configuration file"));
        keys.put(
                "tls_key_file",
                Key.unset(
                        Forms.PEM,
                        "plain HTTP",
                        "\"server.key\"",
                        "the certificate's private key. PKCS#8, without a passphrase; relative to the configuration "
                                + "file"));
        keys.put(
                "state_file",
                Key.unset(
                        Forms.FILE,
                        "beside the configuration file, named after it: nexus.state.toml",
                        "\"/var/lib/nexus/state.toml\"",
                        "where changes at run time are kept. What 'nexus backends add', remove and drain changed is read "
                                + "from it at the next start; relative to the configuration file"));
        keys.put(
                "reload_on_change",
                Key.usual(
                        Forms.SWITCH,
                        "false",
                        "true",
                        "true: a changed file is reloaded automatically. Within about two seconds; otherwise SIGHUP and "
                                + "'nexus reload' do it"));
        return Key.section(
                Schema.section(keys), "where Nexus listens, who may change the fleet, where changes are kept");
    }

    static Key discovery() {
        var keys = new LinkedHashMap<String, Key>();
        keys.put(
                "enabled",
                Key.usual(
                        Forms.SWITCH,
                        "false",
                        "true",
                        "true: servers that announce themselves on the local network (mDNS) are checked as long as they do"));
        keys.put(
                "networks",
                Key.usual(
                        new Scalar.Texts("an address range like \"10.0.0.0/24\"", Rules::isNetwork),
                        "[]",
                        "[\"10.0.0.0/24\"]",
                        "private ranges that 'nexus discover --network' scans. 'nexus serve' scans none of them"));
        return Key.section(Schema.section(keys), "servers that Nexus finds by itself");
    }

    static Key history() {
        var keys = new LinkedHashMap<String, Key>();
        keys.put(
                "enabled",
                Key.usual(
                        Forms.SWITCH,
                        "true",
                        "false",
                        "false: no history is kept, and events are lost when the process ends"));
        keys.put(
                "file",
                Key.unset(
                        Forms.FILE,
                        "beside the configuration file, named after it: nexus.history.db",
                        "\"/var/lib/nexus/history.db\"",
                        "where the history is kept. SQLite; relative to the configuration file; not together with url"));
        keys.put(
                "url",
                Key.unset(
                        new Scalar.Hidden(Rules.DATABASE_URL, Rules::isDatabaseUrl),
                        "a file",
                        "\"jdbc:postgresql://db.example.com/nexus\"",
                        "keeps the history in PostgreSQL instead"));
        keys.put(
                "user",
                Key.unset(
                        new Scalar.Text("the name of a user", text -> !text.isBlank()),
                        "the database's own default",
                        "\"nexus\"",
                        "the user of the database in url"));
        keys.put(
                "password_env",
                Key.unset(
                        Forms.VARIABLE,
                        "no password",
                        "\"NEXUS_DB_PASSWORD\"",
                        "the variable that holds this user's password. It must be set and not empty"));
        keys.put(
                "max_events",
                Key.usual(
                        new Scalar.Whole(1000, 100_000_000),
                        "1000000",
                        "50000",
                        "how many events are kept; the oldest are deleted first"));
        return Key.section(Schema.section(keys), "what history is kept, and where");
    }

    static Key logging() {
        var keys = new LinkedHashMap<String, Key>();
        keys.put(
                "level",
                Key.usual(
                        new Scalar.Word(List.of("trace", "debug", "info", "warn", "error", "off")),
                        "\"info\"",
                        "\"debug\"",
                        "the lowest level that is logged"));
        keys.put(
                "format",
                Key.usual(
                        new Scalar.Word(List.of("pretty", "json")),
                        "\"pretty\"",
                        "\"json\"",
                        "\"json\": one object per line"));
        return Key.section(Schema.section(keys), "the log, on standard error");
    }
}
