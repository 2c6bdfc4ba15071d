package nexus.probe.generic;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nexus.spi.Answer;
import nexus.spi.BackendProbe;
import nexus.spi.testkit.ProbeContract;
import nexus.spi.testkit.Recording;
import org.junit.jupiter.api.Test;

class GenericProbeTest implements ProbeContract {

    @Override
    public BackendProbe probe() {
        return new GenericProbe();
    }

    @Override
    public List<Answer> samples() {
        return Stream.of(
                        "fastchat-0.2.36/v1-models.http",
                        "litellm-1.108.7/v1-models.http",
                        "litellm-1.108.7/v1-models-nokey.http")
                .map(file -> Recording.read(Path.of("src/test/resources/recordings", file))
                        .answer())
                .toList();
    }

    @Test
    void asksOnlyForTheListOfModels() {
        assertTrue(probe().question().path().equals("/v1/models")
                && probe().followUps().isEmpty());
    }

    @Test
    void claimsNoAnswerAsItsOwn() {
        assertFalse(samples().stream().anyMatch(probe()::resembles));
    }
}
