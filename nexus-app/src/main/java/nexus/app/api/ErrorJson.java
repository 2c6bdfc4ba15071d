package nexus.app.api;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;

/// The one shape of every error, OpenAI's: `{"error":{"message","type","param","code"}}`.
final class ErrorJson {

    private ErrorJson() {}

    /// @param param the parameter at fault; `null` in JSON when there is none
    /// @param code  a word for programs: `model_not_found`
    static byte[] of(String message, String type, Optional<String> param, String code) {
        return Json.bytes(out -> {
            out.writeStartObject();
            write(out, message, type, param, code);
            out.writeEndObject();
        });
    }

    /// The member `error` alone, for documents that say more.
    static void write(JsonGenerator out, String message, String type, Optional<String> param, String code)
            throws IOException {
        out.writeObjectFieldStart("error");
        out.writeStringField("message", message);
        out.writeStringField("type", type);
        if (param.isPresent()) {
            out.writeStringField("param", param.get());
        } else {
            out.writeNullField("param");
        }
        out.writeStringField("code", code);
        out.writeEndObject();
    }
}
