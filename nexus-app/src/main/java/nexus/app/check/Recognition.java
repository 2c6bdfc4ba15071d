package nexus.app.check;

/// What [Recognizer] found at an address. Texts are one line, without control characters and secrets.
public sealed interface Recognition {

    /// A server of a type that Nexus can check.
    ///
    /// @param type a known type, never an alias
    /// @param how  a clause that says how we know: `/api/tags lists models as ollama does`
    record Recognised(String type, String how) implements Recognition {}

    /// A Nexus: it watches servers, and is none.
    record Nexus() implements Recognition {}

    /// It speaks HTTP, but like no type that is known.
    ///
    /// @param reason why not, a clause
    record Unrecognised(String reason) implements Recognition {}

    /// No answer was had.
    ///
    /// @param listens whether something took the connection
    /// @param reason  what happened, a clause
    record Unheard(boolean listens, String reason) implements Recognition {}
}
