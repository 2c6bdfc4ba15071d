package nexus.distribution.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What two outputs may differ in, and what not.
class SampleTest {

    private static final String SHOWN = """
            ✗ gpu-2 is unhealthy: HttpError(503)
              unhealthy since 21:10:29 (18s); vllm at http://gpu-2.example.com:8001

            │ name  │ latency │
            │ gpu-2 │ 12 ms   │
            ...
            exit code 1
            """;

    private static final String PRINTED = """
            ✗ gpu-2 is unhealthy: HttpError(503)
              unhealthy since 09:00:01 (2m 5s); vllm at http://gpu-2.example.com:8001

            │ name  │  latency │
            │ gpu-2 │ 112.5 ms │
            anything
            exit code 1
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-24T21:15:21.466Z                       | 2027-01-01T00:00:00.001Z
            healthy in 39.7 ms                             | healthy in 1204.1 ms
            "id":1795554918033,                            | "id":1799999999999,
            nexus 0.1.0                                    | nexus 12.0.3
            phases connect 6.8, wait 32.8 ms, mostly waiting for the answer | phases connect 0.1, wait 3, read 1.0 ms
            healthy 39.783 % of it                         | healthy 100 % of it
            checks ▁▁▁✗✗✗ 21:10:15                         | checks ▇▇▇▇▇▇▇▇ 09:00:00
            at http://127.0.0.1:42251                      | at http://127.0.0.1:33333
            nexus why ...                                  | nexus why anything""")
    void whatIsOfTheMomentMayDiffer(String shown, String printed) {
        assertEquals(Optional.empty(), Sample.difference(shown, printed));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Timeout(5)                | Timeout(6)
            HttpError(503)            | HttpError(502)
            http://127.0.0.1:8000     | http://127.0.0.1:8001
            http://127.0.0.1:8000     | http://127.0.0.2:8000
            2 healthy / 0 unhealthy   | 2 healthy / 1 unhealthy
            max_model_len 32768       | max_model_len 32769
            over 24h                  | over 30d
            ✓ gpu-1                   | ✗ gpu-1
            gpu-1 12 ms               | gpu-1 12 bytes""")
    void whatIsSaidMayNot(String shown, String printed) {
        assertNotEquals(Optional.empty(), Sample.difference(shown, printed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpu-2 is unhealthy", "exit code 1", "│ gpu-2 │", "http://gpu-2", "name"})
    void aChangedWordAnywhereIsFound(String word) {
        assertEquals(Optional.empty(), Sample.difference(SHOWN, PRINTED));

        assertNotEquals(Optional.empty(), Sample.difference(SHOWN, PRINTED.replace(word, "another")));
        assertNotEquals(Optional.empty(), Sample.difference(SHOWN.replace(word, "another"), PRINTED));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            one;two        | one
            one            | one;two
            one;two        | two;one
            one;...;three  | one;two
            ...;three      | three;four""")
    void linesThatLackOrAreTooManyAreFound(String shown, String printed) {
        assertNotEquals(Optional.empty(), Sample.difference(shown.replace(';', '\n'), printed.replace(';', '\n')));
    }
}
