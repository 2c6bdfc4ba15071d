package nexus.app.check;

import nexus.app.health.CheckError;

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

    /// An insight and the error that it belongs to: as long as a backend fails in the same way, it is not
    /// asked again.
    ///
    /// @param errorText [CheckError#text()], or empty for no error
    /// @param flood     whether the body was, or may be, over the cap
    record Known(String errorText, Insight insight, boolean flood) {
        static final Known NONE = new Known("", new Nothing(), false);

        /// Of a backend that was never checked. A fleet of strangers must not fill the heap at the start.
        static final Known UNTRIED = new Known("", new Nothing(), true);

        boolean isAbout(CheckError error) {
            return errorText.equals(error.text());
        }
    }
}
