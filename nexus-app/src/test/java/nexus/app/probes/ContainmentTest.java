package nexus.app.probes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import nexus.app.probes.Containment.ProbeTookTooLong;
import nexus.spi.Answer;
import nexus.spi.BackendProbe;
import nexus.spi.Finding;
import nexus.spi.FollowUp;
import nexus.spi.Model;
import nexus.spi.ModelList;
import nexus.spi.Question;
import nexus.spi.Reading;
import org.junit.jupiter.api.Test;

class ContainmentTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final Answer ANSWER = Answer.of(200, "{}");

    @Test
    void whatTheCodeGivesOrThrowsComesThrough() {
        var containment = new Containment("acme.jar", LONG);

        assertEquals("given", containment.call(() -> "given"));
        assertThrows(
                IllegalArgumentException.class,
                () -> containment.call(() -> {
                    throw new IllegalArgumentException();
                }));
        assertThrows(
                StackOverflowError.class,
                () -> containment.call(() -> {
                    throw new StackOverflowError();
                }));
        assertThrows(IOException.class, () -> containment.call(() -> Undeclared.thrown(new IOException())));
    }

    @Test
    void codeThatNeverComesBackIsLeftAloneAndInterrupted() throws Exception {
        var containment = new Containment("acme.jar", SHORT);
        var interrupted = new CountDownLatch(1);

        assertThrows(
                ProbeTookTooLong.class,
                () -> containment.call(() -> {
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException _) {
                        interrupted.countDown();
                    }
                    return "late";
                }));

        interrupted.await();
    }

    @Test
    void codeThatHearsNoInterruptUsesUpItsOwnThreadsOnly() {
        // given a plugin both of whose threads spin for ever
        var end = new CountDownLatch(1);
        var stuck = new Containment("stuck.jar", SHORT);
        try {
            for (int i = 0; i < 2; i++) {
                assertThrows(ProbeTookTooLong.class, () -> stuck.call(() -> spin(end)));
            }

            // then its next call isn't run and ends in time, and another plugin is not concerned
            assertThrows(ProbeTookTooLong.class, () -> stuck.call(() -> "never run"));
            assertEquals("works", new Containment("good.jar", LONG).call(() -> "works"));
        } finally {
            end.countDown();
        }
    }

    @Test
    void aContainedProbeAnswersLikeItsOwnOnAnotherThread() {
        var reader = new AtomicReference<Thread>();
        var contained = ContainedProbe.of(new Talkative(reader), new Containment("talk.jar", LONG));
        var models = ModelList.builder().add(Model.named("m")).build();

        assertEquals("talkative", contained.type());
        assertEquals("/x", contained.question().path());
        assertEquals(Reading.ready(), contained.question().read(ANSWER));
        assertFalse(Thread.currentThread().equals(reader.get()));
        assertEquals(Finding.models(models), contained.followUps().getFirst().read(ANSWER, models));
        assertEquals("/more", contained.followUps().getFirst().path());
        assertEquals(List.of("/telling"), contained.tellingPaths());
        assertTrue(contained.resembles(ANSWER));
    }

    private static String spin(CountDownLatch end) {
        while (end.getCount() > 0) {
            Thread.onSpinWait();
        }
        return "late";
    }

    /// Says something other than nothing everywhere.
    private record Talkative(AtomicReference<Thread> reader) implements BackendProbe {

        @Override
        public String type() {
            return "talkative";
        }

        @Override
        public Question question() {
            return Question.get("/x", _ -> {
                reader.set(Thread.currentThread());
                return Reading.ready();
            });
        }

        @Override
        public List<FollowUp> followUps() {
            return List.of(FollowUp.get("/more", (_, known) -> Finding.models(known)));
        }

        @Override
        public List<String> tellingPaths() {
            return List.of("/telling");
        }

        @Override
        public boolean resembles(Answer answer) {
            return true;
        }
    }
}
