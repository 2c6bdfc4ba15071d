package first;

/// The least that a Java program can do: what its start takes is the runtime's own.
public final class Empty {
    private Empty() {}

    /// For the command line.
    public static void main(String[] args) {}
}
