package io.playledger.axonserver;

import io.axoniq.axonserver.connector.event.EventStream;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Axon Server's stream, with positions instead of its indices. */
final class PositionedStream implements EventStream {

  private final EventStream stream;

  private PositionedStream(EventStream stream) {
    this.stream = stream;
  }

  /** Everything behind a position, without end. */
  static PositionedStream after(AxonServerSession session, long position) {
    return new PositionedStream(
        session.read(
            channel ->
                channel.openStream(
                    Positions.indexOf(position), session.settings().streamEventsMax())));
  }

  private static EventWithToken positioned(EventWithToken event) {
    return event == null
        ? null
        : event.toBuilder().setToken(Positions.ofIndex(event.getToken())).build();
  }

  @Override
  public EventWithToken peek() {
    return positioned(stream.peek());
  }

  @Override
  public EventWithToken nextIfAvailable() {
    return positioned(stream.nextIfAvailable());
  }

  @Override
  public EventWithToken nextIfAvailable(long timeout, TimeUnit unit) throws InterruptedException {
    return positioned(stream.nextIfAvailable(timeout, unit));
  }

  @Override
  public EventWithToken next() throws InterruptedException {
    return positioned(stream.next());
  }

  @Override
  public void onAvailable(Runnable callback) {
    stream.onAvailable(callback);
  }

  /** No event is omitted, because a processor's position must pass every event. */
  @Override
  public void excludePayloadType(String payloadType, String revision) {}

  @Override
  public void close() {
    stream.close();
  }

  @Override
  public boolean isClosed() {
    return stream.isClosed();
  }

  @Override
  public Optional<Throwable> getError() {
    return stream.getError();
  }
}
