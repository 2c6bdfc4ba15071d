package nexus.app.notify;

import java.time.InstantSource;
import nexus.app.exchange.Lines;
import nexus.app.registry.Registry;

/// What all receivers work with.
///
/// @param userAgent `nexus/1.2.3`
record Services(Registry registry, Lines lines, String userAgent, InstantSource clock) {}
