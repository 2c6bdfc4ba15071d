package nexus.app.config;

import io.helidon.config.spi.ConfigContent.NodeContent;
import io.helidon.config.spi.ConfigNode.ObjectNode;
import io.helidon.config.spi.ConfigSource;
import io.helidon.config.spi.NodeConfigSource;
import java.util.Optional;

/// The checked file as a source of Helidon Config.
///
/// @param origin the file as the user named it
record TomlSource(String origin, ObjectNode tree) implements ConfigSource, NodeConfigSource {

    @Override
    public Optional<NodeContent> load() {
        return Optional.of(NodeContent.builder().node(tree).build());
    }

    @Override
    public String description() {
        return "TOML " + origin;
    }
}
