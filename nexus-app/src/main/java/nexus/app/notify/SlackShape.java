package nexus.app.notify;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import nexus.app.config.Secret;

/// Slack's incoming webhooks: `text` for the notification, `blocks` for the channel.
///
/// Blocks are `plain_text`: nothing in them is a link, a mention or markup. In `text` the three characters that begin
/// those are escaped. Bounds: <https://docs.slack.dev/reference/block-kit/blocks>, header 150 characters, section 3000.
record SlackShape(Secret target) implements Shape {

    private static final int HEADER = 150;
    private static final int SECTION = 3000;

    @Override
    public List<Post> posts(Message message) {
        var text = MessageText.of(message);
        byte[] body = Json.object(out -> {
            out.writeStringField("text", escaped(text.title()));
            out.writeBooleanField("unfurl_links", false);
            out.writeBooleanField("unfurl_media", false);
            out.writeArrayFieldStart("blocks");
            block(out, "header", PlainText.cut(text.title(), HEADER));
            if (!text.lines().isEmpty()) {
                block(out, "section", PlainText.cut(String.join("\n", text.lines()), SECTION));
            }
            out.writeEndArray();
        });
        return List.of(new Post(target, Optional.empty(), body));
    }

    private static void block(JsonGenerator out, String type, String text) throws IOException {
        out.writeStartObject();
        out.writeStringField("type", type);
        out.writeObjectFieldStart("text");
        out.writeStringField("type", "plain_text");
        out.writeStringField("text", text);
        out.writeBooleanField("emoji", false);
        out.writeEndObject();
        out.writeEndObject();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
