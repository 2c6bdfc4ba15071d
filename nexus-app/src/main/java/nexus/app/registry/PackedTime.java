package nexus.app.registry;

/// Spans of time in 16 bits: tenths of a microsecond as a number of eleven bits and an exponent of two in
/// five, so that short ones are exact to that tenth and long ones to a thousandth; up to days.
final class PackedTime {

    private static final long UNIT_NANOS = 100;
    private static final int DIGITS = 11;
    private static final int MOST_EXPONENT = 31;

    private PackedTime() {}

    /// @param nanos not negative; what is too long becomes the longest there is
    static char of(long nanos) {
        long units = Math.max(0, nanos) / UNIT_NANOS;
        int exponent = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(units) - DIGITS);
        return exponent > MOST_EXPONENT
                ? Character.MAX_VALUE
                : (char) (exponent << DIGITS | (int) (units >>> exponent));
    }

    static long nanos(char packed) {
        long digits = packed & (1 << DIGITS) - 1;
        return (digits << (packed >>> DIGITS)) * UNIT_NANOS;
    }
}
