package nexus.app.history.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import nexus.app.config.BackendConfig;
import nexus.app.config.BackendUrl;
import nexus.app.history.Latencies;
import nexus.app.registry.Registry;
import org.junit.jupiter.api.Test;

/// From the check to what waits to be written.
class KeepingTest {

    private final Counting counting = new Counting();
    private final Unsaved unsaved = new Unsaved();

    @Test
    void aBackendThatStartsAnewUnderItsNameGoesOn() {
        var registry = Given.fleet("gpu-1");
        counting.observe(registry);
        Given.succeeds(registry, "gpu-1", 2, Duration.ofMillis(5));
        registry.replace(List.of(BackendConfig.of("gpu-1", BackendUrl.parse("http://elsewhere"), "vllm")));
        Given.fails(registry, "gpu-1", 1);

        assertEquals(List.of(new Tally(3, 1, took(5, 2))), tallies(counting.take(1)));
    }

    @Test
    void whatARemovedBackendHadIsNotLost() {
        var registry = Given.fleet("gpu-1", "gpu-2");
        counting.observe(registry);
        Given.fails(registry, "gpu-1", 2);
        registry.replace(List.of(Given.config("gpu-2")));
        registry.replace(List.of(Given.config("gpu-2"), Given.config("gpu-1")));
        Given.fails(registry, "gpu-1", 1);

        var minute = counting.take(1);

        assertEquals(List.of("gpu-1", "gpu-1"), minute.names());
        assertEquals(3, tallies(minute).stream().mapToInt(Tally::failed).sum());
    }

    @Test
    void aMinuteWithoutChecksNamesNobody() {
        Registry registry = Given.fleet("gpu-1");
        counting.observe(registry);

        assertEquals(List.of(), counting.take(1).names());
    }

    @Test
    void anHourOfMinutesWaitsAndThoseBeforeAreCounted() throws Exception {
        LongStream.range(0, 70).forEach(number -> unsaved.add(new Minute(number, List.of(), new byte[0])));

        assertEquals(10, unsaved.oldest().orElseThrow().number());
        assertEquals(10, unsaved.dropped());
        assertEquals(0, unsaved.dropped());
    }

    @Test
    void aMinuteThatIsDroppedWhileItIsWrittenIsNoLoss() throws Exception {
        LongStream.range(0, 60).forEach(number -> unsaved.add(new Minute(number, List.of(), new byte[0])));
        var written = unsaved.oldest().orElseThrow();
        unsaved.add(new Minute(60, List.of(), new byte[0]));
        unsaved.written(written);

        assertEquals(0, unsaved.dropped());
        assertEquals(1, unsaved.oldest().orElseThrow().number());
    }

    private static Latencies took(int millis, int times) {
        var counts = new int[Latencies.BUCKETS];
        counts[Latencies.bucket(Duration.ofMillis(millis).toNanos())] = times;
        return Latencies.of(counts);
    }

    private static List<Tally> tallies(Minute minute) {
        var in = new Bytes.Reader(minute.tallies());
        return minute.names().stream().map(_ -> Packing.EXACT.read(in)).toList();
    }
}
