package nexus.app.cli;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Predicate;
import nexus.app.config.Secret;

/// Asks a running Nexus, or has it do something.
///
/// @param base  the server's address, without a slash at its end
/// @param token the admin token, sent with what changes something; empty: none is known
/// @param trust which certificates are the server's
record ApiClient(String base, Optional<Secret> token, ServerTrust trust) {

    /// How long a plain answer may take; what waits for a backend takes longer.
    static final int TIMEOUT_MILLIS = 5000;

    /// An answer that was recognised as Nexus's own.
    record ApiAnswer(Json json, String body) {}

    /// Asks for a path that is always answered with 200.
    ///
    /// @param ours whether an answer is one of Nexus's
    /// @throws CommandFailure if there is no server, or something else answers
    ApiAnswer ask(String path, Predicate<Json> ours) {
        var answer = answer(new ApiRequest("GET", path, Optional.empty(), TIMEOUT_MILLIS));
        var json = Json.read(answer.body()).filter(ours);
        if (answer.status() != HttpURLConnection.HTTP_OK || json.isEmpty()) {
            throw notNexus(answer.status());
        }
        return new ApiAnswer(json.get(), text(answer.body()));
    }

    /// Has something done.
    ///
    /// @param ours whether an answer of success is one of Nexus's
    /// @throws CommandFailure if there is no server, something else answers, or Nexus says no: then with its words
    ApiAnswer order(ApiRequest request, Predicate<Json> ours) {
        var answer = answer(request);
        var json = Json.read(answer.body());
        if (answer.status() / 100 == 2 && json.filter(ours).isPresent()) {
            return new ApiAnswer(json.get(), text(answer.body()));
        }
        throw Refusal.of(answer.status(), json).orElseGet(() -> notNexus(answer.status()));
    }

    private ApiRequest.Answer answer(ApiRequest request) {
        try {
            return request.send(base, token, trust);
        } catch (IOException e) {
            var certificate = CertificateTrouble.of(base, e);
            if (certificate.isPresent()) {
                throw CommandFailure.unreachable(certificate.get());
            }
            throw CommandFailure.unreachable("no Nexus answers at " + base + " (" + request.why(e)
                    + "): start it with 'nexus serve', or give its address with --url or NEXUS_URL");
        }
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }

    private CommandFailure notNexus(int status) {
        String what = status < 0 ? "no HTTP" : "status " + status;
        String vllm = base.endsWith(":8000") ? "; 8000 is vLLM's default port too" : "";
        return CommandFailure.unreachable("what answers at " + base + " is not Nexus (" + what + vllm
                + "): give Nexus's address with --url or NEXUS_URL");
    }
}
