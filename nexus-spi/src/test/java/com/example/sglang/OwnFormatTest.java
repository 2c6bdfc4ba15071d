package com.example.sglang;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nexus.spi.Answer;
import nexus.spi.support.ModelLists;
import nexus.spi.testkit.ReadingText;
import org.junit.jupiter.api.Test;

class OwnFormatTest {

    @Test
    void theExampleReadsWhatItsPageSays() {
        var answer = Answer.of(200, "{\"models\":[{\"name\":\"a\",\"window\":4096,\"size\":1},{\"name\":\"b\"}]}");

        assertEquals("ready: a ctx=4096; b", ReadingText.of(ModelLists.read(answer, OwnFormat.FORMAT)));
    }
}
