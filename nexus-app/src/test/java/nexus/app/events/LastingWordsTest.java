package nexus.app.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LastingWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "connected in 0.4 ms, then no answer for 5 s | connected in 12 ms, then no answer for 2.5 s | true",
                "no answer for 5 s | no connection for 5 s | false",
                "request req_4f says no | request 7 says no | true",
                "the answer is \"busy, wait\" | the answer is \"go away\" | true",
                "the answer is \"busy | the answer is \"away | false",
                "the answer is \"4 | the answer is 5\" | true",
                "no answer | no answer for 5 s | false",
                "no answer for 5 s | no answer for 5 s more | false",
                "12 | 7 | true",
                "~~ | ~~ | true",
                "~~ | 7 | false",
            })
    void onlyQuotationsAndWordsWithDigitsMayDiffer(String one, String other, boolean same) {
        assertEquals(same, LastingWords.areSame(one, other));
        assertEquals(same, LastingWords.areSame(other, one));
    }
}
