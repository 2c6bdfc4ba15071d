package nexus.app.metrics;

import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.Comparator;
import java.util.List;
import nexus.app.notify.ReceiverState;

/// What became of notifications. Made anew for each page.
final class NotifyMetrics {

    private NotifyMetrics() {}

    static List<MetricSnapshot> snapshots(List<ReceiverState> receivers) {
        var notifications = Points.counter(
                "nexus_notifications",
                "What became of messages to receivers, and attempts that are made again (retried).");
        var queued = Points.gauge("nexus_notifications_queued", "Messages that wait for their receiver.");
        receivers.stream().sorted(Comparator.comparing(ReceiverState::name)).forEach(receiver -> {
            var tally = receiver.tally();
            String name = receiver.name();
            notifications
                    .add(tally.delivered(), "receiver", name, "result", "delivered")
                    .add(tally.dropped(), "receiver", name, "result", "dropped")
                    .add(tally.expired(), "receiver", name, "result", "expired")
                    .add(tally.refused(), "receiver", name, "result", "refused")
                    .add(tally.retried(), "receiver", name, "result", "retried");
            queued.add(receiver.queued(), "receiver", name);
        });
        return receivers.isEmpty() ? List.of() : List.of(notifications.snapshot(), queued.snapshot());
    }
}
