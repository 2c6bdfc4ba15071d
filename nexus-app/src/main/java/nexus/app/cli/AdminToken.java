package nexus.app.cli;

import java.util.Map;
import java.util.Optional;
import nexus.app.config.Secret;

/// The word that lets a command change something on a server that asks for it.
final class AdminToken {

    private static final String VARIABLE = "NEXUS_ADMIN_TOKEN";

    private AdminToken() {}

    /// From the variable that a configuration file names, else from `NEXUS_ADMIN_TOKEN`; an empty one is none.
    ///
    /// @param named what `[server] admin_token_env` says
    static Optional<Secret> of(Optional<String> named, Map<String, String> env) {
        return named.flatMap(variable -> set(variable, env)).or(() -> set(VARIABLE, env));
    }

    private static Optional<Secret> set(String variable, Map<String, String> env) {
        return Optional.ofNullable(env.get(variable))
                .filter(value -> !value.isBlank())
                .map(String::strip)
                .map(value -> new Secret(usable(variable, value)));
    }

    private static String usable(String variable, String value) {
        if (!value.matches("[!-~]+")) {
            throw CommandFailure.usage(variable + " is no token: one is made of visible ASCII, without spaces");
        }
        return value;
    }
}
