package nexus.app.faults;

import static nexus.app.faults.Scripts.VLLM;
import static nexus.app.faults.Scripts.answer;
import static nexus.app.faults.Scripts.head;
import static nexus.app.faults.Scripts.json;
import static nexus.app.faults.Scripts.routes;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import nexus.app.exchange.OneServer.Script;
import nexus.app.exchange.OneServer.Talk;

/// What happens after the deciding answer: it must not hurt, unless the server itself says that it is dead.
final class FollowUps {

    /// HAProxy's own, where no rule names a server for the path.
    private static final String NO_SERVER = answer(
            "503 Service Unavailable",
            "text/html",
            "<html><body><h1>503 Service Unavailable</h1>\nNo server is available to handle this request.\n</body></html>\n");

    static final List<Fault> FAULTS = List.of(
            Fault.of("closed-before-follow-up", "vllm", talk -> {
                talk.heard();
                talk.say(json(VLLM));
            }),
            Fault.of("reset-before-follow-up", "vllm", talk -> {
                if (talk.heard().startsWith("GET /v1/models ")) {
                    talk.say(json(VLLM));
                    talk.heard();
                }
                talk.reset();
            }),
            Fault.of(
                    "answers-twice",
                    "vllm",
                    routes(
                            Map.of("/v1/models", json(VLLM) + answer("503 Service Unavailable", "text/plain", "")),
                            answer("200 OK", "text/plain", ""))),
            Fault.of(
                    "bytes-after-answer",
                    "vllm",
                    routes(Map.of("/v1/models", json(VLLM) + "HTTP/1.1 garbage"), answer("200 OK", "text/plain", ""))),
            Fault.of("follow-up-hangs", "vllm", then(Talk::hang)),
            Fault.of("follow-up-floods", "vllm", then(talk -> {
                talk.say(head("503 Service Unavailable"));
                while (talk.end().getCount() > 0) {
                    talk.say(" ".repeat(1000));
                }
            })),
            Fault.of("follow-up-not-http", "vllm", then(talk -> talk.say("no\r\n"))),
            Fault.of(
                    "follow-up-lies",
                    "ollama",
                    routes(Map.of("/api/tags", json(Scripts.TAGS)), json("{\"models\":[{\"name\":7},[],\"x\"]}"))),
            Fault.of(
                    "engine-dead",
                    "vllm",
                    routes(Map.of("/v1/models", json(VLLM)), answer("503 Service Unavailable", "text/plain", ""))),
            Fault.of(
                    "engine-scaling",
                    "vllm",
                    routes(
                            Map.of("/v1/models", json(VLLM)),
                            answer(
                                    "503 Service Unavailable",
                                    "application/json",
                                    "{\"error\":\"The model is currently scaling. Please try again later.\"}"))),
            Fault.of("health-of-a-proxy", "vllm", routes(Map.of("/v1/models", json(VLLM)), NO_SERVER)),
            Fault.of(
                    "no-list-after-health",
                    "llamacpp",
                    routes(Map.of("/health", json("{\"status\":\"ok\"}")), answer("500 Oops", "text/plain", "oops"))));

    private FollowUps() {}

    /// A list that is fine, and then this instead of the second answer.
    private static Script then(Script second) {
        return talk -> {
            if (talk.heard().startsWith("GET /v1/models ")) {
                talk.say(json(VLLM));
                talk.heard();
            }
            play(second, talk);
        };
    }

    private static void play(Script script, Talk talk) throws IOException, InterruptedException {
        script.play(talk);
    }
}
