package io.playledger.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The lock that gives a data folder to one JVM. It is a lock of the operating system, so it ends
 * with its process in every case; the file names the holder.
 */
final class FolderLock implements AutoCloseable {

  private static final String FILE = "owner.lock";
  private static final int PID_BYTES_MAX = 32;

  private final FileChannel channel;
  private final FileLock lock;

  private FolderLock(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  static FolderLock take(Path folder) {
    Path file = folder.resolve(FILE);
    try {
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        throw new PostgresException(
            "The data folder %s is in use by process %s. Stop that process, or choose another folder."
                .formatted(folder, owner(file)));
      }
      channel.truncate(0);
      channel.write(
          ByteBuffer.wrap(
              Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)),
          0);
      return new FolderLock(channel, lock);
    } catch (IOException e) {
      throw new PostgresException("Cannot lock the data folder " + folder, e);
    }
  }

  /** Whether the folder could be in use. A folder that names no owner yet counts as used. */
  static boolean ownerIsAlive(Path folder) {
    try {
      Path file = folder.resolve(FILE);
      String owner = Files.exists(file) ? owner(file) : "";
      return !owner.matches("\\d+") || ProcessHandle.of(Long.parseLong(owner)).isPresent();
    } catch (IOException e) {
      throw new PostgresException("Cannot read the owner of " + folder, e);
    }
  }

  private static FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldInThisJvm) {
      return null;
    }
  }

  private static String owner(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    return bytes.length == 0 || bytes.length > PID_BYTES_MAX
        ? "unknown"
        : new String(bytes, StandardCharsets.US_ASCII);
  }

  @Override
  public void close() {
    try (channel) {
      lock.release();
    } catch (IOException e) {
      throw new PostgresException("Cannot release the data folder's lock", e);
    }
  }
}
