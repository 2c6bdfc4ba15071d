package nexus.app.notify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nexus.app.notify.Message.Told;

/// Backends of one kind in a message: the first of them, and how many there are.
///
/// @param first at most [#MOST]
/// @param all   how many there are, those included
/// @param host  the one that all of them share
record Part<T extends Told>(List<T> first, int all, Optional<String> host) {

    static final int MOST = 100;

    Part {
        first = List.copyOf(first);
    }

    static <T extends Told> Part<T> none() {
        return new Part<>(List.of(), 0, Optional.empty());
    }

    /// Gathers a part; for one thread.
    static final class Gathering<T extends Told> {

        private final List<T> first = new ArrayList<>();
        private Optional<String> host = Optional.empty();
        private int all;

        void add(T told) {
            host = all == 0 ? Optional.of(told.host()) : host.filter(told.host()::equals);
            all++;
            if (first.size() < MOST) {
                first.add(told);
            }
        }

        Part<T> part() {
            return new Part<>(first, all, host);
        }
    }
}
