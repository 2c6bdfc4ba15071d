package nexus.app.probes;

import java.lang.module.ModuleDescriptor;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Objects;
import java.util.Optional;
import nexus.spi.BackendProbe;

/// A probe and where it came from.
///
/// @param module  its module; empty on the class path
/// @param version the module's version, else that of the jar's manifest; empty where neither tells
/// @param jar     the name of the jar or folder, without its path; empty where it can't be told
public record FoundProbe(BackendProbe probe, String module, String version, String jar) {

    public FoundProbe {
        Objects.requireNonNull(probe, "probe");
        Objects.requireNonNull(module, "module");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(jar, "jar");
    }

    static FoundProbe of(BackendProbe probe) {
        Class<?> provider = probe.getClass();
        Module module = provider.getModule();
        return new FoundProbe(probe, module.isNamed() ? module.getName() : "", version(provider), jar(provider));
    }

    /// The same find, used through another probe.
    FoundProbe as(BackendProbe other) {
        return new FoundProbe(other, module, version, jar);
    }

    /// For messages: `com.acme.probe (acme-probe-1.2.jar)`.
    String origin() {
        return origin(module.isEmpty() ? probe.getClass().getName() : module, jar);
    }

    static String origin(Class<?> provider) {
        Module module = provider.getModule();
        String name = module.isNamed() ? module.getName() : provider.getName();
        return origin(name, jar(provider));
    }

    private static String origin(String name, String jar) {
        return jar.isEmpty() ? name : name + " (" + jar + ")";
    }

    private static String version(Class<?> provider) {
        return Optional.ofNullable(provider.getModule().getDescriptor())
                .flatMap(ModuleDescriptor::rawVersion)
                .or(() -> Optional.ofNullable(provider.getPackage().getImplementationVersion()))
                .orElse("");
    }

    private static String jar(Class<?> provider) {
        CodeSource source = provider.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return "";
        }
        try {
            URI location = source.getLocation().toURI();
            // A module linked into the runtime is at jrt:/name.
            Path file = location.getScheme().equals("file") ? Path.of(location).getFileName() : null;
            return file == null ? "" : file.toString();
        } catch (URISyntaxException | IllegalArgumentException _) {
            return "";
        }
    }
}
