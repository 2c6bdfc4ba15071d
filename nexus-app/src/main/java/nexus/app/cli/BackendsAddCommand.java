package nexus.app.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import nexus.app.cli.ApiRequest.Content;
import nexus.app.log.Printable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "add",
        description = "Adds a backend to the running Nexus. It stays, also after a restart, without the configuration "
                + "file being touched. Without --type Nexus finds out what the server is.",
        footer = {"", "Example:  nexus backends add http://gpu-3:8001 --type vllm --label room=4.12"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:added",
            "2:refused: invalid, the name is taken, or the type is not clear",
            "3:no Nexus answers"
        })
final class BackendsAddCommand implements Callable<Integer> {

    /// Finding out a type takes some requests to a server that may be slow.
    private static final int MILLIS = 30_000;

    private final Terminal terminal;

    @Parameters(paramLabel = "URL", description = "The backend's address: http://gpu-1:8001.")
    private String url = "";

    @Option(names = "--type", paramLabel = "T", description = "Its type, as 'nexus probes' lists them.")
    private Optional<String> type = Optional.empty();

    @Option(names = "--name", paramLabel = "N", description = "Its name. Without it: one of type, host and port.")
    private Optional<String> name = Optional.empty();

    @Option(names = "--priority", paramLabel = "P", description = "Smaller goes first; without it: 50.")
    private Optional<Integer> priority = Optional.empty();

    @Option(
            names = "--api-key-env",
            paramLabel = "V",
            description = "The variable, in the environment of the running Nexus, that holds the API key. Needs "
                    + "admin_token_env in [server].")
    private Optional<String> apiKeyEnv = Optional.empty();

    @Option(names = "--label", paramLabel = "K=V", description = "A label; can be given several times.")
    private Map<String, String> labels = new LinkedHashMap<>();

    @Mixin
    private ServerOption server = new ServerOption();

    BackendsAddCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var request = ApiRequest.post("/v1/backends", new Content("application/json", document()));
        var entry = server.client(terminal)
                .order(request.patient(MILLIS), NamedBackend::isEntry)
                .json();
        terminal.println(Printable.text(
                "added " + entry.text("name") + "  " + entry.text("url") + " (" + entry.text("type") + ")"));
        if (entry.has("recognised")) {
            terminal.println(Printable.text("  type found out: " + entry.text("recognised")));
        }
        terminal.print(NamedBackend.notes(entry));
        return ExitCode.OK;
    }

    private byte[] document() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new JsonFactory().createGenerator(bytes)) {
            write(out);
        } catch (IOException e) {
            throw new UncheckedIOException("a byte array takes every document", e);
        }
        return bytes.toByteArray();
    }

    private void write(JsonGenerator out) throws IOException {
        out.writeStartObject();
        if (name.isPresent()) {
            out.writeStringField("name", name.get());
        }
        out.writeStringField("url", url);
        if (type.isPresent()) {
            out.writeStringField("type", type.get());
        }
        if (priority.isPresent()) {
            out.writeNumberField("priority", priority.get());
        }
        if (apiKeyEnv.isPresent()) {
            out.writeStringField("api_key_env", apiKeyEnv.get());
        }
        if (!labels.isEmpty()) {
            out.writeObjectFieldStart("labels");
            for (var label : labels.entrySet()) {
                out.writeStringField(label.getKey(), label.getValue());
            }
            out.writeEndObject();
        }
        out.writeEndObject();
    }
}
