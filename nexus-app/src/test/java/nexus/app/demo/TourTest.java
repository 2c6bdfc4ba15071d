package nexus.app.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TourTest {

    private static final Tour TOUR = Tour.SCRIPT;

    @Test
    void timesNeverFallAndStayWithinTheRound() {
        Duration last = Duration.ZERO;
        for (var step : TOUR.steps()) {
            assertTrue(step.at().compareTo(last) >= 0, step.toString());
            last = step.at();
        }
        assertTrue(last.compareTo(TOUR.round()) < 0);
    }

    @Test
    void everyStepIsOneLineAboutSomebodyOfTheCast() {
        var cast = Cast.ALL.stream().map(Cast::name).collect(Collectors.toSet());

        for (var step : TOUR.steps()) {
            assertTrue(cast.contains(step.role()), step.role());
            assertFalse(step.line().isBlank());
            assertFalse(step.line().contains("\n"), step.line());
        }
    }

    @Test
    void afterARoundEverybodyIsWhereTheyBegan() {
        var behaviours = new HashMap<String, Behaviour>();
        Cast.ALL.forEach(role -> behaviours.put(role.name(), role.first()));
        var before = new HashMap<>(behaviours);
        var down = new HashSet<String>();

        for (var step : TOUR.steps()) {
            play(step, behaviours, down);
        }
        play(TOUR.steps().getFirst(), behaviours, down);

        assertEquals(before, behaviours);
        assertTrue(down.isEmpty(), down.toString());
    }

    @Test
    void everyTroubleLastsLongEnoughToBeJudgedUnhealthy() {
        // given three failed checks 2 s apart, each up to 1 s long, and one interval until the first of them
        Duration needed = Duration.ofSeconds(7);
        var since = new HashMap<String, Duration>();

        // when the script is played, then each trouble ends later than that
        for (var step : TOUR.steps()) {
            Duration began = since.put(step.role(), step.at());
            assertTrue(began == null || step.at().minus(began).compareTo(needed) > 0, step.toString());
        }
    }

    private static void play(Step step, HashMap<String, Behaviour> behaviours, HashSet<String> down) {
        switch (step.act()) {
            case Step.Act.Become become -> behaviours.put(step.role(), become.behaviour());
            case Step.Act.Die _ -> assertTrue(down.add(step.role()));
            case Step.Act.Return _ -> assertTrue(down.remove(step.role()));
        }
    }
}
