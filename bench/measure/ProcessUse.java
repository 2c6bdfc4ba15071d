package measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// What a process has used so far, from `/proc` (Linux, `man 5 proc`).
///
/// @param cpuMicros   user and system time of all its threads, living and ended
/// @param residentKib memory in RAM now
/// @param peakKib     the most memory in RAM so far
/// @param sockets     open descriptors that are sockets
record ProcessUse(long cpuMicros, long residentKib, long peakKib, int threads, int descriptors, int sockets) {
    private static final long MICROS_A_TICK = 10_000; // USER_HZ is 100 on every Linux that Java runs on

    static ProcessUse of(long pid) throws IOException {
        Path proc = Path.of("/proc", "" + pid);
        String stat = Files.readString(proc.resolve("stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        long ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        String status = Files.readString(proc.resolve("status"));
        int descriptors = 0;
        int sockets = 0;
        try (Stream<Path> open = Files.list(proc.resolve("fd"))) {
            for (Path fd : (Iterable<Path>) open::iterator) {
                descriptors++;
                sockets += isSocket(fd) ? 1 : 0;
            }
        }
        return new ProcessUse(
                ticks * MICROS_A_TICK,
                number(status, "VmRSS:"),
                number(status, "VmHWM:"),
                (int) number(status, "Threads:"),
                descriptors,
                sockets);
    }

    private static boolean isSocket(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
        } catch (IOException e) {
            return false; // closed meanwhile
        }
    }

    private static long number(String status, String key) {
        int at = status.indexOf(key) + key.length();
        return Long.parseLong(status.substring(at, status.indexOf('\n', at)).replaceAll("\\D", ""));
    }
}
