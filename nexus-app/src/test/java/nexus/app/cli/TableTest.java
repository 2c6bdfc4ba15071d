package nexus.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.OptionalInt;
import nexus.app.cli.Table.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableTest {

    @Test
    void wideCharactersEmojiAndCombiningMarksKeepTheColumns() {
        assertEquals(
                """
                ┌──────┬───┐
                │ A    │ B │
                ├──────┼───┤
                │ 模型 │ 1 │
                │ 🦙   │ 2 │
                │ é    │ 3 │
                │ \\n   │ 4 │
                └──────┴───┘
                """, table("模型", "🦙", "e\u0301", "\n").text(terminal(false)).replace("e\u0301", "é"));
    }

    @Test
    void aTableOfNoRowsIsItsHeader() {
        assertEquals("""
                ┌───┬───┐
                │ A │ B │
                ├───┼───┤
                └───┴───┘
                """, table().text(terminal(false)));
    }

    @Test
    void theWidestColumnIsCutWhereATerminalIsNarrow() {
        assertEquals("""
                ┌──────────────┬───┐
                │ A            │ B │
                ├──────────────┼───┤
                │ abcdefghijk… │ 1 │
                │ 模模模模模…  │ 2 │
                │ short        │ 3 │
                └──────────────┴───┘
                """, table("abcdefghijklmnop", "模模模模模模模", "short").text(terminal(true)));
    }

    @Test
    void aFileGetsTheWholeText() {
        assertEquals(26, table("abcdefghijklmnopqrst").text(terminal(false)).indexOf('\n') - 2);
    }

    @Test
    void colourIsForPeopleOnly() {
        var table = new Table("A");
        table.row(new Cell("ok", Style.GOOD));

        assertEquals("│ \u001b[32mok\u001b[0m │", line(table.text(terminal(true))));
        assertEquals("│ ok │", line(table.text(terminal(false))));
        var refused = new Terminal(System.out, System.err, Map.of("NO_COLOR", "1"), () -> true);
        assertEquals("│ ok │", line(table.text(refused)));
    }

    @Test
    void aRowHasAsManyCellsAsTheHeader() {
        var table = new Table("A", "B");

        assertThrows(IllegalArgumentException.class, () -> table.row(Cell.of("x")));
    }

    @ParameterizedTest
    @CsvSource({"0,0s", "59,59s", "60,1m 0s", "150,2m 30s", "3723,1h 2m 3s", "86399,23h 59m 59s", "273900,3d 4h 5m"})
    void anUptimeHasThreeUnitsAtMost(long seconds, String text) {
        assertEquals(text, Uptime.text(seconds));
    }

    @ParameterizedTest
    @CsvSource({"24 80,80", "50 132,132", "0 0,", "stty: no,", "'',"})
    void theTerminalsOwnWordIsRowsAndColumns(String size, Integer columns) {
        assertEquals(columns == null ? OptionalInt.empty() : OptionalInt.of(columns), TerminalSize.parse(size + "\n"));
    }

    private static String line(String table) {
        return table.lines().skip(3).findFirst().orElseThrow();
    }

    private static Table table(String... names) {
        var table = new Table("A", "B");
        for (int i = 0; i < names.length; i++) {
            table.row(Cell.of(names[i]), Cell.of(Integer.toString(i + 1)));
        }
        return table;
    }

    private static Terminal terminal(boolean interactive) {
        return new Terminal(System.out, System.err, Map.of("COLUMNS", "20"), () -> interactive);
    }
}
