package nexus.spi.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nexus.spi.Answer;
import nexus.spi.BackendProbe;
import org.junit.jupiter.api.Test;

/// Readers are pure functions. Part of [ProbeContract].
public interface PureReaderContract {

    BackendProbe probe();

    List<Answer> samples();

    @Test
    default void thereAreSamplesToReadAgainAndAgain() {
        assertFalse(samples().isEmpty());
    }

    @Test
    default void theSameAnswerReadsTheSameTwiceAndByAnotherInstance() {
        for (Answer sample : samples()) {
            Verdicts first = Verdicts.of(probe(), sample);

            assertEquals(first, Verdicts.of(probe(), sample), sample::toString);
        }
    }

    @Test
    default void whatStandsAroundTheBodyInItsBufferIsNotRead() {
        for (Answer sample : samples()) {
            byte[] buffer = new byte[sample.bodyLength() + 64];
            Arrays.fill(buffer, (byte) '[');
            copy(sample, buffer, 32);
            var inside = Answer.of(sample.status(), sample.headers(), buffer, 32, sample.bodyLength());

            assertEquals(Verdicts.of(probe(), sample), Verdicts.of(probe(), inside), sample::toString);
        }
    }

    @Test
    default void nothingOfAnAnswerIsKept() {
        for (Answer sample : samples()) {
            byte[] buffer = new byte[sample.bodyLength()];
            copy(sample, buffer, 0);
            Verdicts before =
                    Verdicts.of(probe(), Answer.of(sample.status(), sample.headers(), buffer, 0, buffer.length));

            Arrays.fill(buffer, (byte) 'x'); // as when Nexus uses the buffer for another backend

            assertEquals(Verdicts.of(probe(), sample), before, sample::toString);
        }
    }

    @Test
    default void oneInstanceReadsOnManyThreadsAtOnce() throws ExecutionException, InterruptedException {
        BackendProbe probe = probe();
        List<Verdicts> alone =
                samples().stream().map(sample -> Verdicts.of(probe, sample)).toList();
        Callable<List<Verdicts>> all = () ->
                samples().stream().map(sample -> Verdicts.of(probe, sample)).toList();

        try (var executor = Executors.newFixedThreadPool(4)) {
            List<Future<List<Verdicts>>> running = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                running.add(executor.submit(all));
            }
            for (var future : running) {
                assertEquals(alone, future.get());
            }
        }
    }

    private static void copy(Answer sample, byte[] buffer, int offset) {
        try (var body = sample.body()) {
            body.readNBytes(buffer, offset, sample.bodyLength());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
