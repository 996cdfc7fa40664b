package io.playledger.server.ops;

import io.playledger.eventstore.read.EventLogFilter;
import io.playledger.eventstore.read.EventLogReader;
import io.playledger.web.problem.ApiProblem;
import io.playledger.web.problem.TransportCode;
import java.nio.ByteBuffer;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Cursors of the log: a position, and a hash of the filter to which they belong. */
final class LogCursor {

  private static final int BYTES = Long.BYTES + Integer.BYTES;

  private LogCursor() {}

  static String write(long position, EventLogFilter filter, EventLogReader.Order order) {
    byte[] bytes = ByteBuffer.allocate(BYTES).putLong(position).putInt(mark(filter, order)).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static long read(@Nullable String cursor, EventLogFilter filter, EventLogReader.Order order) {
    if (cursor == null || cursor.isBlank()) {
      return EventLogReader.START;
    }
    ByteBuffer bytes = ByteBuffer.wrap(decode(cursor));
    if (bytes.remaining() != BYTES) {
      throw ApiProblem.of(TransportCode.INVALID_CURSOR);
    }
    long position = bytes.getLong();
    if (position < 0 || bytes.getInt() != mark(filter, order)) {
      throw ApiProblem.of(TransportCode.INVALID_CURSOR);
    }
    return position;
  }

  private static byte[] decode(String cursor) {
    try {
      return Base64.getUrlDecoder().decode(cursor);
    } catch (IllegalArgumentException e) {
      throw ApiProblem.of(TransportCode.INVALID_CURSOR);
    }
  }

  private static int mark(EventLogFilter filter, EventLogReader.Order order) {
    return 31 * filter.hashCode() + order.name().hashCode();
  }
}
