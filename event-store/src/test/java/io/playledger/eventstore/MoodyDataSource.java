package io.playledger.eventstore;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A data source that now and then fails in a way of its own, as pools do. */
final class MoodyDataSource {
  private final DataSource sound;
  private final AtomicInteger moods = new AtomicInteger();
  private final AtomicInteger connections = new AtomicInteger();

  MoodyDataSource(DataSource sound) {
    this.sound = sound;
  }

  /** The next so many connections are refused, and not by an SQLException. */
  void refuse(int connections) {
    moods.set(connections);
  }

  boolean isCalm() {
    return moods.get() <= 0;
  }

  /** How many were asked for. */
  int connections() {
    return connections.get();
  }

  DataSource dataSource() {
    return (DataSource)
        Proxy.newProxyInstance(
            DataSource.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (_, method, arguments) -> {
              if (method.getName().equals("getConnection")) {
                connections.incrementAndGet();
                if (moods.getAndDecrement() > 0) {
                  throw new IllegalStateException("not in the mood");
                }
              }
              try {
                return method.invoke(sound, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
