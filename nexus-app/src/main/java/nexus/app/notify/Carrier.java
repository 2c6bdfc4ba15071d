package nexus.app.notify;

/// Takes a request to a receiver.
@FunctionalInterface
interface Carrier {

    /// Makes one attempt, and waits for what comes of it; interrupting the thread ends that at once.
    ///
    /// @param id of the message; the same in all attempts
    Outcome carry(Post post, String id);
}
