package nexus.app.discover;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import nexus.app.Eventually;
import nexus.app.check.Recognition;
import nexus.app.discover.mdns.Responder;
import org.junit.jupiter.api.Test;

/// The watch against a responder on a real socket; only what is at the places is made up.
class WatchTest {

    private static final Duration ROUND = Duration.ofMillis(60);

    private final AtomicReference<byte[]> answer = new AtomicReference<>(new byte[0]);
    private final AtomicReference<List<Neighbour>> told = new AtomicReference<>(List.of());
    private final AtomicInteger looks = new AtomicInteger();

    private Recognition look(Place place) {
        looks.incrementAndGet();
        return place.port() == 11434
                ? new Recognition.Recognised("ollama", "it says so")
                : new Recognition.Unrecognised("/v1/models answers 404");
    }

    private Watch watch(Watch.Opening opening) {
        return Watch.start(new Watch.Surroundings(opening, this::look, told::set, ROUND));
    }

    private Responder responder() throws IOException {
        return new Responder(_ -> answer.get());
    }

    @Test
    void whoComesIsToldAndWhoSaysGoodbyeIsGone() throws Exception {
        try (var responder = responder();
                var _ = watch(responder::ether)) {
            answer.set(Responder.ollama("a", "a.local", 11434, "127.0.0.1"));
            awaitTold("ollama");
            answer.set(Responder.goodbye("a"));
            awaitTold("");
        }
    }

    @Test
    void whoFallsSilentIsGoneAfterTwoRoundsAndFoundAgainWhenItIsBack() throws Exception {
        try (var responder = responder();
                var _ = watch(responder::ether)) {
            byte[] here = Responder.ollama("a", "a.local", 11434, "127.0.0.1");
            answer.set(here);
            awaitTold("ollama");
            answer.set(new byte[0]);
            awaitTold("");
            answer.set(here);
            awaitTold("ollama");
        }
    }

    /// How seldom it is asked again, RosterTest holds.
    @Test
    void whatIsNotRecognisedIsNotTold() throws Exception {
        try (var responder = responder();
                var _ = watch(responder::ether)) {
            answer.set(Responder.ollama("a", "a.local", 80, "127.0.0.1"));
            Eventually.seen("a look", looks::get, count -> count > 0);
            int before = responder.asked();
            Eventually.seen("three rounds", responder::asked, count -> count >= before + 6);

            assertEquals(List.of(), told.get());
        }
    }

    @Test
    void aNetworkThatComesLateIsUsed() throws Exception {
        var tries = new AtomicInteger();
        try (var responder = responder();
                var _ = watch(() -> {
                    if (tries.incrementAndGet() < 3) {
                        throw new IOException("no network");
                    }
                    return responder.ether();
                })) {
            answer.set(Responder.ollama("a", "a.local", 11434, "127.0.0.1"));
            awaitTold("ollama");
        }
    }

    @Test
    void closingEndsItWhileItWaits() throws Exception {
        try (var responder = responder()) {
            var long1 = new Watch.Surroundings(responder::ether, this::look, told::set, Duration.ofHours(1));
            var watch = Watch.start(long1);
            Eventually.seen("a question", responder::asked, count -> count > 0);

            watch.close(); // would hang for an hour
        }
    }

    private void awaitTold(String names) {
        Eventually.seen(
                names, () -> told.get().stream().map(Neighbour::name).collect(Collectors.joining(",")), names::equals);
    }
}
