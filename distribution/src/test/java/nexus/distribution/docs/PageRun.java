package nexus.distribution.docs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/// Does what one page says, from top to bottom. What is not true is noted, and the next block is tried.
final class PageRun implements Callable<PageRun.Result> {

    /// @param run    blocks that were run, compared, checked or written
    /// @param notRun blocks and lines that were left out, with the reason
    /// @param wrong  what is not as the page says
    record Result(int run, List<String> notRun, List<String> wrong) {}

    private final String page;
    private final String text;
    private final Path folder;
    private final Path cache;
    private final Map<String, String> variables;

    private final List<String> notRun = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private Optional<Scene> scene = Optional.empty();
    private Optional<String> printed = Optional.empty();
    private int scenes;
    private int run;

    /// @param folder for its scenes
    /// @param cache  see [Scene#open]
    PageRun(String page, String text, Path folder, Path cache) {
        this.page = page;
        this.text = text;
        this.folder = folder;
        this.cache = cache;
        this.variables = TomlCheck.variables(text);
    }

    @Override
    public Result call() throws Exception {
        try {
            for (var part : PageReader.read(text)) {
                attempt(part);
            }
        } catch (AssertionError e) {
            wrong.add(page + ": " + e.getMessage());
        } finally {
            endScene();
        }
        return new Result(run, notRun, wrong);
    }

    private void attempt(Part part) throws Exception {
        var place = page + ":" + part.line() + ": ";
        try {
            switch (part) {
                case Part.NewScene begun -> begin(begun.name());
                case Part.Hidden hidden -> here().run(hidden.commands()).expectCode(0);
                case Part.Block block -> handle(block, place);
            }
        } catch (MissingTool e) {
            notRun.add(place + e.getMessage());
        } catch (AssertionError e) {
            wrong.add(place + e.getMessage());
        }
    }

    private void handle(Part.Block block, String place) throws Exception {
        block.reasons().forEach(reason -> notRun.add(place + reason));
        if (block.isNotRun()) {
            if (block.language().equals("json")) {
                JsonShape.parse(block.text());
            }
            return;
        }
        block.file().ifPresent(this::expectTold);
        printed = new BlockRun(block, here(), printed).run();
        run++;
    }

    /// A file that only a hidden mark names would be a step that readers don't know of.
    private void expectTold(String file) {
        if (!text.replaceAll("(?s)<!--.*?-->", "").contains(file)) {
            throw new AssertionError("the page's readers are told of no file " + file);
        }
    }

    /// A page that names no scene begins in an empty one.
    private Scene here() throws Exception {
        if (scene.isEmpty()) {
            begin(Scene.Kind.EMPTY.name());
        }
        return scene.orElseThrow();
    }

    private void begin(String name) throws Exception {
        endScene();
        printed = Optional.empty();
        var own = Files.createDirectories(folder.resolve("" + scenes++));
        scene = Optional.of(Scene.open(name, own, cache, variables));
    }

    private void endScene() throws Exception {
        if (scene.isPresent()) {
            scene.get().close();
            scene = Optional.empty();
        }
    }
}
