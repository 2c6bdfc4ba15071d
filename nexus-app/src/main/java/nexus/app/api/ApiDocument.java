package nexus.app.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// The description of the API as an OpenAPI 3.1 document, made of the parts in the folder `openapi` beside this class.
///
/// A part is the document of one subject: its paths, and what they are made of. What any operation may be answered
/// with, whatever it does, stands once in `answers.json` and is written into each of them here.
final class ApiDocument {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ANSWERS = "answers";
    private static final List<String> PARTS = List.of(
            "nexus",
            "health",
            "models",
            "backends",
            "backend-schemas",
            "explain",
            "history",
            "history-schemas",
            "events",
            "event-schemas",
            "operate",
            "operate-schemas",
            "config",
            "notify",
            "self",
            "page",
            "not-routed");

    private ApiDocument() {}

    /// @param version of Nexus
    static ObjectNode of(String version) {
        var document = JSON.createObjectNode();
        PARTS.forEach(part -> merge(document, part(part)));
        ((ObjectNode) document.get("info")).put("version", version);
        var answers = part(ANSWERS);
        merge(document, JSON.createObjectNode().set("components", answers.get("components")));
        addAnswers(document.get("paths"), answers);
        addAnswers(document.at("/components/pathItems"), answers);
        return document;
    }

    /// In the fewest bytes.
    static byte[] bytes(String version) {
        try {
            return JSON.writeValueAsBytes(of(version));
        } catch (IOException e) {
            throw new UncheckedIOException("a byte array takes every document", e);
        }
    }

    private static ObjectNode part(String name) {
        try (var in = ApiDocument.class.getResourceAsStream("openapi/" + name + ".json")) {
            return (ObjectNode) JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("openapi/" + name + ".json belongs to the program", e);
        }
    }

    private static void merge(ObjectNode document, JsonNode part) {
        for (var member : part.properties()) {
            var present = document.get(member.getKey());
            if (present == null) {
                document.set(member.getKey(), member.getValue());
            } else if (present instanceof ObjectNode object && member.getValue().isObject()) {
                merge(object, member.getValue());
            } else {
                throw new IllegalStateException("two parts of the API's description say " + member.getKey());
            }
        }
    }

    private static void addAnswers(JsonNode pathItems, JsonNode answers) {
        for (var pathItem : pathItems) {
            for (var operation : pathItem) {
                if (operation.get("responses") instanceof ObjectNode responses) {
                    addMissing(responses, answers.get("every operation"));
                    if (operation.has("security")) {
                        addMissing(responses, answers.get("operations with a token"));
                    }
                }
            }
        }
    }

    private static void addMissing(ObjectNode responses, JsonNode more) {
        more.properties().forEach(answer -> responses.putIfAbsent(answer.getKey(), answer.getValue()));
    }
}
