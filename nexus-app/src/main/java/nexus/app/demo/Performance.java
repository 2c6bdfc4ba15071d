package nexus.app.demo;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/// Plays a [Tour] on one thread until it is closed.
final class Performance implements AutoCloseable {

    private final Tour tour;
    private final Map<String, StandIn> standIns;
    private final Consumer<String> narrator;
    private final Pacer pacer;
    private final Thread thread;

    private Performance(Tour tour, Map<String, StandIn> standIns, Consumer<String> narrator, Pacer pacer) {
        this.tour = tour;
        this.standIns = standIns;
        this.narrator = narrator;
        this.pacer = pacer;
        this.thread = Thread.ofPlatform().name("demo-script").daemon().unstarted(this::play);
    }

    static Performance start(Tour tour, Map<String, StandIn> standIns, Consumer<String> narrator, Pacer pacer) {
        var performance = new Performance(tour, Map.copyOf(standIns), narrator, pacer);
        performance.thread.start();
        return performance;
    }

    private void play() {
        try {
            for (Duration start = Duration.ZERO; ; start = start.plus(tour.round())) {
                for (var step : tour.steps()) {
                    pacer.until(start.plus(step.at()));
                    perform(step);
                }
            }
        } catch (InterruptedException e) {
            // Closed: the curtain falls.
        }
    }

    private void perform(Step step) {
        try {
            step.act().on(standIns.get(step.role()));
            narrator.accept(step.role() + " " + step.line());
        } catch (DemoException e) {
            narrator.accept(step.role() + " can't play on: " + e.getMessage());
        }
    }

    /// Returns when the thread has ended, or after 5 s.
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
