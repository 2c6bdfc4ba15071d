package nexus.app.boot;

/// Which Nexus this is.
public final class Version {

    /// The version of the build; a test compares it with the build's own word.
    public static final String TEXT = "0.1.0";

    private Version() {}
}
