package com.example.sglang;

import java.util.List;
import nexus.spi.Answer;
import nexus.spi.BackendProbe;
import nexus.spi.testkit.ProbeContract;

class SglangProbeTest implements ProbeContract { // @start region=test

    @Override
    public BackendProbe probe() {
        return new SglangProbe();
    }

    @Override
    public List<Answer> samples() {
        String list = "{\"data\":[{\"id\":\"Qwen/Qwen3-8B\",\"owned_by\":\"sglang\"}]}";
        return List.of(Answer.of(200, list), Answer.of(503, ""));
    }
}
// @end
