package nexus.app.notify;

import java.util.List;
import java.util.Optional;
import nexus.app.config.Secret;

/// Discord's webhooks: <https://discord.com/developers/docs/resources/webhook#execute-webhook>.
///
/// `content` takes 2000 characters. The lines stand in a block of code, where nothing is markup or a link, and
/// `allowed_mentions` lets nobody be called, whatever stands there.
record DiscordShape(Secret target) implements Shape {

    private static final int CONTENT = 2000;
    private static final String FENCE = "```";
    /// `SUPPRESS_EMBEDS`: no previews of what might be a link.
    private static final int NO_EMBEDS = 1 << 2;

    @Override
    public List<Post> posts(Message message) {
        var text = MessageText.of(message);
        String title = "**" + text.title().replaceAll("([\\\\*_~`|>#\\[\\]()<@:])", "\\\\$1") + "**\n";
        String lines = String.join("\n", text.lines()).replace('`', '\'');
        int room = CONTENT - title.length() - 2 * FENCE.length() - 2;
        byte[] body = Json.object(out -> {
            out.writeStringField("content", title + FENCE + "\n" + PlainText.cut(lines, room) + "\n" + FENCE);
            out.writeNumberField("flags", NO_EMBEDS);
            out.writeObjectFieldStart("allowed_mentions");
            out.writeArrayFieldStart("parse");
            out.writeEndArray();
            out.writeEndObject();
        });
        return List.of(new Post(target, Optional.empty(), body));
    }
}
