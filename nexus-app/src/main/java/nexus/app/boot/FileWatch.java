package nexus.app.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// Looks at a file every two seconds and says when its content is another one. Asks the file system anew each time,
/// so that a file that was replaced, or a symbolic link that leads elsewhere now, is noticed as well.
final class FileWatch implements AutoCloseable {

    private static final long PERIOD_MILLIS = 2000;
    /// A file that was written so shortly before it was looked at may be written again within the same tick of its
    /// file system's clock (FAT: two seconds), and then looks the same.
    private static final long UNSURE_MILLIS = 3000;

    /// What a file is known by without reading it.
    private record Face(FileTime modified, long size, Object key, boolean sure) {
        boolean sameAs(Face other) {
            return sure && modified.equals(other.modified) && size == other.size && Objects.equals(key, other.key);
        }
    }

    /// The content of a file that can't be read.
    private static final byte[] NO_FILE = new byte[0];

    private final Path file;
    private final BooleanSupplier wanted;
    private final Runnable changed;
    private final CountDownLatch closed = new CountDownLatch(1);
    private Optional<Face> face = Optional.empty();
    /// Empty: not looked at while a change didn't matter.
    private Optional<byte[]> content = Optional.empty();

    /// @param wanted  whether a change matters at the moment
    /// @param changed called once a change, also when the file has gone
    FileWatch(Path file, BooleanSupplier wanted, Runnable changed) {
        this.file = file;
        this.wanted = wanted;
        this.changed = changed;
        look();
    }

    FileWatch start() {
        Thread.ofPlatform().daemon().name("nexus-file-watch").start(this::run);
        return this;
    }

    private void run() {
        try {
            while (!closed.await(PERIOD_MILLIS, TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Looks once; on one thread at a time.
    void look() {
        if (!wanted.getAsBoolean()) {
            content = Optional.empty();
            face = Optional.empty();
            return;
        }
        var before = content;
        see();
        if (before.isPresent() && !Arrays.equals(before.get(), content.orElse(NO_FILE))) {
            changed.run();
        }
    }

    private void see() {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            long age =
                    System.currentTimeMillis() - attributes.lastModifiedTime().toMillis();
            var now = new Face(
                    attributes.lastModifiedTime(), attributes.size(), attributes.fileKey(), age > UNSURE_MILLIS);
            if (face.filter(known -> known.sameAs(now)).isEmpty()) {
                content = Optional.of(hash(Files.readAllBytes(file)));
                face = Optional.of(now);
            }
        } catch (IOException e) {
            content = Optional.of(NO_FILE);
            face = Optional.empty();
        }
    }

    private static byte[] hash(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
