package fleet;

/// The loopback address of each stand-in: 127.1.0.1 to 127.1.0.250, 127.1.1.1 and so on.
public final class Addresses {
    private static final int PER_BLOCK = 250;

    private Addresses() {}

    public static String of(int index) {
        return "127.1." + index / PER_BLOCK + "." + (index % PER_BLOCK + 1);
    }
}
