package nexus.app.notify;

import java.util.List;
import nexus.app.config.ReceiverConfig;

/// Puts messages into the form that a service takes. Pure; safe in any thread.
sealed interface Shape permits JsonShape, SlackShape, DiscordShape, NtfyShape, PagerDutyShape {

    /// The requests that tell a message, in order; empty for one that the service has no use for.
    List<Post> posts(Message message);

    static Shape of(ReceiverConfig receiver) {
        return switch (receiver.shape()) {
            case JSON -> new JsonShape(receiver.url().target());
            case SLACK -> new SlackShape(receiver.url().target());
            case DISCORD -> new DiscordShape(receiver.url().target());
            case NTFY -> NtfyShape.of(receiver.url(), receiver.credential().map(token -> token.key()));
            case PAGERDUTY ->
                new PagerDutyShape(
                        receiver.name(),
                        receiver.url().target(),
                        receiver.credential().map(key -> key.key()).orElseThrow());
        };
    }
}
