package nexus.distribution.docs;

/// A program of others that isn't installed here. On build machines (`.ci/run` says so) this is a failure.
final class MissingTool extends Exception {

    private static final long serialVersionUID = 1;

    private static final boolean REQUIRED = "required".equals(System.getenv("NEXUS_TEST_TOOLS"));

    private MissingTool(String what) {
        super(what);
    }

    /// @param output what the shell said, in its last line
    /// @throws AssertionError instead, where all have to be there
    static MissingTool of(String output) {
        var what = "a tool is missing: " + output.lines().reduce("", (_, last) -> last);
        if (REQUIRED) {
            throw new AssertionError(what);
        }
        return new MissingTool(what);
    }
}
