package nexus.app.history.store;

import nexus.app.history.Latencies;

/// How a [Tally] lies in the database: the number of checks; if that is not 0, how many failed; and if not all did, how
/// long the others took.
enum Packing {

    /// Minutes: each bucket that was hit, as its distance from the one before, and its count. Sums stay exact.
    EXACT {
        @Override
        void write(Latencies latencies, Bytes out) {
            int[] counts = latencies.counts();
            int hit = 0;
            for (int count : counts) {
                hit += count > 0 ? 1 : 0;
            }
            out.number(hit);
            int before = 0;
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] > 0) {
                    out.number(i - before);
                    out.number(counts[i]);
                    before = i;
                }
            }
        }

        @Override
        Latencies read(long succeeded, Bytes.Reader in) {
            var counts = new int[Latencies.BUCKETS];
            int bucket = 0;
            for (int left = in.number(); left > 0; left--) {
                bucket = valid(bucket + in.number());
                counts[bucket] = in.number();
            }
            return Latencies.of(counts);
        }
    },

    /// Hours: the buckets of a few quantiles, a byte each. These quantiles are as they were, others lie between; sums
    /// of many hours are near the truth.
    QUANTILES {
        @Override
        void write(Latencies latencies, Bytes out) {
            int[] counts = latencies.counts();
            long all = latencies.count();
            for (int percent : PERCENTS) {
                out.octet(bucket(counts, rank(percent, all)));
            }
        }

        @Override
        Latencies read(long succeeded, Bytes.Reader in) {
            var counts = new int[Latencies.BUCKETS];
            long below = 0;
            for (int percent : PERCENTS) {
                long rank = rank(percent, succeeded);
                counts[valid(in.octet())] += (int) (rank - below);
                below = rank;
            }
            return Latencies.of(counts);
        }
    };

    private static final int[] PERCENTS = {50, 90, 95, 99, 100};

    abstract void write(Latencies latencies, Bytes out);

    /// @param succeeded how many there are; positive
    abstract Latencies read(long succeeded, Bytes.Reader in);

    void write(Tally tally, Bytes out) {
        out.number(tally.checks());
        if (!tally.isEmpty()) {
            out.number(tally.failed());
            if (tally.failed() < tally.checks()) {
                write(tally.latencies(), out);
            }
        }
    }

    /// @throws Bytes.DamagedException if there is none
    Tally read(Bytes.Reader in) {
        int checks = in.number();
        if (checks == 0) {
            return Tally.NONE;
        }
        int failed = in.number();
        if (checks < 0 || failed < 0 || failed > checks) {
            throw new Bytes.DamagedException();
        }
        return new Tally(checks, failed, failed == checks ? Latencies.NONE : read(checks - failed, in));
    }

    /// How many of all do not exceed this quantile, rounded up.
    private static long rank(int percent, long all) {
        return (all * percent + 99) / 100;
    }

    private static int bucket(int[] counts, long rank) {
        long left = rank;
        for (int i = 0; i < counts.length; i++) {
            left -= counts[i];
            if (left <= 0) {
                return i;
            }
        }
        return 0;
    }

    private static int valid(int bucket) {
        if (bucket < 0 || bucket >= Latencies.BUCKETS) {
            throw new Bytes.DamagedException();
        }
        return bucket;
    }
}
