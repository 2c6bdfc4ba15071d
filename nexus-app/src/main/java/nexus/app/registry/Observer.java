package nexus.app.registry;

/// Is told what the registry takes in, on the thread that recorded it: a check's own.
///
/// It must not wait and must not throw: a few stores, or one offer to a bounded queue. A transition or a changed
/// list of models is told under the registry's lock, so that all observers hear them in the order in which they
/// happened; calls for one backend come in its order, calls for several may come at once.
public interface Observer {

    /// A check was counted, or a status was changed by the operator.
    void checked(Change change);

    /// A check was void: it is no evidence and changed no status.
    default void voided(Change change) {}

    /// The fleet was replaced by another; told under the registry's lock.
    void fleetChanged(Renewal renewal);
}
