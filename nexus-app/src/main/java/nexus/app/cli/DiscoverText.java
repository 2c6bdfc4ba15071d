package nexus.app.cli;

import java.util.List;
import nexus.app.cli.Table.Cell;
import nexus.app.discover.Find;
import nexus.app.discover.FoundToml;
import nexus.app.discover.Survey;
import nexus.app.log.Printable;

/// What `nexus discover` says to a person.
final class DiscoverText {

    private static final int MODELS_SHOWN = 3;

    private DiscoverText() {}

    /// @param asked where was looked, in words
    static String of(Survey survey, String asked, Terminal terminal) {
        var text = new StringBuilder();
        if (survey.servers().isEmpty()) {
            text.append("No LLM server found: asked ").append(asked).append(".\n");
        } else {
            text.append(table(survey.servers()).text(terminal));
        }
        survey.strangers().forEach(stranger -> line(text, stranger.url() + " is not recognised: " + stranger.reason()));
        survey.nexuses().forEach(nexus -> line(text, nexus.url() + " is a Nexus, no backend"));
        if (!survey.isComplete()) {
            line(
                    text,
                    "Stopped at the time limit after " + survey.asked() + " of " + survey.places()
                            + " address:port pairs; use --timeout S to allow more.");
        }
        text.append('\n').append(survey.servers().isEmpty() ? advice(survey) : toml(survey));
        return text.toString();
    }

    private static Table table(List<Find.Server> servers) {
        var table = new Table("TYPE", "URL", "MODELS", "KNOWN BY");
        for (var server : servers) {
            boolean healthy = server.health().equals("healthy");
            table.row(
                    Cell.of(server.type()),
                    Cell.of(server.url().toString()),
                    healthy ? Cell.of(models(server.models())) : new Cell(server.health(), Style.BAD),
                    Cell.of(server.how()));
        }
        return table;
    }

    private static String models(List<String> ids) {
        if (ids.isEmpty()) {
            return "none";
        }
        String shown = String.join(", ", ids.subList(0, Math.min(MODELS_SHOWN, ids.size())));
        return ids.size() <= MODELS_SHOWN ? shown : shown + " and " + (ids.size() - MODELS_SHOWN) + " more";
    }

    private static String toml(Survey survey) {
        return "# for nexus.toml; 'nexus config init --discover' writes a whole one\n" + FoundToml.of(survey.servers());
    }

    private static String advice(Survey survey) {
        String known = survey.strangers().isEmpty()
                ? ""
                : "What listens but is not recognised can be tried with 'nexus check URL --type T'.\n";
        return known + "Is the server running, perhaps on another port? Try --port N. On another machine? --network "
                + "192.168.1.0/24 scans\na network of yours, --mdns finds servers that announce themselves.\nNo server yet? "
                + "'nexus demo' shows a fleet of mock servers.\n";
    }

    private static void line(StringBuilder text, String line) {
        text.append(Printable.text(line)).append('\n');
    }
}
