package com.example.sglang;

import nexus.spi.testkit.RecordingsContract;

/// The table of readings in `src/test/resources/readings.txt` against the recordings beside it.
class RecordedTest implements RecordingsContract {}
