package nexus.app.config;

import java.util.List;
import org.tomlj.TomlArray;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/// A file's tables: the sections at once, the backends one after another, so that no more of a large file is held
/// than a part of it.
final class TomlFile {

    static final String BACKENDS = "backends";
    static final String RECEIVERS = "notify";

    /// Most files are parsed whole.
    private static final int WHOLE = 64 * 1024;
    private static final int RUN = 32 * 1024;

    private final String origin;
    private final List<TomlCut.Run> runs;
    private final TomlTable root;

    private TomlFile(String origin, List<TomlCut.Run> runs, TomlTable root) {
        this.origin = origin;
        this.runs = runs;
        this.root = root;
    }

    /// Takes one element of an array of tables.
    interface Visitor {
        /// @param element a [RawTable], or whatever else stands there
        /// @param start   where it starts
        void visit(int index, Object element, Where start);
    }

    /// @throws ConfigException if it isn't TOML 1.0, with the syntax errors alone
    static TomlFile parse(String origin, String text) {
        return parse(origin, text, WHOLE, RUN);
    }

    /// @param whole the longest text that is parsed whole
    /// @param run   see [TomlCut#of]
    static TomlFile parse(String origin, String text, int whole, int run) {
        // Some editors start a file with a byte order mark.
        String toml = text.startsWith("\uFEFF") ? text.substring(1) : text;
        var file = new TomlPart(origin, 0);
        var problems = new Problems();
        if (toml.length() > whole) {
            TomlCut cut = TomlCut.of(toml, run);
            TomlTable rest = TomlText.parse(file, cut.rest(), problems);
            if (!problems.isEmpty()) {
                cut.runs().forEach(part -> TomlText.parse(new TomlPart(origin, part.lines()), part.text(), problems));
                throw problems.exception();
            }
            // Backends in another spelling too: the parser knows what the two make together.
            if (!rest.contains(List.of(BACKENDS))) {
                return new TomlFile(origin, cut.runs(), rest);
            }
        }
        TomlTable root = TomlText.parse(file, toml, problems);
        problems.throwIfAny();
        return new TomlFile(origin, List.of(), root);
    }

    /// Everything, for a file that was parsed whole; else all but the backends.
    RawTable root() {
        return new FileTable(root, new TomlPart(origin, 0), new Where(origin, 1, 1, ""));
    }

    /// Whether there are more backends than anyone reads; says so.
    boolean isTooMany(int most, Problems problems) {
        int count = runs.stream().mapToInt(TomlCut.Run::entries).sum();
        Where where = new Where(origin, runs.isEmpty() ? 1 : runs.getFirst().lines() + 1, 1, BACKENDS);
        if (root.get(List.of(BACKENDS)) instanceof TomlArray array) {
            count = array.size();
            where = root().where(BACKENDS, BACKENDS);
        }
        if (count > most) {
            problems.add(where, "expected at most " + most + " backends, found " + count);
        }
        return count > most;
    }

    /// Shows each backend to the visitor and forgets it.
    ///
    /// @throws ConfigException at the end, with all syntax errors, if there are any
    void backends(Visitor visitor) {
        if (runs.isEmpty()) {
            visit(BACKENDS, root, new TomlPart(origin, 0), 0, visitor);
            return;
        }
        var problems = new Problems();
        int index = 0;
        for (TomlCut.Run run : runs) {
            var part = new TomlPart(origin, run.lines());
            TomlTable table = TomlText.parse(part, run.text(), problems);
            if (problems.isEmpty()) {
                index += visit(BACKENDS, table, part, index, visitor);
            }
        }
        problems.throwIfAny();
    }

    /// Shows each receiver to the visitor; these are never cut out of a large file.
    void receivers(Visitor visitor) {
        visit(RECEIVERS, root, new TomlPart(origin, 0), 0, visitor);
    }

    private static int visit(String name, TomlTable table, TomlPart part, int first, Visitor visitor) {
        if (!(table.get(List.of(name)) instanceof TomlArray array)) {
            return 0;
        }
        for (int i = 0; i < array.size(); i++) {
            TomlPosition position = array.inputPositionOf(i);
            Where start = part.where(position, name + "[" + (first + i) + "]");
            Object element = array.get(i) instanceof TomlTable entry ? new FileTable(entry, part, start) : array.get(i);
            visitor.visit(first + i, element, start);
        }
        return array.size();
    }
}
