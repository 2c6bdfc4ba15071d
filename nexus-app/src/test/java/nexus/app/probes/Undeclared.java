package nexus.app.probes;

/// What foreign code can do to any caller: throw a checked exception that no signature names.
public final class Undeclared {

    private Undeclared() {}

    /// Throws this as it is.
    ///
    /// @return never
    public static <R> R thrown(Throwable anything) {
        return Undeclared.<R, RuntimeException>asItIs(anything);
    }

    @SuppressWarnings("unchecked")
    private static <R, T extends Throwable> R asItIs(Throwable anything) throws T {
        throw (T) anything;
    }
}
