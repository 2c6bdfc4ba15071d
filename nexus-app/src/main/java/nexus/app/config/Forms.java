package nexus.app.config;

import java.util.List;

/// What more than one key takes.
final class Forms {

    /// Checks that are closer together are a load test. One day at most.
    static final Scalar INTERVAL = Scalar.Seconds.of("0.05", "86400");

    static final Scalar TIMEOUT = Scalar.Seconds.of("0.001", "3600");
    static final Scalar THRESHOLD = new Scalar.Whole(1, 1000);
    static final Scalar ON_PARSE_ERROR = new Scalar.Word(List.of("fail", "alive"));
    static final Scalar SWITCH = new Scalar.Switch();
    static final Scalar NAME = new Scalar.Text("1 to 64 of the characters A-Z a-z 0-9 . _ -", Rules::isName);
    static final Scalar PEM = new Scalar.Text("the name of a PEM file", text -> !text.isBlank());
    static final Scalar FILE = new Scalar.Text("the name of a file", text -> !text.isBlank());
    static final Scalar VARIABLE =
            new Scalar.Hidden("the name of an environment variable, not the secret itself", Rules::isVariable);
    static final Shape LABELS = new Shape.Named(Rules::label, new Scalar.Text("a string", text -> true));

    private Forms() {}
}
