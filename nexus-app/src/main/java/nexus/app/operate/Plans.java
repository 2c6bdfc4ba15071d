package nexus.app.operate;

import java.util.List;
import java.util.Optional;
import nexus.app.config.ConfigException;
import nexus.app.config.ConfigPlan;
import nexus.app.config.ConfigSource;
import nexus.app.config.KeyChange;
import nexus.app.config.NexusConfig;
import nexus.app.config.SectionChange;

/// Reads what is wanted, and compares it with what is in force.
final class Plans {

    private final ConfigSource source;
    /// What a running Nexus can't follow is compared with what it started with, however often it was reloaded.
    private final NexusConfig started;

    Plans(ConfigSource source, NexusConfig started) {
        this.source = source;
        this.started = started;
    }

    /// @param text empty: the file
    /// @throws OperateException if it is invalid, or there is no configuration file
    Standing read(Standing now, Optional<String> text) throws OperateException {
        if (source.file().isEmpty()) {
            throw OperateException.conflict("this Nexus runs without a configuration file");
        }
        try {
            return now.with(text.isPresent() ? source.read(text.get()) : source.read());
        } catch (ConfigException e) {
            throw OperateException.invalid("the configuration is not valid", e);
        }
    }

    Reload between(Standing now, Standing wanted) {
        var plan = plan(now.config(), now, wanted);
        return new Reload(
                false,
                plan.backends(),
                keys(plan.sections(), true),
                keys(plan(started, now, wanted).sections(), false),
                wanted.composition().notes());
    }

    private static ConfigPlan plan(NexusConfig old, Standing now, Standing wanted) {
        return ConfigPlan.between(
                old,
                now.composition().fleet(),
                wanted.config(),
                wanted.composition().fleet());
    }

    private static List<KeyChange> keys(List<SectionChange> sections, boolean atOnce) {
        return sections.stream()
                .filter(section -> section.atOnce() == atOnce)
                .map(SectionChange::change)
                .toList();
    }
}
