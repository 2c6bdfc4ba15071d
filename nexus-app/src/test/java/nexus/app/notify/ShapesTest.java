package nexus.app.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nexus.app.config.ReceiverUrl;
import nexus.app.config.Secret;
import nexus.app.events.Cause;
import nexus.app.notify.Message.How;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What each service takes, by its documentation (facts as of 2026-11): every message fits, whatever is in it.
class ShapesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Secret HOOK = new Secret("/services/T0/B0/x");

    private static final String HOSTILE = "</b>*bold* _it_ `code` ```fence``` <!channel> <@U1> @everyone @here "
            + "[click](http://evil.example) <http://evil.example|here> & &amp; \"quote\" \\ \u202Eesrever\u0000\u001b[31m\n# big\n";

    static Stream<Message> messages() {
        var hostile = new Cause("HttpError", "HttpError(500)", HOSTILE.repeat(40), HOSTILE.repeat(100));
        var storm = new Story();
        for (int i = 0; i < 10_000; i++) {
            storm.fell("b-_" + i, "host-" + i % 3 + ".example", hostile);
        }
        var mixed = new Story()
                .fell("a", "b", "c", "d")
                .fell("wide", "host", wide())
                .seconds(10);
        mixed.rose("a").over(How.DRAINED, "b").over(How.REMOVED, "c").fell("e");
        mixed.fell("f").seconds(3).rose("f").seconds(10);
        return Stream.of(
                storm.seconds(10).last(),
                mixed.last(),
                mixed.messages().getFirst(),
                mixed.pass(Duration.ofHours(5)).last(),
                new Story().fell("x", "h", hostile).seconds(10).last(),
                Message.test(Story.START));
    }

    /// Three bytes a character.
    private static Cause wide() {
        return new Cause("ParseError", "ParseError", "語".repeat(2000), "😀".repeat(500));
    }

    /// <https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks>, and for the blocks
    /// <https://docs.slack.dev/reference/block-kit/blocks>: at most 50 of them; the text of a header has 1 to 150
    /// characters, that of a section 1 to 3000. `&`, `<` and `>` are control characters of `text`.
    @ParameterizedTest
    @MethodSource("messages")
    void slackTakesIt(Message message) {
        var body = only(new SlackShape(HOOK).posts(message));

        assertFalse(body.get("text").textValue().matches("(?s).*[<>].*"));
        var blocks = body.get("blocks");
        assertEquals("header", blocks.get(0).get("type").textValue());
        assertTrue(blocks.size() <= 50);
        for (var block : blocks) {
            int most = block.get("type").textValue().equals("header") ? 150 : 3000;
            String text = block.at("/text/text").textValue();
            assertTrue(!text.isEmpty() && text.length() <= most, text);
            assertEquals("plain_text", block.at("/text/type").textValue());
            assertFalse(block.at("/text/emoji").booleanValue());
            assertHarmless(text);
        }
        assertFalse(body.get("unfurl_links").booleanValue());
    }

    /// <https://discord.com/developers/docs/resources/webhook#execute-webhook>: `content` has up to 2000 characters;
    /// an empty `allowed_mentions.parse` lets nobody be called.
    @ParameterizedTest
    @MethodSource("messages")
    void discordTakesIt(Message message) {
        var body = only(new DiscordShape(HOOK).posts(message));
        String content = body.get("content").textValue();

        assertTrue(!content.isEmpty() && content.length() <= 2000, content);
        assertEquals("[]", body.at("/allowed_mentions/parse").toString());
        assertEquals(4, body.get("flags").intValue());
        var parts = content.split("```", -1);
        assertEquals(3, parts.length, "one block of code that nothing in it can end: " + content);
        assertEquals("", parts[2]);
        assertFalse(parts[0].contains("evil"), parts[0]);
        assertHarmless(content);
    }

    /// <https://docs.ntfy.sh/publish/#publish-as-json>: `priority` is 1 to 5; a message over 4096 bytes becomes an
    /// attachment.
    @ParameterizedTest
    @MethodSource("messages")
    void ntfyTakesIt(Message message) {
        var shape = NtfyShape.of(ReceiverUrl.parse("https://ntfy.sh/my-topic?auth=abc"), Optional.of(new Secret("tk")));
        var posts = shape.posts(message);
        var body = only(posts);

        assertEquals("/?auth=abc", posts.getFirst().target().reveal());
        assertEquals("tk", posts.getFirst().bearer().orElseThrow().reveal());
        assertEquals("my-topic", body.get("topic").textValue());
        String text = body.get("message").textValue();
        assertTrue(!text.isEmpty() && text.getBytes(StandardCharsets.UTF_8).length <= 4096, text);
        assertFalse(text.contains("://"), text);
        assertTrue(body.get("priority").intValue() >= 3 && body.get("priority").intValue() <= 5);
        assertFalse(body.has("markdown"));
        assertHarmless(text);
    }

    /// <https://developer.pagerduty.com/docs/send-alert-event>: `summary` has up to 1024 characters, `dedup_key` up to
    /// 255; `severity` is one of four words; a resolve needs neither payload nor more.
    @ParameterizedTest
    @MethodSource("messages")
    void pagerDutyTakesIt(Message message) {
        var posts = new PagerDutyShape("pager", new Secret("/v2/enqueue"), new Secret("key")).posts(message);

        assertTrue(posts.size() <= 2 * Incidents.MOST + 1, posts.size() + " posts");
        for (var post : posts) {
            var event = read(post);
            assertEquals("key", event.get("routing_key").textValue());
            assertTrue(event.get("dedup_key").textValue().length() <= 255);
            if (event.get("event_action").textValue().equals("trigger")) {
                String summary = event.at("/payload/summary").textValue();
                assertTrue(!summary.isEmpty() && summary.length() <= 1024, summary);
                assertTrue(List.of("critical", "error", "warning", "info")
                        .contains(event.at("/payload/severity").textValue()));
                assertFalse(event.at("/payload/source").textValue().isEmpty());
                assertTrue(post.json().length < 512 << 10);
                assertHarmless(event.toString());
            } else {
                assertEquals("resolve", event.get("event_action").textValue());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("messages")
    void aProgramIsToldEverythingWithinBounds(Message message) {
        var posts = new JsonShape(HOOK).posts(message);
        var body = only(posts);

        assertEquals(message.unhealthy().all(), body.at("/unhealthy/count").intValue());
        assertEquals(
                message.unhealthy().first().size(),
                body.at("/unhealthy/backends").size());
        assertEquals(message.stillDown(), body.get("still_unhealthy").intValue());
        assertTrue(posts.getFirst().json().length < 256 << 10, posts.getFirst().json().length + " bytes");
        body.findValuesAsText("cause").forEach(ShapesTest::assertHarmless);
    }

    private static void assertHarmless(String text) {
        assertTrue(text.chars().allMatch(c -> c == '\n' || c >= ' ' && Character.getType(c) != Character.FORMAT), text);
    }

    private static JsonNode only(List<Post> posts) {
        assertEquals(1, posts.size());
        return read(posts.getFirst());
    }

    private static JsonNode read(Post post) {
        try {
            return JSON.readTree(post.json());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
