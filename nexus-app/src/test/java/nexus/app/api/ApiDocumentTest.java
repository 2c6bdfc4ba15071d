package nexus.app.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nexus.app.events.Happening;
import nexus.app.history.Period;
import nexus.app.history.Resolution;
import org.junit.jupiter.api.Test;

/// The description of the API, held against the program. What the answers look like is held by [Documented], with
/// every answer that a test gets.
class ApiDocumentTest {

    private final JsonNode document = ApiDocument.of("0.1.0");

    @Test
    void everyRouteIsDescribedAndNothingElse() {
        assertEquals(registered(), described());
    }

    @Test
    void thePageNamesEveryRoute() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "api.md")).replaceAll("\\{[a-z]+}", "{}");
        var missing = EveryPath.all().stream()
                .map(ApiDocumentTest::unnamed)
                .filter(path -> !page.contains(path + "`") && !page.contains(path + ".svg`"))
                .filter(path -> !isInASharedRow(path, page))
                .filter(path -> !isRefused(path))
                .toList();

        assertEquals(List.of(), missing);
    }

    /// `POST .../drain`, `undrain`, `restore`.
    private static boolean isInASharedRow(String path, String page) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        return page.lines()
                .filter(line -> line.startsWith("| `") && line.contains(" .../"))
                .anyMatch(row -> row.contains("`" + last + "`") || row.contains(".../" + last + "`"));
    }

    /// What runs a model is not for Nexus to answer: all such paths are one row.
    private boolean isRefused(String path) {
        return document.get("paths").properties().stream()
                .anyMatch(known ->
                        unnamed(known.getKey()).equals(path) && known.getValue().has("$ref"));
    }

    @Test
    void everyExampleIsWhatItsSchemaSays() {
        var closed = Schemas.closed(document);
        var schemas = new Schemas(closed);
        int[] examples = {0};

        everyObject(closed, node -> {
            if (node.has("example") && node.has("schema")) {
                examples[0]++;
                assertEquals("", schemas.problems(node.get("schema"), node.get("example")), node::toString);
            }
        });

        assertTrue(examples[0] > 30, "examples: " + examples[0]);
    }

    @Test
    void aKeyThatIsNotDescribedIsSeen() {
        var schemas = new Schemas(Schemas.closed(document));
        var readiness = document.at("/components/schemas/Readiness");
        var example = document.at("/paths/~1health~1ready/get/responses/200/content/application~1json/example");

        assertEquals("", schemas.problems(Schemas.closed(readiness), example));
        ObjectNode more = example.deepCopy();
        assertNotEquals("", schemas.problems(Schemas.closed(readiness), more.put("more", 1)));
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        everyObject(document, node -> {
            if (node.has("$ref")) {
                String to = node.get("$ref").textValue();
                assertTrue(document.at(to.substring(1)).isObject(), to);
            }
        });
    }

    @Test
    void everyOperationHasANameOfItsOwn() {
        var names = new ArrayList<String>();
        everyObject(document, node -> {
            if (node.has("operationId")) {
                names.add(node.get("operationId").textValue());
            }
        });

        assertEquals(names.size(), new HashSet<>(names).size(), names.toString());
        assertTrue(names.size() > 15, names.toString());
    }

    @Test
    void wordsThatTheProgramKnowsAreThoseThatAreDescribed() {
        assertEquals(
                Arrays.stream(EntryField.values()).map(EntryField::key).toList(),
                texts("/components/parameters/fields/schema/items/enum"));
        String history = "/paths/~1v1~1backends~1{name}~1history/get/parameters/";
        assertEquals(Arrays.stream(Period.values()).map(Period::text).toList(), texts(history + "1/schema/enum"));
        assertEquals(
                Stream.concat(Arrays.stream(Resolution.values()).map(Resolution::text), Stream.of("auto"))
                        .toList(),
                texts(history + "4/schema/enum"));
        assertEquals(Happening.TYPES, texts("/paths/~1v1~1events/get/parameters/1/schema/items/enum"));
    }

    @Test
    void aClientThatHasTheDocumentIsToldSo() throws Exception {
        try (var served = Served.with(Fleets.mixed())) {
            var first = served.get("/openapi.json");
            String tag = first.headers().firstValue("ETag").orElseThrow();
            String again = "GET /openapi.json HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nIf-None-Match: ";

            assertEquals(document, new ObjectMapper().readTree(first.body()));
            assertEquals("no-cache", first.headers().firstValue("Cache-Control").orElseThrow());
            for (String known : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
                String answer = served.raw(again + known + "\r\n\r\n");
                assertTrue(answer.startsWith("HTTP/1.1 304 ") && answer.endsWith("\r\n\r\n"), answer);
                assertTrue(answer.contains("\r\nETag: " + tag + "\r\n"), answer);
            }
            assertTrue(served.raw(again + "\"other\"\r\n\r\n").startsWith("HTTP/1.1 200 "));
        }
    }

    private static Set<String> registered() {
        return EveryPath.methods().entrySet().stream()
                .flatMap(path -> Arrays.stream(path.getValue().split(", "))
                        .filter(method -> !method.equals("HEAD"))
                        .map(method -> method + " " + unnamed(path.getKey())))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> described() {
        var operations = new TreeSet<String>();
        document.get("paths").properties().forEach(path -> {
            var item = path.getValue();
            var methods =
                    item.has("$ref") ? document.at(item.get("$ref").textValue().substring(1)) : item;
            methods.fieldNames().forEachRemaining(method -> {
                if (!method.equals("parameters")) {
                    operations.add(method.toUpperCase(Locale.ROOT) + " " + unnamed(path.getKey()));
                }
            });
        });
        return operations;
    }

    /// `/v1/models/*` and `/v1/models/{id}` are the same.
    private static String unnamed(String path) {
        return path.replaceAll("\\{[a-z]+}|[*]", "{}");
    }

    private List<String> texts(String pointer) {
        return document.at(pointer).valueStream().map(JsonNode::textValue).toList();
    }

    private static void everyObject(JsonNode node, Consumer<JsonNode> seen) {
        if (node.isObject()) {
            seen.accept(node);
        }
        node.forEach(child -> everyObject(child, seen));
    }
}
