package nexus.app.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/// A file that is replaced whole or not at all, whatever ends the process or the machine, and that its owner alone
/// may read. Left-over temporary files of a writer that was killed go with the next write.
final class DurableFile {

    private final Path target;
    private final Path folder;
    private final Pattern leftOver;

    /// @throws IOException when the path is a link to nowhere
    DurableFile(Path path) throws IOException {
        // The link stays, the file that it means is replaced.
        this.target = Files.isSymbolicLink(path) ? path.toRealPath() : path.toAbsolutePath();
        this.folder = target.getParent();
        this.leftOver = Pattern.compile(Pattern.quote(target.getFileName() + ".") + "[0-9a-f-]{36}[.]tmp");
    }

    /// Returns when the bytes and the name are on the disk.
    void replace(byte[] bytes) throws IOException {
        removeLeftOvers();
        Path temporary = folder.resolve(target.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            write(temporary, bytes);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.deleteIfExists(temporary);
            throw e;
        }
        if (isPosix()) {
            // Elsewhere a folder can't be opened; there the file system's own journal has to do.
            try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
                entries.force(true);
            }
        }
    }

    private void removeLeftOvers() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(
                folder, file -> leftOver.matcher(file.getFileName().toString()).matches())) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
    }

    private void write(Path file, byte[] bytes) throws IOException {
        FileAttribute<?>[] ownersAlone = isPosix()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, options, ownersAlone)) {
            var rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    private boolean isPosix() {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /// Why, in words: many of the JDK's exceptions say nothing but the file's name.
    static String reason(IOException trouble) {
        return switch (trouble) {
            case AccessDeniedException _ -> "permission denied";
            case NoSuchFileException _ -> "there is no such folder";
            case FileSystemException file when file.getReason() != null -> Shown.sentence(file.getReason());
            default -> Shown.sentence(String.valueOf(trouble.getMessage()));
        };
    }
}
