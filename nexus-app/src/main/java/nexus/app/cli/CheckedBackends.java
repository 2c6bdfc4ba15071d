package nexus.app.cli;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import nexus.app.explain.Explanation;
import nexus.app.explain.ExplanationJson;
import nexus.app.log.Printable;
import nexus.app.registry.CheckResult;

/// Prints checked backends one after another: as text, or all as one JSON document at the end.
final class CheckedBackends {

    private final Terminal terminal;
    private final boolean json;
    private final List<String> documents = new ArrayList<>();

    CheckedBackends(Terminal terminal, boolean json) {
        this.terminal = terminal;
        this.json = json;
    }

    void add(Explanation explanation, CheckResult result) {
        String document = document(explanation);
        if (json) {
            documents.add(document);
            return;
        }
        terminal.print(CheckText.of(read(document), result, Page.Paper.of(terminal)));
        terminal.out().flush();
    }

    /// @param one whether a single backend was asked for: it stands alone then, not in a list
    void end(boolean one) {
        if (json) {
            terminal.println(
                    one
                            ? documents.getFirst()
                            : "{\"object\":\"list\",\"data\":[" + String.join(",", documents) + "]}");
        }
    }

    /// The JSON of an explanation, harmless for terminals.
    static String document(Explanation explanation) {
        var text = new StringWriter();
        try (var out = new JsonFactory().createGenerator(text)) {
            ExplanationJson.write(out, explanation);
        } catch (IOException e) {
            throw new UncheckedIOException("a string takes every document", e);
        }
        return Printable.text(text.toString());
    }

    static Json read(String document) {
        return Json.read(document.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }
}
