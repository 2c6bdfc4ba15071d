package nexus.app.metrics;

import static nexus.app.metrics.Counted.backend;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import nexus.app.health.CheckError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nexus_backends{status="healthy"}                                             | 1
            nexus_backends{status="unhealthy"}                                           | 1
            nexus_backends{status="unknown"}                                             | 0
            nexus_models                                                                 | 2
            nexus_backend_status{backend="good",status="healthy"}                        | 1
            nexus_backend_status{backend="good",status="unhealthy"}                      | 0
            nexus_backend_status{backend="dead",status="unhealthy"}                      | 1
            nexus_backend_checks_total{backend="good",result="success",type="vllm"}      | 2
            nexus_backend_checks_total{backend="dead",result="failure",type="ollama"}    | 3
            nexus_backend_check_failures_total{backend="dead",kind="ConnectionFailed"}   | 3
            nexus_backend_latency_seconds{backend="good"}                                | 0.012
            nexus_backend_models{backend="good"}                                         | 2
            nexus_backend_consecutive_checks{backend="dead",result="failure"}            | 3
            nexus_backend_consecutive_checks{backend="dead",result="success"}            | 0
            nexus_check_duration_seconds_bucket{phase="wait",le="0.01"}                  | 0
            nexus_check_duration_seconds_bucket{phase="wait",le="0.025"}                 | 5
            nexus_check_duration_seconds_bucket{phase="read",le="5.0E-4"}                | 5
            nexus_check_duration_seconds_sum{phase="wait"}                               | 0.055
            nexus_check_duration_seconds_count{phase="tls"}                              | 0
            nexus_check_lateness_seconds_count                                           | 5
            nexus_checks_void_total                                                      | 0
            nexus_start_time_seconds                                                     | 1795536000
            """)
    void theNumbersAreThoseOfTheFleet(String series, double value) {
        assertEquals(value, Counted.busy().scrape().value(series), 1e-9);
    }

    @Test
    void countersEndInTotalAndNothingElseDoes() {
        var types = Counted.busy().scrape().types();
        assertTrue(types.size() > 20, types.toString());
        types.forEach((name, type) -> assertEquals(type.equals("counter"), name.endsWith("_total"), name));
    }

    @Test
    void eachKindOfFailureIsCountedUnderItsOwnName() {
        // given
        var counted = new Counted(backend("a", "vllm"));
        List<CheckError> errors = List.of(
                new CheckError.Timeout(5, "c", "f"),
                new CheckError.ConnectionFailed("c", "f"),
                new CheckError.DnsError("c", "f"),
                new CheckError.TlsError("c", "f"),
                new CheckError.HttpError(503, false, "c", "f"),
                new CheckError.ParseError("c", "f"));

        // when: each another number of times
        for (int i = 0; i < errors.size(); i++) {
            counted.fail("a", i + 1, errors.get(i));
        }

        // then
        var scrape = counted.scrape();
        for (int i = 0; i < errors.size(); i++) {
            String kind = errors.get(i).kind();
            assertEquals(
                    i + 1,
                    scrape.value("nexus_backend_check_failures_total{backend=\"a\",kind=\"" + kind + "\"}"),
                    kind);
        }
    }

    @Test
    void aTypeNameOfAHostilePluginCannotLeaveItsLabel() {
        var counted = new Counted(backend("a", "x\",backend=\"b\"} 1\nnexus_models 99\\"));
        assertEquals(
                0,
                counted.scrape()
                        .value("nexus_backend_checks_total{backend=\"a\",result=\"success\","
                                + "type=\"x\\\",backend=\\\"b\\\"} 1\\nnexus_models 99\\\\\"}"));
    }

    @Test
    void countersOutliveARestartOfTheirBackend() {
        // given
        var counted = Counted.busy();

        // when: another type, so it is another object
        counted.registry.replace(List.of(backend("dead", "vllm")));
        counted.fail("dead", 1, Counted.REFUSED);

        // then
        var scrape = counted.scrape();
        assertEquals(4, scrape.value("nexus_backend_check_failures_total{backend=\"dead\",kind=\"ConnectionFailed\"}"));
        assertEquals(4, scrape.value("nexus_backend_checks_total{backend=\"dead\",result=\"failure\",type=\"vllm\"}"));
    }

    @Test
    void theSeriesOfARemovedBackendDisappearAndBeginAnewWithItsReturn() {
        // given
        var counted = Counted.busy();

        // when
        counted.registry.replace(List.of(backend("good", "vllm")));

        // then
        assertFalse(counted.scrape().speaksOf("\"dead\""));

        // when
        counted.registry.replace(List.of(backend("good", "vllm"), backend("dead", "ollama")));
        counted.fail("dead", 1, Counted.REFUSED);

        // then
        assertEquals(
                1,
                counted.scrape()
                        .value("nexus_backend_check_failures_total{backend=\"dead\",kind=\"ConnectionFailed\"}"));
    }

    @Test
    void voidChecksCountForNexusUntilTheThirdInARowCountsForItsBackend() {
        // given
        var counted = new Counted(backend("a", "vllm"));

        // when
        counted.voided("a", 3);

        // then
        var scrape = counted.scrape();
        assertEquals(2, scrape.value("nexus_checks_void_total"));
        assertEquals(3, scrape.value("nexus_check_lateness_seconds_count"));
        assertEquals(1, scrape.value("nexus_backend_checks_total{backend=\"a\",result=\"failure\",type=\"vllm\"}"));
    }

    @Test
    void whatIsNotKnownYetHasNoSeries() {
        var scrape = new Counted(backend("a", "vllm")).scrape();
        assertFalse(scrape.speaksOf("nexus_backend_latency_seconds"));
        assertFalse(scrape.speaksOf("nexus_backend_models"));
    }

    @Test
    void openMetricsComesToWhoNamesIt() {
        // when
        String accept = "application/openmetrics-text;version=1.0.0;q=0.5,text/plain;version=0.0.4;q=0.4,*/*;q=0.1";
        String text = Counted.busy().text(accept);

        // then
        assertTrue(text.endsWith("\n# EOF\n"), text);
        assertTrue(text.contains("# UNIT nexus_check_duration_seconds seconds\n"), text);
        assertTrue(text.contains("# TYPE nexus_build info\n"), text);
    }
}
