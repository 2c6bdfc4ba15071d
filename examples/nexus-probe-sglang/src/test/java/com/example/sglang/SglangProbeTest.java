package com.example.sglang;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nexus.spi.Answer;
import nexus.spi.BackendProbe;
import nexus.spi.testkit.ProbeContract;
import nexus.spi.testkit.Recording;

/// The whole contract, on the answers recorded.
class SglangProbeTest implements ProbeContract {

    private static final Path RECORDINGS = Path.of("src/test/resources/recordings/sglang-0.5.23");

    @Override
    public BackendProbe probe() {
        return new SglangProbe();
    }

    @Override
    public List<Answer> samples() {
        return Stream.of("lora-v1-models", "vision-model-info", "starting-ready", "nokey-v1-models")
                .map(name -> Recording.read(RECORDINGS.resolve(name + ".http")).answer())
                .toList();
    }
}
