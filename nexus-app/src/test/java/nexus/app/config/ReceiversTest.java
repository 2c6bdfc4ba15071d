package nexus.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceiversTest {

    /// In the tables here a ` & ` stands for a line's end.
    private static final Map<String, String> ENV = Map.of(
            "HOOK", "https://hooks.slack.com/services/T0/B0/s3cret", "KEY", "k3y", "BAD", "ftp://s3cret", "EMPTY", "");

    @Test
    void aReceiverNeedsLittleAndHasDefaults() {
        var receiver = receiver("name = \"ops\" & shape = \"slack\" & url_env = \"HOOK\"");

        assertEquals(Samples.receiver("ops", ENV.get("HOOK"), ReceiverShape.SLACK), unzoned(receiver));
        assertEquals(Duration.ofSeconds(10), receiver.group());
        assertEquals(Duration.ofHours(4), receiver.remind());
        assertEquals(Duration.ofSeconds(10), receiver.timeout());
    }

    @Test
    void everyKeyCounts() {
        var receiver =
                receiver("name = \"p\" & shape = \"ntfy\" & url = \"https://ntfy.sh/top?x=1\" & token_env = \"KEY\""
                        + " & on = [\"cause\"] & backends = [\"a\", \"b\"] & labels = { room = \"1\" } & group_seconds = 0.5"
                        + " & remind_hours = 0 & quiet = [\"22:00-07:00\", \"12:00-13:00\"] & zone = \"Europe/Berlin\""
                        + " & timeout_seconds = 2");

        assertEquals("https://ntfy.sh", receiver.url().toString());
        assertEquals("/top?x=1", receiver.url().target().reveal());
        assertEquals("k3y", receiver.credential().orElseThrow().key().reveal());
        assertEquals(Set.of(ReceiverTopic.CAUSE), receiver.topics());
        assertEquals(new ReceiverConfig.Scope(Set.of("a", "b"), Map.of("room", "1")), receiver.scope());
        assertEquals(Duration.ofMillis(500), receiver.group());
        assertEquals(Duration.ZERO, receiver.remind());
        assertEquals(
                "[22:00-07:00, 12:00-13:00] Europe/Berlin",
                receiver.quiet().spans() + " " + receiver.quiet().zone());
        assertEquals(Duration.ofSeconds(2), receiver.timeout());
    }

    @Test
    void pagerDutyIsKnownByItsKeyAlone() {
        var receiver = receiver("name = \"p\" & shape = \"pagerduty\" & routing_key_env = \"KEY\"");

        assertEquals("https://events.pagerduty.com", receiver.url().toString());
        assertEquals("/v2/enqueue", receiver.url().target().reveal());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "shape = \"slack\" & url_env = \"HOOK\"|1:1: notify[0].name: is missing",
                "name = \"a b\" & shape = \"slack\" & url_env = \"HOOK\"|2:1: notify[0].name: expected 1 to 64 of the characters A-Z a-z 0-9 . _ -, found \"a b\"",
                "name = \"a\" & shape = \"slak\" & url_env = \"HOOK\"|3:1: notify[0].shape: expected one of json, slack, discord, ntfy, pagerduty, found \"slak\"; did you mean \"slack\"?",
                "name = \"a\" & shape = \"slack\"|1:1: notify[0].url: is missing: set url or url_env",
                "name = \"a\" & shape = \"slack\" & url = \"ftp://s3cret\"|4:1: notify[0].url: a URL starts with http:// or https:// (the value is not shown)",
                "name = \"a\" & shape = \"slack\" & url = \"http://u:s3cret@h/\"|4:1: notify[0].url: a URL carries no user info; use api_key_env or headers (the value is not shown)",
                "name = \"a\" & shape = \"slack\" & url = \"http://h/s3cret#x\"|4:1: notify[0].url: the URL of a receiver has no fragment (the value is not shown)",
                "name = \"a\" & shape = \"slack\" & url_env = \"BAD\"|4:1: notify[0].url_env: a URL starts with http:// or https:// (the value is not shown)",
                "name = \"a\" & shape = \"slack\" & url_env = \"NONE\"|4:1: notify[0].url_env: the environment variable NONE is not set",
                "name = \"a\" & shape = \"slack\" & url_env = \"EMPTY\"|4:1: notify[0].url_env: the environment variable EMPTY is set, but empty",
                "name = \"a\" & shape = \"slack\" & url = \"http://h\" & url_env = \"HOOK\"|5:1: notify[0].url_env: url is set too: keep one of the two",
                "name = \"a\" & shape = \"slack\" & url_env = \"HOOK\" & token_env = \"KEY\"|5:1: notify[0].token_env: belongs to shape = \"ntfy\"",
                "name = \"a\" & shape = \"pagerduty\"|1:1: notify[0].routing_key_env: is missing",
                "name = \"a\" & shape = \"pagerduty\" & routing_key_env = \"KEY\" & on = [\"healthy\"]|5:1: notify[0].on: is not for shape = \"pagerduty\", which opens and closes incidents",
                "name = \"a\" & shape = \"ntfy\" & url = \"https://ntfy.sh/a/s3cret\"|4:1: notify[0].url: names no topic: it ends like https://ntfy.sh/my-topic (the value is not shown)",
                "name = \"a\" & shape = \"ntfy\" & url = \"https://ntfy.sh\"|4:1: notify[0].url: names no topic: it ends like https://ntfy.sh/my-topic (the value is not shown)",
                "name = \"a\" & shape = \"slack\" & url_env = \"HOOK\" & on = [\"sad\"]|5:1: notify[0].on: expected an array of strings, each one of unhealthy, healthy, cause, found \"sad\" in it",
                "name = \"a\" & shape = \"slack\" & url_env = \"HOOK\" & quiet = [\"22:00-22:00\"]|5:1: notify[0].quiet: expected an array of strings, each a span of hours like \"22:00-07:00\", found \"22:00-22:00\" in it",
                "name = \"a\" & shape = \"slack\" & url_env = \"HOOK\" & quiet = [\"22:00-24:00\"]|5:1: notify[0].quiet: expected an array of strings, each a span of hours like \"22:00-07:00\", found \"22:00-24:00\" in it",
                "name = \"a\" & shape = \"slack\" & url_env = \"HOOK\" & zone = \"Mars/Base\"|5:1: notify[0].zone: expected a time zone like \"Europe/Berlin\", found \"Mars/Base\"",
                "name = \"a\" & shape = \"slack\" & url_env = \"HOOK\" & group_seconds = 0|5:1: notify[0].group_seconds: expected seconds from 0.1 to 3600, found 0",
                "name = \"a\" & shape = \"slack\" & url_env = \"HOOK\" & remind_hours = 0.5|5:1: notify[0].remind_hours: expected a whole number from 0 to 720, found 0.5",
                "name = \"a\" & shape = \"slack\" & url_env = \"HOOK\" & urll = \"s3cret\"|5:1: notify[0].urll: unknown key; did you mean \"url\"?",
                "name = \"a\" & shape = \"slack\" & url_env = \"HOOK\" & ca_file = \"none.pem\"|5:1: notify[0].ca_file: FILE is no file"
            })
    void whatIsWrongIsSaidWithItsPlaceAndWithoutSecrets(String keys, String problem) {
        var problems = Given.problems(toml(keys), ENV);

        assertEquals(
                List.of("t.toml:" + problem),
                problems.stream()
                        .map(line -> line.replaceAll("\"[^\"]*none.pem\"", "FILE"))
                        .toList());
        assertFalse(problems.toString().contains("s3cret"), problems.toString());
    }

    @Test
    void twoOfOneNameAreOneTooMany() {
        String one = toml("name = \"a\" & shape = \"slack\" & url_env = \"HOOK\"");

        assertEquals(
                List.of("t.toml:6:1: notify[1].name: \"a\" is taken: the receiver at line 2 has this name"),
                Given.problems(one + "\n" + one, ENV));
    }

    @Test
    void aTableThatIsNoneIsSaid() {
        assertEquals(
                List.of("t.toml:1:1: notify: expected [[notify]], two brackets a receiver, found a table"),
                Given.problems("[notify]\nname = \"a\"\n"));
        assertEquals(List.of("t.toml:1:11: notify[0]: expected a table, found 3"), Given.problems("notify = [3]\n"));
    }

    @Test
    void receiversAreFoundInALargeFileToo() {
        String many = "\n"
                + IntStream.range(0, 3000)
                        .mapToObj(i -> Given.BACKEND.replace("\"a\"", "\"b" + i + "\""))
                        .collect(Collectors.joining());
        String receiver = "[[notify]]\nname = \"%s\"\nshape = \"slack\"\nurl_env = \"HOOK\"\n";

        var config = Given.config(receiver.formatted("x") + many + receiver.formatted("y"), ENV);

        assertEquals(3000, config.backends().size());
        assertEquals(
                List.of("x", "y"),
                config.receivers().stream().map(ReceiverConfig::name).toList());
    }

    @Test
    void aChangeOfReceiversIsAppliedAtOnceAndToldByTheirNames() {
        var old = Given.config(toml("name = \"a\" & shape = \"slack\" & url_env = \"HOOK\""), ENV);
        var now = Given.config(toml("name = \"a\" & shape = \"slack\" & url = \"http://h/s3cret\""), ENV);
        var none = Given.config("");

        assertEquals("[SectionChange[change=notify: [a] -> its value changed, atOnce=true]]", changes(old, now));
        assertEquals("[SectionChange[change=notify: [] -> [a], atOnce=true]]", changes(none, now));
        assertEquals(new ConfigPlan(List.of(), List.of()), ConfigPlan.between(old, List.of(), old, List.of()));
    }

    @Test
    void aReceiverShowsNoSecretWhenItIsFormatted() {
        var receiver =
                receiver("name = \"a\" & shape = \"json\" & url = \"http://h/s3cret?x=s3cret\" & secret_env = \"KEY\"");

        assertFalse(
                receiver.toString().contains("s3cret") || receiver.toString().contains("k3y"), receiver.toString());
    }

    private static String changes(NexusConfig old, NexusConfig now) {
        return ConfigPlan.between(old, List.of(), now, List.of()).sections().toString();
    }

    /// With the quiet hours of a receiver that has none.
    private static ReceiverConfig unzoned(ReceiverConfig receiver) {
        assertEquals(List.of(), receiver.quiet().spans());
        return new ReceiverConfig(
                receiver.name(),
                receiver.url(),
                receiver.shape(),
                receiver.credential(),
                receiver.scope(),
                receiver.topics(),
                receiver.group(),
                receiver.remind(),
                QuietHours.NEVER,
                receiver.timeout(),
                receiver.caFile());
    }

    private static ReceiverConfig receiver(String keys) {
        return Given.config(toml(keys), ENV).receivers().getFirst();
    }

    private static String toml(String keys) {
        return "[[notify]]\n" + keys.replace(" & ", "\n");
    }
}
