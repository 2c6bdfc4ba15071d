package nexus.app.faults;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import nexus.app.exchange.OneServer.Script;

/// What hand-written servers do to a connection. Texts stand for bytes: a character each, see [#utf8].
final class Scripts {

    static final String LIST = "{\"object\":\"list\",\"data\":[{\"id\":\"m\",\"object\":\"model\"}]}";
    static final String TAGS = "{\"models\":[{\"name\":\"qwen3:8b\",\"model\":\"qwen3:8b\","
            + "\"modified_at\":\"2026-08-01T10:00:00.5+02:00\",\"size\":5225388164,"
            + "\"digest\":\"500a1f067a9f782620b40bee6f7b0c89e17ae61f686b92c24933e4ca4b2b8b41\","
            + "\"details\":{\"parent_model\":\"\",\"format\":\"gguf\",\"family\":\"qwen3\",\"families\":[\"qwen3\"]}}]}";
    static final String VLLM = "{\"object\":\"list\",\"data\":[{\"id\":\"m\",\"owned_by\":\"vllm\"}]}";

    /// Answers every question with a list of one model, as long as there are questions.
    static final Script FINE = forEver(json(LIST));

    private Scripts() {}

    /// One question, these bytes, the end.
    static Script says(String answer) {
        return talk -> {
            talk.heard();
            talk.say(answer);
        };
    }

    /// One question, these bytes, and then nothing, the connection staying open.
    static Script saysAndHangs(String answer) {
        return talk -> {
            talk.heard();
            talk.say(answer);
            talk.hang();
        };
    }

    /// One question, these bytes, then others again and again without a pause.
    static Script floods(String start, String more) {
        return talk -> {
            talk.heard();
            talk.say(start);
            while (talk.end().getCount() > 0) {
                talk.say(more);
            }
        };
    }

    /// One question, these bytes, then others a little at a time.
    static Script drips(String start, String drop) {
        return talk -> {
            talk.heard();
            talk.say(start);
            while (!talk.end().await(20, TimeUnit.MILLISECONDS)) {
                talk.say(drop);
            }
        };
    }

    static Script forEver(String answer) {
        return talk -> {
            while (!talk.heard().isEmpty()) {
                talk.say(answer);
            }
        };
    }

    /// A server with an answer for each of some paths, and another for the rest.
    static Script routes(Map<String, String> answers, String otherwise) {
        return talk -> {
            for (String request = talk.heard(); !request.isEmpty(); request = talk.heard()) {
                talk.say(answers.getOrDefault(request.split(" ")[1], otherwise));
            }
        };
    }

    static String json(String body) {
        return answer("200 OK", "application/json", body);
    }

    static String answer(String status, String contentType, String body) {
        return head(status, "Content-Type: " + contentType, "Content-Length: " + body.length()) + body;
    }

    static String head(String status, String... headers) {
        var head = new StringBuilder("HTTP/1.1 ").append(status).append("\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return head.append("\r\n").toString();
    }

    /// The bytes of a text in UTF-8, a character each.
    static String utf8(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
