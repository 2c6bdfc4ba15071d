package nexus.app.events;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nexus.app.events.Happening.ModelChange;
import nexus.spi.Model;
import nexus.spi.ModelList;
import nexus.spi.ModelState;

/// What is different between two lists of one backend. The order of models is no difference, nor is their owner.
///
/// @param added   ids, in the new list's order
/// @param removed ids, in the old list's order
record ModelDifference(List<String> added, List<String> removed, List<ModelChange> changed) {

    static ModelDifference between(ModelList before, ModelList after) {
        Map<String, Model> old = HashMap.newHashMap(before.models().size());
        before.models().forEach(model -> old.put(model.id(), model));
        var added = new ArrayList<String>();
        var changed = new ArrayList<ModelChange>();
        for (var model : after.models()) {
            var known = old.remove(model.id());
            if (known == null) {
                added.add(model.id());
            } else if (!known.equals(model)) {
                compare(known, model, changed);
            }
        }
        var removed =
                before.models().stream().map(Model::id).filter(old::containsKey).toList();
        return new ModelDifference(added, removed, changed);
    }

    /// The event; empty if nothing differs that is told.
    Optional<Happening> told(String backend) {
        var names = new Names();
        var event = new Happening.ModelsChanged(
                backend, names.first(added), names.first(removed), names.first(changed), names.untold());
        return names.isEmpty() ? Optional.empty() : Optional.of(event);
    }

    private static void compare(Model before, Model after, List<ModelChange> changes) {
        note(changes, after.id(), "context_length", tokens(before), tokens(after));
        note(changes, after.id(), "state", state(before), state(after));
        note(
                changes,
                after.id(),
                "capabilities",
                String.join(",", before.capabilities()),
                String.join(",", after.capabilities()));
        note(
                changes,
                after.id(),
                "digest",
                before.digest().orElse(""),
                after.digest().orElse(""));
    }

    private static void note(List<ModelChange> changes, String model, String what, String before, String after) {
        if (!before.equals(after)) {
            changes.add(new ModelChange(model, what, before, after));
        }
    }

    private static String tokens(Model model) {
        return model.contextLength().isPresent()
                ? Long.toString(model.contextLength().getAsLong())
                : "";
    }

    private static String state(Model model) {
        return model.state().map(ModelState::text).orElse("");
    }
}
