package nexus.app.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Optional;
import java.util.Set;
import nexus.app.api.AccessRules.Allowed;
import nexus.app.api.AccessRules.Refused;
import nexus.app.config.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The whole table of who may do what. `L` is a server on loopback, `W` one that listens everywhere, `+T` with a
/// token, `+A` with `allowed_hosts`, `+S` with TLS.
class AccessRulesTest {

    private static final String TOKEN = "correct-horse-battery";

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # server  | method  | Host                | Origin                     | Sec-Fetch-Site | Authorization                | decision
            # reading is open by every name of the server
            L         | GET     | localhost:8000      | -                          | -              | -                            | allowed
            L         | HEAD    | LOCALHOST           | -                          | -              | -                            | allowed
            L         | OPTIONS | localhost.          | http://evil.example        | cross-site     | -                            | allowed
            L         | GET     | a.b.localhost       | -                          | -              | -                            | allowed
            L         | GET     | 127.0.0.1:8000      | -                          | -              | -                            | allowed
            L         | GET     | [::1]:8000          | -                          | -              | -                            | allowed
            L         | GET     | 192.168.1.7         | -                          | -              | -                            | allowed
            L         | GET     | watcher             | -                          | -              | -                            | allowed
            L         | GET     | watcher.local:8000  | -                          | -              | -                            | allowed
            L         | GET     | configured.example  | -                          | -              | -                            | allowed
            L+A       | GET     | NEXUS.example       | -                          | -              | -                            | allowed
            L+T       | GET     | localhost           | http://evil.example        | cross-site     | -                            | allowed
            L+T       | GET     | localhost           | -                          | -              | Bearer wrong                 | allowed
            # a rebound name is not even read for
            L         | GET     | evil.example:8000   | -                          | -              | -                            | host_not_allowed
            L         | GET     | localhost.evil.com  | -                          | -              | -                            | host_not_allowed
            L         | GET     | evillocalhost       | -                          | -              | -                            | host_not_allowed
            L         | GET     | 127.0.0.1.evil.com  | -                          | -              | -                            | host_not_allowed
            L         | GET     | 127.1               | -                          | -              | -                            | host_not_allowed
            L         | GET     | 256.0.0.1           | -                          | -              | -                            | host_not_allowed
            L         | POST    | evil.example:8000   | http://evil.example:8000   | same-origin    | -                            | host_not_allowed
            L+T       | POST    | evil.example        | -                          | -              | Bearer correct-horse-battery | host_not_allowed
            W+A       | GET     | evil.example        | -                          | -              | -                            | host_not_allowed
            W         | GET     | any.example         | -                          | -              | -                            | allowed
            # no Host, two of them, or none that could be one
            L         | GET     | -                   | -                          | -              | -                            | invalid_host
            W         | GET     | -                   | -                          | -              | -                            | invalid_host
            L         | GET     | localhost,localhost | -                          | -              | -                            | invalid_host
            L         | GET     | user@localhost      | -                          | -              | -                            | invalid_host
            L         | GET     | localhost:99999     | -                          | -              | -                            | invalid_host
            L         | GET     | localhost:8a        | -                          | -              | -                            | invalid_host
            L         | GET     | ''                  | -                          | -              | -                            | invalid_host
            L         | GET     | localhost/x         | -                          | -              | -                            | invalid_host
            # local programs change without a token, unless there is one
            L         | POST    | localhost:8000      | -                          | -              | -                            | allowed
            L         | DELETE  | 127.0.0.1:8000      | -                          | none           | -                            | allowed
            L         | POST    | localhost:8000      | -                          | -              | Bearer whatever              | allowed
            L+T       | POST    | localhost           | -                          | -              | -                            | token_needed
            L+T       | POST    | localhost           | -                          | -              | Bearer wrong                 | wrong_token
            L+T       | POST    | localhost           | -                          | -              | Basic correct-horse-battery  | wrong_token
            L+T       | POST    | localhost           | -                          | -              | correct-horse-battery        | wrong_token
            L+T       | POST    | localhost           | -                          | -              | Bearer                       | wrong_token
            L+T       | POST    | localhost           | -                          | -              | Bearer correct-horse-batter  | wrong_token
            L+T       | POST    | localhost           | -                          | -              | Bearer correct-horse-battery | allowed
            L+T       | DELETE  | localhost           | -                          | -              | bearer correct-horse-battery | allowed
            L+T       | TRACE   | localhost           | -                          | -              | -                            | token_needed
            L+T       | get     | localhost           | -                          | -              | -                            | token_needed
            L+T       | PROPFIND| localhost           | -                          | -              | -                            | token_needed
            # beyond loopback nothing changes without one
            W         | POST    | any.example         | -                          | -              | -                            | read_only
            W         | POST    | 127.0.0.1           | -                          | -              | Bearer whatever              | read_only
            W+T       | POST    | any.example         | -                          | -              | -                            | token_needed
            W+T       | POST    | any.example         | -                          | -              | Bearer wrong                 | wrong_token
            W+T       | POST    | any.example         | -                          | -              | Bearer correct-horse-battery | allowed
            # no page of another origin, token or not
            L         | POST    | localhost:8000      | http://localhost:8000      | same-origin    | -                            | allowed
            L         | POST    | localhost           | http://localhost:80        | -              | -                            | allowed
            L+S       | POST    | localhost           | https://localhost          | same-origin    | -                            | allowed
            L+S       | POST    | localhost           | http://localhost           | -              | -                            | foreign_origin
            L         | POST    | localhost:8000      | https://localhost:8000     | -              | -                            | foreign_origin
            L         | POST    | localhost:8000      | http://localhost:3000      | same-site      | -                            | foreign_origin
            L         | POST    | localhost:8000      | http://localhost:3000      | -              | -                            | foreign_origin
            L         | POST    | 127.0.0.1:8000      | http://localhost:8000      | -              | -                            | foreign_origin
            L         | POST    | localhost:8000      | http://evil.example        | cross-site     | -                            | foreign_origin
            L         | POST    | localhost:8000      | null                       | -              | -                            | foreign_origin
            L         | POST    | localhost:8000      | http://localhost:8000/     | -              | -                            | foreign_origin
            L         | POST    | localhost:8000      | http://x@localhost:8000    | -              | -                            | foreign_origin
            L         | POST    | localhost:8000      | file://                    | -              | -                            | foreign_origin
            L         | POST    | localhost:8000      | -                          | cross-site     | -                            | foreign_origin
            L         | POST    | localhost:8000      | -                          | same-site      | -                            | foreign_origin
            L         | POST    | localhost:8000      | -                          | sometime-new   | -                            | foreign_origin
            L         | POST    | localhost:8000      | http://localhost:8000,null | -              | -                            | foreign_origin
            W+T       | POST    | any.example         | http://evil.example        | -              | Bearer correct-horse-battery | foreign_origin
            # a proxy that speaks TLS for this server, under a listed name
            L+A       | POST    | nexus.example       | https://nexus.example      | same-origin    | -                            | allowed
            W+T+A     | POST    | nexus.example       | https://nexus.example      | same-origin    | Bearer correct-horse-battery | allowed
            L+A       | POST    | localhost           | https://localhost          | -              | -                            | foreign_origin
            L+A       | POST    | nexus.example       | https://nexus.example:8443 | -              | -                            | foreign_origin
            """)
    void eachRequestIsAllowedOrRefusedForOneReason(
            String server, String method, String host, String origin, String site, String authorization, String word) {
        // when
        var decision = new AccessRules(access(server))
                .decide(
                        method,
                        Optional.ofNullable(host),
                        Optional.ofNullable(origin),
                        Optional.ofNullable(site),
                        Optional.ofNullable(authorization));

        // then
        assertEquals(
                word,
                switch (decision) {
                    case Allowed _ -> "allowed";
                    case Refused refused -> refused.code();
                });
    }

    @Test
    void aHostThatWasOursAllowsNothingElse() {
        var rules = new AccessRules(access("L"));
        var none = Optional.<String>empty();
        var ours = Optional.of("localhost");
        var foreign = Optional.of("https://evil.example");

        for (int i = 0; i < 2; i++) {
            assertInstanceOf(Allowed.class, rules.decide("GET", ours, none, none, none));
            assertInstanceOf(Refused.class, rules.decide("GET", Optional.of("evil.example"), none, none, none));
            assertInstanceOf(Refused.class, rules.decide("GET", none, none, none, none));
            assertInstanceOf(Refused.class, rules.decide("POST", ours, foreign, none, none));
        }
    }

    private static Access access(String server) {
        return new Access(
                server.startsWith("L"),
                server.contains("+S"),
                "Configured.example",
                server.contains("+A") ? Set.of("Nexus.Example") : Set.of(),
                () -> "watcher",
                server.contains("+T") ? Optional.of(new Secret(TOKEN)) : Optional.empty());
    }
}
