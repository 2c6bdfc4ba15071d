package nexus.app.discover;

import java.util.List;
import nexus.app.config.BackendUrl;

/// What was found somewhere. Texts are one line, without control characters; model ids are as they came.
public sealed interface Find {

    BackendUrl url();

    /// A server that can be a backend.
    ///
    /// @param name   fit for a configuration, unique among what was found
    /// @param how    how its type is known
    /// @param health `healthy`, or what a check said instead
    /// @param models the ids that it listed
    record Server(BackendUrl url, String name, String type, String how, String health, List<String> models)
            implements Find {
        public Server {
            models = List.copyOf(models);
        }

        Server named(String name) {
            return new Server(url, name, type, how, health, models);
        }
    }

    /// Something that listens and is none that is known.
    record Stranger(BackendUrl url, String reason) implements Find {}

    /// A Nexus, which is no backend.
    record Nexus(BackendUrl url) implements Find {}
}
