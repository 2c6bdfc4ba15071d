package nexus.app.demo;

import java.time.Duration;

/// One line of the script: at a time, one stand-in changes, and the audience is told.
///
/// @param at   since the beginning of the round
/// @param role the stand-in's name
/// @param line what to say about it, one sentence
record Step(Duration at, String role, Act act, String line) {

    /// What can happen to a stand-in.
    sealed interface Act {

        void on(StandIn standIn);

        /// From now on it behaves like this.
        record Become(Behaviour behaviour) implements Act {
            @Override
            public void on(StandIn standIn) {
                standIn.become(behaviour);
            }
        }

        /// Its process ends: the port is closed.
        record Die() implements Act {
            @Override
            public void on(StandIn standIn) {
                standIn.goDown();
            }
        }

        /// It is started again as it was.
        record Return() implements Act {
            @Override
            public void on(StandIn standIn) {
                standIn.comeBack();
            }
        }
    }

    static Step at(int seconds, String role, Act act, String line) {
        return new Step(Duration.ofSeconds(seconds), role, act, line);
    }

    static Step at(int seconds, String role, Behaviour behaviour, String line) {
        return at(seconds, role, new Act.Become(behaviour), line);
    }
}
