/// Knows what any server compatible with OpenAI's API has in common.
module nexus.probe.generic {
    requires nexus.spi;

    // The type `generic`, found by Nexus at start.
    provides nexus.spi.BackendProbe with
            nexus.probe.generic.GenericProbe;
}
