package nexus.app.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The files of the page at `/`. Immutable.
///
/// All but `index.html` live under one folder whose name is made of their contents: browsers may keep them for ever,
/// and modules find one another by plain relative names.
public final class PageFiles {

    private static final String INDEX = "index.html";
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");

    private final String folder;
    private final PageFile index;
    private final Map<String, PageFile> files;

    private PageFiles(Map<String, byte[]> contents) {
        var hashed = new ByteArrayOutputStream();
        contents.values().forEach(hashed::writeBytes);
        this.folder = PageFile.hash(hashed.toByteArray());
        this.files = new LinkedHashMap<>();
        contents.forEach((name, bytes) -> files.put(name, new PageFile(type(name), bytes)));
        files.remove(INDEX);
        this.index = new PageFile(type(INDEX), index(contents.get(INDEX)));
    }

    /// Reads them from the program: about forty small files.
    ///
    /// @throws IllegalStateException if one is missing
    public static PageFiles load() {
        var contents = new LinkedHashMap<String, byte[]>();
        for (String name : names()) {
            contents.put(name, read(name));
        }
        return new PageFiles(contents);
    }

    /// The page itself.
    public PageFile index() {
        return index;
    }

    /// The name of the folder that the others are in.
    public String folder() {
        return folder;
    }

    /// @param path `FOLDER/app.js`; empty for a file that is not there, or is no longer what it was
    public Optional<PageFile> file(String path) {
        int slash = path.indexOf('/');
        return slash == folder.length() && path.startsWith(folder)
                ? Optional.ofNullable(files.get(path.substring(slash + 1)))
                : Optional.empty();
    }

    /// The files, in the order in which they are listed.
    static List<String> names() {
        return new String(read("files.txt"), StandardCharsets.UTF_8).lines().toList();
    }

    /// Modules are named in the page, so that a browser fetches all at once and not one after the other.
    private byte[] index(byte[] written) {
        String modules = files.keySet().stream()
                .filter(name -> name.endsWith(".js"))
                .map(name -> "<link rel=\"modulepreload\" href=\"page/" + folder + "/" + name + "\">")
                .collect(Collectors.joining("\n"));
        return new String(written, StandardCharsets.UTF_8)
                .replace("{{modules}}", modules)
                .replace("{{folder}}", "page/" + folder)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String type(String name) {
        return TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    }

    private static byte[] read(String name) {
        try (var file = PageFiles.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("the page's file " + name + " is missing from the program");
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
