package nexus.spi.testkit;

import java.util.List;
import nexus.spi.Answer;
import nexus.spi.BackendProbe;

/// Everything that [BackendProbe] demands, as tests. Implement it with a test class of your own:
///
/// - [NamesContract]: type, aliases and paths are well-formed and constant, `ServiceLoader` finds the probe.
/// - [PureReaderContract]: the same answer reads the same, on any thread, and nothing of it is kept.
/// - [OddBodiesContract]: no answer makes a reader throw or return null, however broken or large.
///
/// Add tests of your own for what the answers mean.
public interface ProbeContract extends NamesContract, PureReaderContract, OddBodiesContract {

    /// A new instance of the probe, or always the same.
    @Override
    BackendProbe probe();

    /// Answers as real servers send them, to the deciding question and to the follow-ups: they are read again and
    /// again, cut and damaged in many ways. A handful, each some kilobytes at most. Must not be empty.
    @Override
    List<Answer> samples();
}
