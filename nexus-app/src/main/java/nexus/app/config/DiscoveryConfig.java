package nexus.app.config;

/// `[discovery]`: accepted so that files written for it start; there is no discovery yet.
public record DiscoveryConfig(boolean enabled) {

    public static final DiscoveryConfig DEFAULT = new DiscoveryConfig(false);
}
