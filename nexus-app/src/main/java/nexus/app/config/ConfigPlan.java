package nexus.app.config;

import java.util.List;

/// The difference between two configurations, for people. Immutable; holds no secret.
///
/// @param sections in the order of the file's documentation
/// @param backends changed and removed ones in the order of the old fleet, then the added ones
public record ConfigPlan(List<SectionChange> sections, List<BackendChange> backends) {

    public ConfigPlan {
        sections = List.copyOf(sections);
        backends = List.copyOf(backends);
    }

    /// Compares two configurations with their whole fleets: a backend is its name.
    public static ConfigPlan between(
            NexusConfig old, List<BackendConfig> oldFleet, NexusConfig now, List<BackendConfig> newFleet) {
        return new ConfigPlan(List.of(), List.of());
    }

    public boolean isEmpty() {
        return sections.isEmpty() && backends.isEmpty();
    }
}
