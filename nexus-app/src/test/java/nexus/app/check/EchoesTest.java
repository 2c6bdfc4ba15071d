package nexus.app.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import nexus.app.config.BackendConfig;
import nexus.app.config.BackendConfig.Credential;
import nexus.app.config.BackendConfig.Header;
import nexus.app.config.BackendUrl;
import nexus.app.config.Samples;
import nexus.app.config.Secret;
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
        assertEquals(shown, Echoes.inWords(SECRETS).hidden(text));
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
                Echoes.inWords(SECRETS).hidden(models));
    }

    @Test
    void aListWithoutAnyIsNotCopied() {
        var models = ModelList.of(Model.named("m"));

        assertSame(models, Echoes.inWords(SECRETS).hidden(models));
        assertSame(models, Echoes.inWords(List.of()).hidden(models));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nousresearch/hermes-4-405b | nousresearch/hermes-4-405b
            openai/gpt-4o              | openai/gpt-4o
            otter-nest/m               | ***/m
            by lab-token               | by ***
            ab77e40c6/m                | ***/m
            wren-song/m                | ***/m
            """)
    void aListKeepsTheWordsThatAHeaderInTheFileSays(String id, String shown) {
        var headers = List.of(
                new Header("X-Team", new Secret("research"), false),
                new Header("x-portkey-provider", new Secret("openai"), false),
                new Header("Authorization", new Secret("Bearer otter-nest"), false),
                new Header("X-Token", new Secret("lab-token"), true),
                new Header("X-Key", new Secret("sk-4f1d9c2ab77e40c6"), false));
        var key = new Credential("LAB_KEY", new Secret("wren-song"));
        var models = Echoes.inLists(backend(key, headers)).hidden(ModelList.of(Model.named(id)));

        assertEquals(shown, models.models().getFirst().id());
    }

    /// The windows of these have the same bytes.
    @Test
    void charactersThatOnlyResembleAKeysAreNone() {
        var text = new StringBuilder();
        "sk-4f1d9c2ab77e40c6".chars().forEach(c -> text.append((char) (c + 0x100)));

        assertEquals(text.toString(), Echoes.inWords(SECRETS).hidden(text.toString()));
    }

    @Test
    void whatStandsInAKeyTwiceIsHiddenAsFarAsItGoes() {
        assertEquals("*** b", Echoes.inWords(List.of("0123456-a0123456-ab")).hidden("0123456-ab b"));
    }

    private static BackendConfig backend(Credential key, List<Header> headers) {
        return Samples.carrying(BackendConfig.of("x", BackendUrl.parse("http://gpu-1:8000"), "openai"), key, headers);
    }
}
