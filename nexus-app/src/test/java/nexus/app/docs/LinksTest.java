package nexus.app.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Every link from page to page leads somewhere: in the repository, and in the folder that users unpack.
class LinksTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path DOCS = ROOT.resolve("docs");
    private static final Path SHIPPED = ROOT.resolve("distribution/src/main/assembly/folder.xml");
    private static final List<Page> PAGES = Page.below(ROOT);

    @Test
    void everyLinkLeadsToAFileThatIsThere() {
        assertTrue(PAGES.stream().mapToLong(page -> page.links().size()).sum() >= 50, "links are found");
        assertEquals(List.of(), broken(PAGES, (page, link) -> Files.exists(page.target(link))));
    }

    @Test
    void everyAnchorIsAHeadingOfItsPage() {
        var broken = broken(
                PAGES,
                (page, link) -> !page.target(link).toString().endsWith(".md")
                        || !Files.exists(page.target(link))
                        || page.hitsAnchor(link));

        assertEquals(List.of(), broken);
    }

    @Test
    void whatIsUnpackedLinksToNothingThatIsNotInIt() throws Exception {
        var shipped = Pattern.compile("<include>([^<]+)</include>")
                .matcher(Files.readString(SHIPPED))
                .results()
                .map(MatchResult::group)
                .map(include -> include.replaceAll("</?include>", ""))
                .toList();
        var pages =
                PAGES.stream().filter(page -> isShipped(page.file(), shipped)).toList();

        assertTrue(pages.size() >= 10, pages.size() + " pages are shipped");
        assertEquals(List.of(), broken(pages, (page, link) -> isShipped(page.target(link), shipped)));
    }

    @Test
    void theListOfPagesLacksNone() {
        var list = Page.read(DOCS.resolve("README.md"));
        var named = list.links().stream().map(list::target).toList();
        var missing = PAGES.stream()
                .map(Page::file)
                .filter(file -> DOCS.equals(file.getParent()) && !named.contains(file) && !file.equals(list.file()))
                .map(ROOT::relativize)
                .toList();

        assertEquals(List.of(), missing);
    }

    private interface Rule {
        boolean holds(Page page, String link);
    }

    private static List<String> broken(List<Page> pages, Rule rule) {
        return pages.stream()
                .flatMap(page -> page.links().stream()
                        .filter(link -> !rule.holds(page, link))
                        .map(link -> ROOT.relativize(page.file()) + ": " + link))
                .toList();
    }

    /// A folder is named with all that is in it, as `docs/**`.
    private static boolean isShipped(Path file, List<String> includes) {
        String name = ROOT.relativize(file).toString();
        return includes.stream()
                .anyMatch(include -> include.endsWith("/**")
                        ? name.startsWith(include.substring(0, include.length() - 2))
                        : name.equals(include));
    }
}
