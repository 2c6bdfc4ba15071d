package nexus.app.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import nexus.spi.Model;
import nexus.spi.ModelList;
import nexus.spi.ModelState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EchoesTest {

    private static final List<String> SECRETS = List.of("sk-4f1d9c2ab77e40c6", "application/json", "pw1!", "abc");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            no sk-4f1d9c2ab77e40c6, none           | no ***, none
            sk-4f1d9c2ab77e40c6sk-4f1d9c2ab77e40c6 | ******
            begins with sk-4f1d9c, goes on         | begins with ***, goes on
            ends with ab77e40c6                    | ends with ***
            4f1d9c2ab and 7e40c6 and 4f1d9c2ab     | *** and 7e40c6 and ***
            seven of it: sk-4f1d                   | seven of it: sk-4f1d
            4f1d9c2a2ab77e40                       | ******
            no application/xml                     | no application/xml
            an application/json                    | an ***
            pw1! and abc                           | *** and abc
            """)
    void whatIsSentBackIsHiddenWholeAndInPart(String text, String shown) {
        assertEquals(shown, Echoes.hidden(text, SECRETS));
    }

    @Test
    void noTextOfAModelShowsOne() {
        var models = ModelList.of(
                Model.named("sk-4f1d9c2ab77e40c6"),
                Model.named("m")
                        .withContextLength(7)
                        .withState(ModelState.LOADED)
                        .withCapabilities(List.of("chat", "4f1d9c2ab"))
                        .withOwnedBy("4f1d9c2ab")
                        .withDigest("4f1d9c2ab"));

        assertEquals(
                ModelList.of(
                        Model.named("***"),
                        Model.named("m")
                                .withContextLength(7)
                                .withState(ModelState.LOADED)
                                .withCapabilities(List.of("chat", "***"))
                                .withOwnedBy("***")
                                .withDigest("***")),
                Echoes.hidden(models, SECRETS));
    }

    @Test
    void aListWithoutAnyIsNotCopied() {
        var models = ModelList.of(Model.named("m"));

        assertSame(models, Echoes.hidden(models, SECRETS));
        assertSame(models, Echoes.hidden(models, List.of()));
    }
}
