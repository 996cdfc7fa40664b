package io.playledger.verification.journal;

import io.playledger.verification.http.ApiCall;
import io.playledger.verification.http.ApiReply;
import io.playledger.verification.journal.JournalEntry.Answered;
import io.playledger.verification.journal.JournalEntry.Asked;
import io.playledger.verification.journal.JournalEntry.CheckpointKept;
import io.playledger.verification.journal.JournalEntry.Unanswered;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A file of JSON lines that is only ever appended to, by any number of threads. A line is handed to
 * the operating system before the call returns, so it survives this process, but not a power cut:
 * journals are for crashes of the server, not of the machine.
 */
public final class Journal implements AutoCloseable {

  private static final Pattern UUID_SHAPE =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final FileChannel file;

  private Journal(FileChannel file) {
    this.file = file;
  }

  /** Opens a new or existing file and creates its folders. */
  public static Journal open(Path path) {
    try {
      if (path.toAbsolutePath().getParent() != null) {
        Files.createDirectories(path.toAbsolutePath().getParent());
      }
      return new Journal(
          FileChannel.open(
              path,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.APPEND));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the journal " + path, e);
    }
  }

  /** To be written before the first attempt. */
  public void asked(ApiCall call) {
    append(new Asked(Instant.now(), JournalRequest.of(call)));
  }

  /** The answer; to be written before anything is concluded from it. */
  public void answered(ApiCall call, ApiReply reply) {
    append(
        new Answered(
            Instant.now(),
            JournalRequest.of(call),
            reply.status(),
            reply.ok() ? null : reply.code(),
            reply.position(),
            reply.replayed(),
            ids(reply.data())));
  }

  public void unanswered(ApiCall call, String reason) {
    append(new Unanswered(Instant.now(), JournalRequest.of(call), reason));
  }

  /**
   * Keeps the head of the hash chain.
   *
   * @param hash in hexadecimal
   */
  public void checkpoint(long position, String hash) {
    append(new CheckpointKept(Instant.now(), position, hash));
  }

  /** Any entry, for clients that have their own way of asking. */
  public void append(JournalEntry entry) {
    byte[] line = (JournalLines.toJson(entry) + "\n").getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.wrap(line);
    try {
      synchronized (file) {
        while (bytes.hasRemaining()) {
          file.write(bytes);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The journal cannot be written", e);
    }
  }

  private static Map<String, String> ids(JsonNode data) {
    Map<String, String> ids = new HashMap<>();
    data.properties()
        .forEach(
            member -> {
              String text = member.getValue().asString("");
              if (UUID_SHAPE.matcher(text).matches()) {
                ids.put(member.getKey(), text);
              }
            });
    return ids;
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException("The journal cannot be closed", e);
    }
  }
}
