package nexus.app.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BuffersTest {

    private static final int MIB = 1 << 20;

    @Test
    void whatIsGrownComesFromTheBudgetAndGoesBack() {
        var buffers = new Buffers(MIB);
        Space space = buffers.open();
        assertEquals(0, buffers.lent());
        assertTrue(space.grow(0, MIB));
        assertEquals(16 << 10, space.size());
        assertTrue(space.grow(0, MIB));
        assertEquals(64 << 10, buffers.lent());
        space.close();
        space.close();
        assertEquals(0, buffers.lent());
        assertEquals(0, buffers.spaces());
    }

    @Test
    void oneThatWaitsHasLittleAndGrowsFreely() {
        var buffers = new Buffers(0);
        Space space = buffers.openWaiting();
        assertEquals(Buffers.WAITING, space.size());
        space.bytes()[Buffers.WAITING - 1] = 7;
        assertTrue(space.grow(Buffers.WAITING, MIB));
        assertEquals(Buffers.OWN, space.size());
        assertEquals(7, space.bytes()[Buffers.WAITING - 1]);
        assertFalse(space.grow(0, MIB), "there is no budget");
        space.close();
        assertEquals(0, buffers.spaces());
    }

    @Test
    void growingKeepsWhatIsThereAndStopsAtTheMost() {
        try (Space space = new Buffers(MIB).open()) {
            Arrays.fill(space.bytes(), (byte) 7);
            byte[] before = space.bytes().clone();
            assertTrue(space.grow(before.length, before.length + 5));
            assertEquals(before.length + 5, space.size());
            assertArrayEquals(before, Arrays.copyOf(space.bytes(), before.length));
        }
    }

    @Test
    void oneThatHoldsMuchCannotTakeTheLastQuarter() {
        var buffers = new Buffers(256 << 10);
        Space flood = grown(buffers, 64 << 10);
        Space list = buffers.open();
        assertTrue(list.grow(0, MIB));
        assertFalse(flood.grow(0, MIB), "16 + 64 + 128 KiB are more than three quarters of 256");
        assertEquals(64 << 10, flood.size());
        assertTrue(list.grow(0, MIB));
        flood.close();
        list.close();
        assertEquals(0, buffers.lent());
    }

    @Test
    void whatTheHeapHasNoRoomForGoesBackToTheBudget() {
        // given
        var buffers = new Buffers(MIB, size -> {
            if (size > Buffers.OWN) {
                throw new OutOfMemoryError("tried");
            }
            return new byte[size];
        });
        // when
        Space space = buffers.open();
        assertThrows(OutOfMemoryError.class, () -> space.grow(0, MIB));
        space.close();
        // then
        assertEquals(0, buffers.lent());
    }

    private static Space grown(Buffers buffers, int size) {
        Space space = buffers.open();
        while (space.size() < size) {
            assertTrue(space.grow(0, size));
        }
        return space;
    }

    @Test
    void arraysAreUsedAgain() {
        var buffers = new Buffers(MIB);
        Space first = buffers.open();
        byte[] array = first.bytes();
        first.close();
        assertSame(array, buffers.open().bytes());
    }
}
