package nexus.app.discover;

import java.util.List;

/// Servers that were found, as entries of a configuration: valid as they are, to be pasted or written.
public final class FoundToml {

    private FoundToml() {}

    /// One `[[backends]]` a server, with a comment that says how its type is known.
    public static String of(List<Find.Server> servers) {
        var text = new StringBuilder();
        for (var server : servers) {
            text.append(text.isEmpty() ? "" : "\n")
                    .append("[[backends]]")
                    .append(" # ")
                    .append(server.how())
                    .append("\nname = \"")
                    .append(server.name())
                    .append("\"\nurl = \"")
                    .append(server.url())
                    .append("\"\ntype = \"")
                    .append(server.type())
                    .append("\"\n");
            if (server.health().startsWith("HttpError(401") || server.how().contains("wants a key")) {
                text.append("# api_key_env = \"...\"     # it wants a key: name the variable that holds it\n");
            }
        }
        return text.toString();
    }
}
