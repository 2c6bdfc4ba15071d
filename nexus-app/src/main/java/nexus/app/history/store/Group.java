package nexus.app.history.store;

import java.util.Arrays;

/// Sixty-four backends whose tallies of one time lie in one row: a row for each backend would take more for the row
/// than for what it says. For one thread.
final class Group {

    private static final int SIZE = 64;

    private final Tally[] tallies = new Tally[SIZE];

    Group() {
        Arrays.fill(tallies, Tally.NONE);
    }

    /// The number of the group that a backend belongs to.
    static int of(int backend) {
        return backend / SIZE;
    }

    /// @throws Bytes.DamagedException if it isn't one
    static Group read(byte[] row, Packing packing) {
        var group = new Group();
        var in = new Bytes.Reader(row);
        for (int place = 0; !in.isAtEnd(); place++) {
            if (place == SIZE) {
                throw new Bytes.DamagedException();
            }
            group.tallies[place] = packing.read(in);
        }
        return group;
    }

    Tally tally(int backend) {
        return tallies[backend % SIZE];
    }

    void add(int backend, Tally tally) {
        int place = backend % SIZE;
        tallies[place] = tallies[place].plus(tally);
    }

    void add(Group other) {
        for (int place = 0; place < SIZE; place++) {
            tallies[place] = tallies[place].plus(other.tallies[place]);
        }
    }

    /// The row, as far as somebody was checked.
    byte[] row(Packing packing) {
        var out = new Bytes();
        int end = 0;
        for (var tally : tallies) {
            packing.write(tally, out);
            end = tally.isEmpty() ? end : out.size();
        }
        return out.first(end);
    }
}
