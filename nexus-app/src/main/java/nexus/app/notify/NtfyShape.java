package nexus.app.notify;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import nexus.app.config.ReceiverUrl;
import nexus.app.config.Secret;

/// A topic of ntfy, told in JSON: <https://docs.ntfy.sh/publish/#publish-as-json>. That goes to the server's root and
/// names the topic, so that no text has to fit into a header.
///
/// Markup is off unless asked for. Apps make links of addresses: their `://` is broken up.
///
/// @param target the root, with the query of the URL
/// @param topic  the path of the URL
record NtfyShape(Secret target, Secret topic, Optional<Secret> token) implements Shape {

    /// `message-size-limit`: a longer message would become an attachment.
    private static final int MESSAGE_BYTES = 4000;
    private static final int HIGH = 4;
    private static final int DEFAULT = 3;

    static NtfyShape of(ReceiverUrl url, Optional<Secret> token) {
        String target = url.target().reveal();
        int query = target.indexOf('?') < 0 ? target.length() : target.indexOf('?');
        return new NtfyShape(new Secret("/" + target.substring(query)), new Secret(target.substring(1, query)), token);
    }

    @Override
    public List<Post> posts(Message message) {
        var text = MessageText.of(message);
        byte[] body = Json.object(out -> {
            out.writeStringField("topic", topic.reveal());
            out.writeStringField("title", text.title());
            out.writeStringField("message", lines(text));
            out.writeNumberField("priority", message.isAlarm() ? HIGH : DEFAULT);
            out.writeArrayFieldStart("tags");
            out.writeString(message.isAlarm() ? "rotating_light" : "white_check_mark");
            out.writeEndArray();
        });
        return List.of(new Post(target, token, body));
    }

    private static String lines(MessageText text) {
        String lines = String.join("\n", text.lines()).replace("://", ": //");
        int most = MESSAGE_BYTES;
        while (PlainText.cut(lines, most).getBytes(StandardCharsets.UTF_8).length > MESSAGE_BYTES) {
            most -= most / 4;
        }
        return PlainText.cut(lines, most);
    }
}
