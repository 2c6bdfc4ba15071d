package nexus.app.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The schemas of an OpenAPI document. Thread-safe.
final class Schemas {

    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final SchemaValidatorsConfig CONFIG =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private final JsonNode components;
    private final Map<JsonNode, JsonSchema> compiled = new ConcurrentHashMap<>();

    Schemas(JsonNode document) {
        this.components = document.get("components");
    }

    /// A copy in which no object may have a key that is not described.
    static JsonNode closed(JsonNode document) {
        var copy = document.deepCopy();
        close(copy);
        return copy;
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode schema && schema.path("properties").isObject()) {
            schema.putIfAbsent("additionalProperties", schema.booleanNode(false));
        }
        node.forEach(Schemas::close);
    }

    /// What is wrong with a value; empty if it is what the schema says.
    String problems(JsonNode schema, JsonNode value) {
        var problems = compiled.computeIfAbsent(schema, this::compile).validate(value);
        return problems.isEmpty() ? "" : problems.toString();
    }

    /// What a schema refers to lies in the document's components.
    private JsonSchema compile(JsonNode schema) {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", components);
        return FACTORY.getSchema(whole, CONFIG);
    }
}
