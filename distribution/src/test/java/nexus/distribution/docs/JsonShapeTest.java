package nexus.distribution.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonShapeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            {"a":1,"b":[{"c":"x"}]}    | {"b":[{"c":"y"},{"c":"z"}],"a":2} | true
            {"a":{...}}                | {"a":{"b":1}}                     | true
            {"a":"..."}                | {"a":null}                        | true
            {"a":[...]}                | {"a":[1,{"b":2}]}                 | true
            {"a":1}                    | {"a":1,"b":2}                     | false
            {"a":1,"b":2}              | {"a":1}                           | false
            {"a":1}                    | {"a":"1"}                         | false
            {"a":[1]}                  | {"a":[{}]}                        | false
            {"a":{...}}                | {"ab":{"b":1}}                    | false""")
    void keysAndKindsOfValuesCount(String shown, String printed, boolean alike) {
        assertEquals(alike, JsonShape.difference(shown, printed).isEmpty());
    }

    @Test
    void whatIsNotJsonIsSaidToBeSo() {
        assertThrows(AssertionError.class, () -> JsonShape.difference("{}", "nexus: no Nexus answers"));
    }
}
