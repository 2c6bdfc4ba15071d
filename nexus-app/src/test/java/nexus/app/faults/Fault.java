package nexus.app.faults;

import nexus.app.exchange.OneServer.Script;

/// What can go wrong, under the id of its row in `docs/faults.md`.
sealed interface Fault {

    String id();

    /// Makes it happen to one check, and says what Nexus made of it.
    Seen play(Stage stage) throws Exception;

    /// A fault of a server or of the way to it: it can also stand in a fleet.
    record OfBackend(String id, Scene scene) implements Fault {
        @Override
        public Seen play(Stage stage) throws Exception {
            return stage.check(scene.on(stage));
        }
    }

    /// A fault of the machine that Nexus runs on.
    record OfObserver(String id, Play scene) implements Fault {
        @Override
        public Seen play(Stage stage) throws Exception {
            return scene.play(stage);
        }
    }

    /// Sets up what a backend's URL leads to.
    interface Scene {
        Setup on(Stage stage) throws Exception;
    }

    /// A course of events with checks in it.
    interface Play {
        Seen play(Stage stage) throws Exception;
    }

    /// An OpenAI-like server that treats each connection so.
    static Fault of(String id, Script script) {
        return of(id, "openai", script);
    }

    static Fault of(String id, String type, Script script) {
        return new OfBackend(id, stage -> stage.http(script).as(type));
    }

    /// One that is waited for in vain, so the timeout is a short one.
    static Fault silent(String id, Script script) {
        return new OfBackend(id, stage -> stage.http(script).briefly());
    }
}
