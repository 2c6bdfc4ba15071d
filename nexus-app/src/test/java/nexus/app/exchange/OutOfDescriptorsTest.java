package nexus.app.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Our own trouble is told apart from the backend's, in a process that really has no descriptor left.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no such limit")
class OutOfDescriptorsTest {

    @Test
    void isOurOwnTroubleWhileConnectingAndWhileLookingUp() throws Exception {
        String output = OwnProcess.output(List.of(), "ulimit -n 100", OutOfDescriptors.class);
        assertEquals("CONNECT OUT_OF_DESCRIPTORS, RESOLVE OUT_OF_DESCRIPTORS, false", output);
    }
}
