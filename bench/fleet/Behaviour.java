package fleet;

/// What a stand-in does with a request. It follows from the number of its address alone, so that the measuring
/// program and the fleet agree without talking.
public enum Behaviour {
    /// A whole list at once.
    HEALTHY,
    /// Takes the request and never answers.
    HANG,
    /// One byte every half second: every second such stand-in drips its head, the others their body.
    DRIP,
    /// A list without end, by chunks or to the end of stream.
    FLOOD,
    /// Resets the connection when the request is there.
    RESET,
    /// A whole list after a wait that is shorter than the checker's timeout: late, but healthy.
    SLOW;

    private static final Behaviour[] HOSTILE = {HANG, DRIP, FLOOD, RESET, SLOW};

    /// Spreads the hostile ones evenly: 37 and 100 have no common divisor, so each hundred holds exactly
    /// `hostilePercent` of them, a fifth of each kind.
    public static Behaviour of(int index, int hostilePercent) {
        return index * 37L % 100 < hostilePercent ? HOSTILE[index % HOSTILE.length] : HEALTHY;
    }

    /// Whether a right checker calls such a backend healthy.
    public boolean answersInTime() {
        return this == HEALTHY || this == SLOW;
    }
}
