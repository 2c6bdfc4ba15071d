package nexus.app.api;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;
import nexus.app.config.Problem;
import nexus.app.operate.OperateException;

/// An error with the problems behind it, each with its place, beside OpenAI's shape: `"problems":[...]`.
final class ProblemJson {

    private ProblemJson() {}

    static byte[] of(OperateException e, String type, String code) {
        return Json.bytes(out -> {
            out.writeStartObject();
            ErrorJson.write(out, String.valueOf(e.getMessage()), type, Optional.empty(), code);
            if (!e.problems().isEmpty()) {
                out.writeArrayFieldStart("problems");
                for (var problem : e.problems()) {
                    write(out, problem);
                }
                out.writeEndArray();
            }
            out.writeEndObject();
        });
    }

    private static void write(JsonGenerator out, Problem problem) throws IOException {
        String position = problem.line() == 0 ? "" : ":" + problem.line() + ":" + problem.column();
        out.writeStartObject();
        out.writeStringField("at", problem.origin() + position);
        out.writeStringField("key", problem.key());
        out.writeStringField("message", problem.message());
        out.writeEndObject();
    }
}
