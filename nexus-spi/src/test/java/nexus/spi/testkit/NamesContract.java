package nexus.spi.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ServiceLoader;
import nexus.spi.BackendProbe;
import nexus.spi.FollowUp;
import org.junit.jupiter.api.Test;

/// What a probe says about itself. Part of [ProbeContract].
public interface NamesContract {

    BackendProbe probe();

    @Test
    default void theTypeIsLowerCaseLettersAndDigits() {
        assertTrue(probe().type().matches("[a-z0-9]{1,32}"), probe().type());
    }

    @Test
    default void aliasesAreOtherSpellingsOfTheType() {
        for (String alias : probe().aliases()) {
            assertTrue(alias.matches("[a-z0-9.-]{1,32}"), alias);
            assertFalse(alias.equals(probe().type()), "the type itself needs no alias");
        }
    }

    @Test
    default void theTellingPathsCanBeAskedAsTheyAre() {
        for (String path : probe().tellingPaths()) {
            assertTrue(path.matches("/[!-~&&[^#]]*"), path);
        }
    }

    @Test
    default void everyMethodAnswersTheSameAtEachCall() {
        BackendProbe probe = probe();

        assertEquals(probe.type(), probe.type());
        assertEquals(probe.aliases(), probe.aliases());
        assertEquals(probe.question().path(), probe.question().path());
        assertEquals(probe.tellingPaths(), probe.tellingPaths());
        assertEquals(
                probe.followUps().stream().map(FollowUp::path).toList(),
                probe.followUps().stream().map(FollowUp::path).toList());
    }

    @Test
    default void theServiceLoaderFindsIt() {
        var found = ServiceLoader.load(BackendProbe.class).stream()
                .filter(provider -> provider.type() == probe().getClass())
                .map(ServiceLoader.Provider::get)
                .toList();

        assertEquals(1, found.size(), "instances named in META-INF/services/" + BackendProbe.class.getName());
        assertEquals(probe().type(), found.getFirst().type());
    }
}
