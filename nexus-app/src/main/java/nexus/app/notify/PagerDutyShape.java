package nexus.app.notify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nexus.app.config.Secret;
import nexus.app.notify.Message.Fallen;
import nexus.app.notify.Message.Incident;
import nexus.app.notify.Message.Kind;

/// PagerDuty's Events API v2: <https://developer.pagerduty.com/docs/events-api-v2-overview>. A service that keeps
/// books: it hears of incidents, by keys that stay the same over restarts of Nexus, and reminds by itself.
///
/// @param name of the receiver: two of them may share a key of a service
record PagerDutyShape(String name, Secret target, Secret routingKey) implements Shape {

    private static final int SUMMARY = 1024;
    private static final int KEY = 255;

    @Override
    public List<Post> posts(Message message) {
        if (message.kind() == Kind.TEST) {
            String title = MessageText.of(message).title();
            return List.of(trigger("test", "info", title, "nexus", List.of()), resolve("test"));
        }
        var posts = new ArrayList<Post>();
        for (var incident : message.incidents()) {
            String key = incident.host().map(host -> "host/" + host).orElse("fleet");
            posts.add(incident.open() ? opened(message, incident, key) : resolve(key));
        }
        return posts;
    }

    private Post opened(Message message, Incident incident, String key) {
        String where = incident.host().map(host -> " of host " + host).orElse("");
        String blame = message.suspicion().map(words -> "; " + words).orElse("");
        String summary =
                incident.down() + (incident.down() == 1 ? " backend" : " backends") + where + " unhealthy" + blame;
        var concerned = message.unhealthy().first().stream()
                .filter(fallen ->
                        incident.host().isEmpty() || incident.host().get().equals(fallen.host()))
                .limit(MessageText.NAMED)
                .toList();
        return trigger(key, "critical", summary, incident.host().orElse("fleet"), concerned);
    }

    private Post trigger(String key, String severity, String summary, String source, List<Fallen> concerned) {
        var details = concerned.stream()
                .collect(Collectors.toMap(
                        Fallen::name,
                        fallen -> fallen.cause()
                                .map(cause -> cause.kind() + ": " + cause.cause() + ". " + cause.fix())
                                .orElse("unhealthy"),
                        (one, _) -> one,
                        TreeMap::new));
        return post(Json.object(out -> {
            out.writeStringField("routing_key", routingKey.reveal());
            out.writeStringField("event_action", "trigger");
            out.writeStringField("dedup_key", dedupKey(key));
            out.writeStringField("client", "Nexus");
            out.writeObjectFieldStart("payload");
            out.writeStringField("summary", PlainText.cut(summary, SUMMARY));
            out.writeStringField("source", source);
            out.writeStringField("severity", severity);
            out.writeObjectFieldStart("custom_details");
            for (var detail : details.entrySet()) {
                out.writeStringField(detail.getKey(), detail.getValue());
            }
            out.writeEndObject();
            out.writeEndObject();
        }));
    }

    private Post resolve(String key) {
        return post(Json.object(out -> {
            out.writeStringField("routing_key", routingKey.reveal());
            out.writeStringField("event_action", "resolve");
            out.writeStringField("dedup_key", dedupKey(key));
        }));
    }

    private String dedupKey(String key) {
        String whole = "nexus/" + name + "/" + key;
        return whole.length() <= KEY ? whole : whole.substring(0, KEY);
    }

    private Post post(byte[] json) {
        return new Post(target, Optional.empty(), json);
    }
}
