package nexus.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The screen of `nexus history NAME`.
class HistoryTextTest {

    private static final String REFUSED =
            "{\"kind\":\"ConnectionFailed\",\"text\":\"ConnectionFailed\",\"cause\":\"connection refused\","
                    + "\"fix\":\"start the server, or look at its log\"}";
    private static final String TIMEOUT =
            "{\"kind\":\"Timeout\",\"text\":\"Timeout(5)\",\"cause\":\"connected in 0.4 ms,"
                    + " then no answer for 5 s\",\"fix\":\"look at its load\"}";

    private static final String UPTIME = """
            "uptime":{"range":{"percent":99.305,"observed_percent":100},"24h":{"percent":99.305,"observed_percent":100},\
            "7d":{"percent":99.9,"observed_percent":41.666},"30d":{}},""";

    private static final String ENDED = """
            {"start":"2026-11-24T09:10:00.000Z","end":"2026-11-24T09:20:05.000Z","ended":"recovered","length_ms":605000,\
            "observed_ms":305000,"causes":2,"first_cause":%s,"last_cause":%s}""".formatted(REFUSED, TIMEOUT);

    private static final String BEFORE = """
            {"start":"2026-11-23T09:10:00.000Z","began_before":true,"end":"2026-11-23T16:20:00.000Z","ended":"removed",\
            "length_ms":25800000,"observed_ms":25800000,"causes":1,"first_cause":%s,"last_cause":%s}""".formatted(REFUSED, REFUSED);

    private static final String POINTS = """
            "total":{"checks":1440,"failed":43,"p50_ms":12.44,"p95_ms":33.1,"p99_ms":1204.5},"points":[%s]""".formatted(IntStream.range(0, 24)
            .filter(hour -> hour != 3)
            .mapToObj(HistoryTextTest::hour)
            .collect(Collectors.joining(",")));

    /// From 16:30 on, hour by hour: one bad, one half bad, one with a single failure.
    private static String hour(int number) {
        int failed = number == 16 ? 60 : number == 17 ? 20 : number == 20 ? 1 : 0;
        var start = Instant.parse("2026-11-23T17:00:00Z").plusSeconds(3600L * number);
        return "{\"start\":\"" + start + "\",\"checks\":" + (number == 20 ? 600 : 60) + ",\"failed\":" + failed + "}";
    }

    @Test
    void verdictNumbersAndIncidentsStandOnOneScreen() {
        assertEquals("""
                ✓ gpu-1 was healthy 99.305 % of the last 24 hours

                  uptime  24h  99.305 %
                          7d   99.9 % (41.666 %)
                          30d  -
                  checks  ███·████████████▁▄██▆███
                          a block is an hour, full where no check failed
                          1440, of which 43 failed
                  latency p50 12.4 ms, p95 33.1 ms, p99 1205 ms

                  down    09:10:00 to 09:20:05, 10m 5s; Nexus watched 5m 5s of it
                  cause   ConnectionFailed: connection refused
                  later   Timeout: connected in 0.4 ms, then no answer for 5 s
                  fix     look at its load

                  down    before 2026-11-23 09:10:00 to 2026-11-23 16:20:00, 7h 10m 0s, ended by
                          its removal
                  cause   ConnectionFailed: connection refused
                  fix     start the server, or look at its log
                """, screen(answer(ENDED + "," + BEFORE, 2, POINTS), true));
    }

    @Test
    void withoutUnicodeItIsAscii() {
        String screen = screen(answer(ENDED, 1, POINTS), false);

        assertTrue(screen.contains("checks  ###.############_-##+###\n"), screen);
        assertTrue(screen.chars().allMatch(c -> c >= ' ' && c < 0x7f || c == '\n'), screen);
    }

    @Test
    void anOpenIncidentIsTheFirstThatIsSeen() {
        String open = """
                {"start":"2026-11-24T16:20:00.000Z","length_ms":600000,"observed_ms":600000,"causes":1,"first_cause":%s,\
                "last_cause":%s}""".formatted(REFUSED, REFUSED);

        String screen = screen(answer(open, 1, POINTS), true);

        assertTrue(screen.startsWith("✗ gpu-1 was healthy 99.305 %"), screen);
        assertTrue(screen.contains("  down    since 16:20:00, 10m 0s so far\n"), screen);
    }

    @Test
    void ofManyIncidentsAFewAreShownAndTheOthersCounted() {
        String many = IntStream.range(0, 40).mapToObj(_ -> ENDED).collect(Collectors.joining(","));

        String screen = screen(answer(many, 45, POINTS), true);

        assertEquals(
                10, screen.lines().filter(line -> line.startsWith("  down ")).count());
        assertTrue(screen.endsWith("  and 35 incidents before; --json tells up to 200\n"), screen);
    }

    @Test
    void ofTimeThatNobodySawNothingIsClaimed() {
        String partly = answer(ENDED, 1, POINTS)
                .replace("\"percent\":99.305,\"observed_percent\":100", "\"percent\":36.19,\"observed_percent\":0.142");

        assertTrue(
                screen(partly, true)
                        .startsWith("✓ gpu-1 was healthy 36.19 % of what was seen of the last 24 hours\n"
                                + "  Nexus watched 0.142 % of that time; the rest is nobody's downtime\n"),
                screen(partly, true));
    }

    @Test
    void whereNothingIsKnownThatIsSaid() {
        String nothing = """
                {"name":"gpu-1","from":"2026-11-23T16:30:00.000Z","to":"2026-11-24T16:30:00.000Z",\
                "uptime":{"range":{"observed_percent":0.5},"24h":{"observed_percent":0.5},"7d":{},"30d":{}},\
                "incidents":[],"incidents_total":0,"points":[]}""";

        assertEquals("""
                ? nothing is known of gpu-1 in the last 24 hours
                  Nexus watched 0.5 % of that time; the rest is nobody's downtime

                  uptime  24h  -
                          7d   -
                          30d  -
                  checks  none in the last 24 hours

                  no incident in the last 24 hours
                """, screen(nothing, true));
    }

    @Test
    void textOfHostileServersReachesNoTerminal() {
        String hostile = ENDED.replace("connection refused", "\\u001b[2J\\u202e\\nboo");

        String screen = screen(answer(hostile, 1, POINTS), true);

        assertFalse(screen.contains("\u001b") || screen.contains("\u202e"), screen);
        assertTrue(screen.contains("  cause   ConnectionFailed: \\u001b[2J\\u202e\\nboo\n"), screen);
    }

    private static String answer(String incidents, int count, String points) {
        return "{\"name\":\"gpu-1\",\"from\":\"2026-11-23T16:30:00.000Z\",\"to\":\"2026-11-24T16:30:00.000Z\"," + UPTIME
                + "\"incidents\":[" + incidents + "],\"incidents_total\":" + count + "," + points + "}";
    }

    private static String screen(String answer, boolean unicode) {
        var json = Json.read(answer.getBytes(StandardCharsets.UTF_8)).orElseThrow();
        return new HistoryText(json, HistoryRange.DAY, new Page.Paper(80, unicode, false), ZoneOffset.UTC).text();
    }
}
