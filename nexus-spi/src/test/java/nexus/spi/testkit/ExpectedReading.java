package nexus.spi.testkit;

import java.util.List;
import java.util.stream.Stream;
import nexus.spi.Answer;
import nexus.spi.BackendProbe;
import nexus.spi.Finding;
import nexus.spi.FollowUp;
import nexus.spi.ModelList;
import nexus.spi.Reading;

/// One row of a table of readings, five columns separated by `|`; blank lines and lines that begin with `#` say
/// nothing:
///
/// ```
/// # type | path    | recordings                              | own? | reading
/// ollama | /api/ps | x/loaded-api-tags.http + x/api-ps.http  | no   | models: qwen3:8b ctx=40960 loaded
/// ```
///
/// @param type       the probe's type
/// @param path       the path of its question or of one of its follow-ups
/// @param recordings the file that is read; before it, for a follow-up, the file that gave the known models
/// @param own        whether the probe says that the answer resembles its servers' ones
/// @param reading    what is read, in [ReadingText]'s words
record ExpectedReading(String type, String path, List<String> recordings, boolean own, String reading) {

    static ExpectedReading parse(String line) {
        String[] cells = line.split("\\|", 5);
        if (cells.length != 5) {
            throw new IllegalArgumentException("five columns are needed: " + line);
        }
        return new ExpectedReading(
                cells[0].strip(),
                cells[1].strip(),
                Stream.of(cells[2].split(" \\+ ")).map(String::strip).toList(),
                cells[3].strip().equals("yes"),
                cells[4].strip());
    }

    /// What the probe makes of the answers, as a row of the table.
    ExpectedReading actual(BackendProbe probe, List<Answer> answers) {
        Answer last = answers.getLast();
        String text = probe.question().path().equals(path)
                ? ReadingText.of(probe.question().read(last))
                : ReadingText.of(finding(probe, answers));
        return new ExpectedReading(type, path, recordings, probe.resembles(last), text);
    }

    private Finding finding(BackendProbe probe, List<Answer> answers) {
        FollowUp followUp = probe.followUps().stream()
                .filter(f -> f.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(type + " never asks " + path));
        ModelList known = answers.size() > 1 && probe.question().read(answers.getFirst()) instanceof Reading.Ready ready
                ? ready.models().orElse(ModelList.empty())
                : ModelList.empty();
        return followUp.read(answers.getLast(), known);
    }

    @Override
    public String toString() {
        return String.join(" | ", type, path, String.join(" + ", recordings), own ? "yes" : "no", reading);
    }
}
