package nexus.app.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A page of the documentation: its links, and the anchors that its headings make, as GitHub makes them.
///
/// @param text without code, in which nothing is a link or a heading
record Page(Path file, String text) {

    private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```\\s*$|`[^`\\n]*`");
    private static final Pattern LINK =
            Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)|\\b(?:src|srcset|href)=\"([^\"]+)\"");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+)$");
    private static final Pattern FENCE = Pattern.compile("(?ms)^```.*?^```\\s*$");

    static Page read(Path file) {
        return new Page(file, CODE.matcher(content(file)).replaceAll(""));
    }

    /// What the page links to, in other files or in itself; not the addresses of other sites.
    List<String> links() {
        return LINK.matcher(text)
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .filter(target -> !target.matches("[a-z]+:.*"))
                .toList();
    }

    /// The file that a link of this page leads to.
    Path target(String link) {
        String path = link.replaceFirst("#.*", "");
        return path.isEmpty() ? file : file.resolveSibling(path).normalize();
    }

    /// The anchors of a page, the second of two equal ones with a number.
    static List<String> anchors(Path file) {
        var seen = new HashMap<String, Integer>();
        var anchors = new ArrayList<String>();
        HEADING.matcher(FENCE.matcher(content(file)).replaceAll("")).results().forEach(found -> {
            String anchor = anchor(found.group(1));
            int before = seen.merge(anchor, 1, Integer::sum) - 1;
            anchors.add(before == 0 ? anchor : anchor + "-" + before);
        });
        return anchors;
    }

    /// Whether a link's anchor is a heading of the page that it leads to; true of a link without one.
    boolean hitsAnchor(String link) {
        int at = link.indexOf('#');
        return at < 0 || anchors(target(link)).contains(link.substring(at + 1));
    }

    private static String anchor(String heading) {
        String words = heading.replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1").toLowerCase(Locale.ROOT);
        return words.strip().replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
    }

    /// All pages below a folder; what a build made is not looked at.
    static List<Page> below(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".md") && !isMade(folder.relativize(file)))
                    .map(Page::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isMade(Path file) {
        for (Path part : file) {
            if (part.toString().equals("target") || part.toString().equals("node_modules")) {
                return true;
            }
        }
        return false;
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
