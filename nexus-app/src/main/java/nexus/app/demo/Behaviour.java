package nexus.app.demo;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// What a [StandIn] does with a request. Immutable.
public sealed interface Behaviour {

    /// Answers by path.
    ///
    /// @param byPath    an exact target (`/v1/models?limit=1`) goes before its path alone
    /// @param otherwise every other path
    record Answers(Map<String, Reply> byPath, Reply otherwise) implements Behaviour {
        public Answers {
            byPath = Map.copyOf(byPath);
            Objects.requireNonNull(otherwise, "otherwise");
        }

        Reply to(String target) {
            int query = target.indexOf('?');
            String path = query < 0 ? target : target.substring(0, query);
            Reply exact = byPath.get(target);
            return exact != null ? exact : byPath.getOrDefault(path, otherwise);
        }

        /// The same with one path's answer replaced or added.
        public Answers with(String path, Reply reply) {
            var more = new HashMap<>(byPath);
            more.put(path, reply);
            return new Answers(more, otherwise);
        }
    }

    /// Accepts, reads, and never answers; ends when the client gives up.
    record Hangs() implements Behaviour {}

    /// Reads the request and closes without a word.
    record HangsUp() implements Behaviour {}

    /// One behaviour for the next requests, another from then on.
    ///
    /// @param requests how many, 1 or more; each StandIn that becomes this counts anew
    record Times(Behaviour now, int requests, Behaviour after) implements Behaviour {
        public Times {
            Objects.requireNonNull(now, "now");
            Objects.requireNonNull(after, "after");
            if (requests < 1) {
                throw new IllegalArgumentException("for at least one request: " + requests);
            }
        }

        Behaviour rest() {
            return requests == 1 ? after : new Times(now, requests - 1, after);
        }
    }

    /// The same answer for every path.
    static Answers always(Reply reply) {
        return new Answers(Map.of(), reply);
    }

    /// One path, and 404 for the rest.
    static Answers at(String path, Reply reply) {
        return new Answers(Map.of(path, reply), Reply.of("404 Not Found", "text/plain", "404 page not found"));
    }
}
