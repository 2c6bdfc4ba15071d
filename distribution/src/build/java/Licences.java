import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the licences of the jars in `mods/` want a distribution to carry: their texts and notices.
///
/// The texts come out of the jar; where it has none, its line in `components.txt` names ours.
record Licences(Path mods, Components components, Path ours, Path apache) {
    private static final Pattern TEXT = Pattern.compile("META-INF/([A-Za-z-]*(?:LICENSE|NOTICE)(?:\\.txt|\\.md)?)");

    void writeTo(Path target) throws IOException {
        var list = new TreeMap<String, String>();
        for (var jar : jars()) {
            var name = jar.getFileName().toString();
            var component = components.of(name);
            list.put(name, component.spdx());
            copyTexts(jar, component, target);
        }
        Files.writeString(target.resolve("THIRD-PARTY.txt"), summary(list));
    }

    private List<Path> jars() throws IOException {
        try (Stream<Path> all = Files.list(mods)) {
            return all.filter(jar -> !jar.getFileName().toString().startsWith("nexus-"))
                    .sorted()
                    .toList();
        }
    }

    private void copyTexts(Path jar, Components.Component component, Path target) throws IOException {
        var folder = Files.createDirectories(target.resolve(component.folder()));
        if (component.text().equals("Apache-2.0")) {
            Files.write(folder.resolve("LICENSE"), Files.readAllBytes(apache));
            return;
        }
        if (!component.text().isEmpty()) {
            Files.write(folder.resolve("LICENSE"), Files.readAllBytes(ours.resolve(component.text())));
            return;
        }
        var found = new ArrayList<String>();
        try (var file = new JarFile(jar.toFile())) {
            for (var entry : file.stream().toList()) {
                var text = TEXT.matcher(entry.getName());
                if (text.matches()) {
                    Files.write(folder.resolve(text.group(1)), file.getInputStream(entry).readAllBytes());
                    found.add(text.group(1));
                }
            }
        }
        if (found.stream().noneMatch(text -> text.contains("LICENSE"))) {
            throw new Complete.BrokenBuild(jar.getFileName() + " brings no licence text: name one in components.txt");
        }
    }

    private static String summary(TreeMap<String, String> list) {
        var text = new StringBuilder("""
                Nexus is under the Apache License 2.0 (see LICENSE). It comes with these libraries, unchanged,
                but that, where a Java runtime comes along, sqlite-jdbc brings its native library for one system only and
                picocli's classes have stack maps, so that the JVM starts faster with them;
                their licence texts and notices lie in licenses/ of the distribution, one folder a project.
                The Java runtime's own licences lie in runtime/legal.

                """);
        list.forEach((jar, spdx) -> text.append("%-55s %s%n".formatted(jar, spdx)));
        return text.toString();
    }
}
