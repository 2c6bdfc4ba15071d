package nexus.app.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import nexus.app.config.Secret;
import org.junit.jupiter.api.Test;

class PagerDutyShapeTest {

    private final PagerDutyShape shape = new PagerDutyShape("pager", new Secret("/v2/enqueue"), new Secret("key"));

    @Test
    void aHostIsOneIncidentFromItsFirstBackendToItsLast() {
        var story = new Story().fell("a", "b").seconds(10);
        assertEquals(
                List.of("trigger nexus/pager/host/gpu-1 2 backends of host gpu-1 unhealthy"), events(story.last()));

        story.rose("a").seconds(10);
        assertEquals(List.of(), events(story.last()));

        story.fell("c").seconds(10);
        assertEquals(
                List.of("trigger nexus/pager/host/gpu-1 2 backends of host gpu-1 unhealthy"), events(story.last()));

        story.rose("b", "c").seconds(10);
        assertEquals(List.of("resolve nexus/pager/host/gpu-1 "), events(story.last()));
    }

    @Test
    void aStormIsOneIncidentOfTheFleet() {
        var story = new Story();
        for (int i = 0; i < 1000; i++) {
            story.fell("b" + i, "h" + i, Story.TIMEOUT);
        }
        assertEquals(
                List.of("trigger nexus/pager/fleet 1000 backends unhealthy"),
                events(story.seconds(10).last()));

        for (int i = 0; i < 1000; i++) {
            story.rose("b" + i);
        }
        assertEquals(
                List.of("resolve nexus/pager/fleet "), events(story.seconds(10).last()));
    }

    @Test
    void aReminderIsPagerDutysOwnBusiness() {
        assertEquals(
                List.of(),
                events(new Story().fell("a").pass(Duration.ofHours(5)).last()));
    }

    @Test
    void aTestOpensAnIncidentAndResolvesIt() {
        assertEquals(
                List.of("trigger nexus/pager/test Test message from Nexus", "resolve nexus/pager/test "),
                events(Message.test(Story.START)));
    }

    private List<String> events(Message message) {
        return shape.posts(message).stream().map(PagerDutyShapeTest::text).toList();
    }

    private static String text(Post post) {
        try {
            var event = new ObjectMapper().readTree(post.json());
            return event.get("event_action").textValue() + " "
                    + event.get("dedup_key").textValue() + " "
                    + event.at("/payload/summary").asText();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
