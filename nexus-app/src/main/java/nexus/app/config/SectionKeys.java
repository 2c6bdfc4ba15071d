package nexus.app.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// The keys of the sections, and the receivers as one, as a plan compares them, and which of them a reload applies. A
/// new key belongs into
/// this table; a test compares it with the [Schema].
final class SectionKeys {

    /// @param atOnce whether a reload applies it; else it waits for a restart
    /// @param value  compared by `equals`
    /// @param shown  that value, printable and without secrets
    record Key(String name, boolean atOnce, Function<NexusConfig, Object> value, Function<NexusConfig, String> shown) {

        Stream<SectionChange> change(NexusConfig old, NexusConfig now) {
            return value.apply(old).equals(value.apply(now))
                    ? Stream.empty()
                    : Stream.of(new SectionChange(KeyChange.of(name, shown.apply(old), shown.apply(now)), atOnce));
        }
    }

    static final List<Key> ALL = List.of(
            afterRestart("server.host", config -> config.server().host()),
            afterRestart("server.port", config -> config.server().port()),
            atOnce("server.ready_min_healthy", config -> config.server().readyMinHealthy()),
            new Key("server.admin_token_env", true, config -> config.server().adminToken(), SectionKeys::token),
            atOnce("server.allowed_hosts", config -> config.server().allowedHosts()),
            afterRestart("server.tls_cert_file", config -> config.server().tls().map(ServerConfig.Tls::certFile)),
            afterRestart("server.tls_key_file", config -> config.server().tls().map(ServerConfig.Tls::keyFile)),
            afterRestart("server.state_file", config -> config.server().stateFile()),
            afterRestart("server.reload_on_change", config -> config.server().reloadOnChange()),
            afterRestart("health_check.enabled", config -> config.healthCheck().enabled()),
            atOnce("health_check.interval_seconds", config -> timing(config).interval()),
            atOnce("health_check.timeout_seconds", config -> timing(config).timeout()),
            atOnce(
                    "health_check.failure_threshold",
                    config -> config.healthCheck().failureThreshold()),
            atOnce(
                    "health_check.recovery_threshold",
                    config -> config.healthCheck().recoveryThreshold()),
            atOnce(
                    "health_check.startup_interval_seconds",
                    config -> timing(config).startup()),
            atOnce(
                    "health_check.transition_interval_seconds",
                    config -> Defaults.of(config).transition()),
            atOnce(
                    "health_check.down_interval_seconds",
                    config -> Defaults.of(config).down()),
            afterRestart(
                    "health_check.max_body_bytes",
                    config -> config.healthCheck().maxBodyBytes()),
            atOnce("health_check.on_parse_error", config -> config.healthCheck().onParseError()),
            afterRestart("discovery.enabled", config -> config.discovery().enabled()),
            afterRestart("discovery.networks", config -> config.discovery().networks()),
            afterRestart("history.enabled", config -> config.history().enabled()),
            afterRestart("history.file", config -> config.history().file()),
            afterRestart("history.url", config -> config.history().server().map(HistoryConfig.Server::url)),
            afterRestart("history.user", config -> config.history().server().flatMap(HistoryConfig.Server::user)),
            new Key("history.password_env", false, SectionKeys::password, SectionKeys::passwordVariable),
            afterRestart("history.max_events", config -> config.history().maxEvents()),
            atOnce("logging.level", config -> config.logging().level()),
            afterRestart("logging.format", config -> config.logging().format()),
            new Key(TomlFile.RECEIVERS, true, NexusConfig::receivers, SectionKeys::receivers));

    private SectionKeys() {}

    /// Whether a reload applies this key.
    static boolean isAtOnce(String name) {
        return ALL.stream().anyMatch(key -> key.name().equals(name) && key.atOnce());
    }

    private static Key atOnce(String name, Function<NexusConfig, Object> value) {
        return new Key(name, true, value, value.andThen(SectionKeys::shown));
    }

    private static Key afterRestart(String name, Function<NexusConfig, Object> value) {
        return new Key(name, false, value, value.andThen(SectionKeys::shown));
    }

    private static Timing timing(NexusConfig config) {
        return config.healthCheck().timing();
    }

    private static String token(NexusConfig config) {
        return config.server()
                .adminToken()
                .map(token -> Rules.shownVariable(token.variable()))
                .orElse(KeyChange.UNSET);
    }

    private static Optional<HistoryConfig.Password> password(NexusConfig config) {
        return config.history().server().flatMap(HistoryConfig.Server::password);
    }

    private static String passwordVariable(NexusConfig config) {
        return password(config)
                .map(password -> Rules.shownVariable(password.variable()))
                .orElse(KeyChange.UNSET);
    }

    /// By their names alone: the rest may be secret.
    private static String receivers(NexusConfig config) {
        return config.receivers().stream().map(ReceiverConfig::name).toList().toString();
    }

    /// As the file writes it, but without quotes around a single word.
    static String shown(Object value) {
        return switch (value) {
            case Optional<?> optional -> optional.map(SectionKeys::shown).orElse(KeyChange.UNSET);
            case Duration time -> Sections.seconds(time);
            case Enum<?> word -> word.name().toLowerCase(Locale.ROOT);
            case Path file -> Shown.quoted(file.toString());
            case List<?> list -> Shown.sentence(list.toString());
            default -> Shown.line(value.toString());
        };
    }
}
