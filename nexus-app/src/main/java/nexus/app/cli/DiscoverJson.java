package nexus.app.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import nexus.app.discover.Find;
import nexus.app.discover.FoundToml;
import nexus.app.discover.Survey;

/// What `nexus discover --json` prints.
final class DiscoverJson {

    private DiscoverJson() {}

    static String of(Survey survey) {
        var text = new StringWriter();
        try (var out = new JsonFactory().createGenerator(text)) {
            out.useDefaultPrettyPrinter();
            write(out, survey);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Json.harmless(text.toString());
    }

    private static void write(JsonGenerator out, Survey survey) throws IOException {
        out.writeStartObject();
        out.writeArrayFieldStart("servers");
        for (var server : survey.servers()) {
            server(out, server);
        }
        out.writeEndArray();
        out.writeArrayFieldStart("not_recognised");
        for (var stranger : survey.strangers()) {
            out.writeStartObject();
            out.writeStringField("url", stranger.url().toString());
            out.writeStringField("reason", stranger.reason());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeArrayFieldStart("nexus");
        for (var nexus : survey.nexuses()) {
            out.writeString(nexus.url().toString());
        }
        out.writeEndArray();
        out.writeNumberField("asked", survey.asked());
        out.writeNumberField("places", survey.places());
        out.writeStringField("toml", FoundToml.of(survey.servers()));
        out.writeEndObject();
    }

    private static void server(JsonGenerator out, Find.Server server) throws IOException {
        out.writeStartObject();
        out.writeStringField("name", server.name());
        out.writeStringField("type", server.type());
        out.writeStringField("url", server.url().toString());
        out.writeStringField("how", server.how());
        out.writeStringField("health", server.health());
        out.writeArrayFieldStart("models");
        for (String model : server.models()) {
            out.writeString(model);
        }
        out.writeEndArray();
        out.writeEndObject();
    }
}
