package nexus.app.check;

import java.util.Optional;
import nexus.app.health.CheckError;
import nexus.app.health.Phase;

/// What a second look found out about a failure: it rewords the error, never the verdict.
sealed interface Insight {

    /// The first look told all there is.
    record Nothing() implements Insight {}

    /// The server looks like one of another type.
    record AnswersLike(String type) implements Insight {}

    /// The deciding path is silent while another one answers.
    record ListWaits() implements Insight {}

    /// The error in the words that follow from this insight.
    default CheckError explain(CheckError error) {
        return switch (this) {
            case Nothing _ -> error;
            case AnswersLike(String type) ->
                error.reworded(error.cause() + "; it answers like " + type, "Set type = \"" + type + "\"");
            case ListWaits _ ->
                error.reworded(
                        "alive, but its list waits: another path answers at once (" + error.cause() + ")",
                        "The server is busy or loading: increase timeout_seconds, or give it less to do at a time");
        };
    }

    /// What a failure looks like from here. Two that differ in any of this may have different reasons.
    ///
    /// @param text    [CheckError#text()]: the same for a timeout in any phase
    /// @param brokeIn where the exchange stood, if it broke
    record Symptom(String text, Optional<Phase> brokeIn, SecondLook.Question question) {}

    /// An insight and what it belongs to. While a backend fails in the same way it is not asked again, for some
    /// checks: the reason may change where nothing else does.
    ///
    /// @param symptom  empty for no failure
    /// @param failures how many checks have gone by it since it was found
    /// @param flood    whether the body was, or may be, over the cap
    record Known(Optional<Symptom> symptom, Insight insight, int failures, boolean flood) {
        static final Known NONE = new Known(Optional.empty(), new Nothing(), 0, false);

        /// Of a backend that was never checked. A fleet of strangers must not fill the heap at the start.
        static final Known UNTRIED = new Known(Optional.empty(), new Nothing(), 0, true);

        /// How many further failures an insight is good for.
        static final int GOOD_FOR = 5;

        static Known of(Symptom symptom, Insight insight, boolean flood) {
            return new Known(Optional.of(symptom), insight, 0, flood);
        }

        boolean isAbout(Symptom other) {
            return symptom.filter(other::equals).isPresent();
        }

        /// Whether it need not be asked about.
        boolean answers(Symptom other) {
            return isAbout(other) && failures < GOOD_FOR;
        }

        /// The same after one more failure.
        Known onceMore(boolean floodNow) {
            return new Known(symptom, insight, failures + 1, floodNow);
        }
    }
}
