package nexus.app.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import nexus.app.config.QuietHours;
import nexus.app.notify.Message.How;
import nexus.app.notify.Message.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Long random lives of a small fleet: whatever happens, a receiver can follow what it is told.
class DigestSimulationTest {

    private static final int BACKENDS = 8;
    private static final int STEPS = 4000;

    private final Set<String> down = new HashSet<>();
    private final Set<String> believed = new HashSet<>();
    private final Set<String> incidents = new HashSet<>();
    private int seen;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void whatIsToldFitsTogetherAndEndsInTheTruth(long seed) {
        var random = new Random(seed);
        var evening = new QuietHours.Span(LocalTime.of(18, 0), LocalTime.of(18, 40));
        var story = new Story(Story.rules(rules -> rules.remind(Duration.ofHours(1))
                .quiet(random.nextBoolean() ? QuietHours.NEVER : new QuietHours(List.of(evening), ZoneOffset.UTC))));

        for (int step = 0; step < STEPS; step++) {
            happens(story, random);
            story.seconds(random.nextInt(6));
            believe(story);
        }
        for (String name : List.copyOf(down)) {
            over(story, How.HEALTHY, name);
        }
        story.pass(Duration.ofHours(1));
        believe(story);

        assertEquals(Set.of(), believed);
        assertEquals(Set.of(), incidents);
        assertTrue(seen > 50, seen + " messages");
        assertEquals(seen, story.pass(Duration.ofDays(1)).messages().size(), "it ends silent");
    }

    private void happens(Story story, Random random) {
        String name = "b" + random.nextInt(BACKENDS);
        switch (random.nextInt(5)) {
            case 0, 1 -> {
                if (down.add(name)) {
                    story.fell(name, "host-" + name.charAt(1) % 3, Story.TIMEOUT);
                }
            }
            case 2, 3 -> over(story, How.HEALTHY, name);
            default -> over(story, random.nextBoolean() ? How.DRAINED : How.REMOVED, name);
        }
    }

    private void over(Story story, How how, String name) {
        if (down.remove(name)) {
            story.over(how, name);
        }
    }

    /// Takes in what was told since the last call.
    private void believe(Story story) {
        var messages = story.messages();
        for (var message : messages.subList(seen, messages.size())) {
            assertTrue(message.isNews());
            if (message.kind() == Kind.REMINDER) {
                message.unhealthy().first().forEach(one -> assertTrue(believed.contains(one.name()), one.name()));
            } else {
                message.unhealthy().first().forEach(one -> assertTrue(believed.add(one.name()), one.name()));
                message.back().first().forEach(one -> assertTrue(believed.remove(one.name()), one.name()));
                message.blips().first().forEach(one -> assertFalse(believed.contains(one.name()), one.name()));
            }
            message.incidents().forEach(this::book);
            assertEquals(believed.size(), message.stillDown());
        }
        seen = messages.size();
    }

    private void book(Message.Incident incident) {
        String key = incident.host().orElse("fleet");
        if (incident.open()) {
            incidents.add(key);
            assertTrue(incident.down() > 0, key);
        } else {
            assertTrue(incidents.remove(key), key);
        }
    }
}
