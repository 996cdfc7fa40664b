package io.playledger.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.playledger.postgres.PostgresDatabase;
import io.playledger.runtime.processor.ProcessorOverview;
import io.playledger.runtime.processor.ProcessorStatus;
import io.playledger.runtime.sample.CounterMessages.CounterStepped;
import io.playledger.runtime.sample.CounterMessages.OpenCounter;
import io.playledger.runtime.sample.CounterMessages.Step;
import io.playledger.runtime.sample.SampleApplication;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.eventhandling.EventHandler;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

class FeedsIT {

  @Test
  void feedStartsAtTheHeadAndContinuesAfterAFailure() {
    PostgresDatabase database = SampleApplication.newDatabase();
    try (SampleApplication before = SampleApplication.on(database)) {
      before.send(new OpenCounter("counter:1"));
      before.send(new Step("counter:1", 1));
    }
    try (SampleApplication application = SampleApplication.on(database, List.of(Listening.class))) {
      await().until(() -> status(application, "feeds.steps").position() == 2);
      application.send(new Step("counter:1", 13));
      application.send(new Step("counter:1", 3));

      StepFeed feed = application.get(StepFeed.class);
      await().untilAsserted(() -> assertThat(feed.seen).containsExactly("13@3", "3@4"));
      assertThat(status(application, "feeds.steps").deadLetters()).isEqualTo(1);
    }
  }

  @Test
  void reactionStartsAtTheHeadActsOncePerEventAndKeepsItsPlace() {
    PostgresDatabase database = SampleApplication.newDatabase();
    try (SampleApplication before = SampleApplication.on(database)) {
      before.send(new OpenCounter("counter:1"));
      before.send(new Step("counter:1", 1));
    }
    try (SampleApplication application = SampleApplication.on(database, List.of(Listening.class))) {
      await().until(() -> status(application, "reactions.notes").position() == 2);
      application.send(new OpenCounter("counter:2"));
      application.send(new Step("counter:1", 13));
      application.send(new Step("counter:1", 4));
      application.send(new Step("counter:2", 5));
      await().until(() -> status(application, "reactions.notes").lag() == 0);

      // 13 failed and is undone, 4 waits behind it, 5 is another counter's
      assertThat(notes(application)).containsExactly(5L);
      assertThat(status(application, "reactions.notes").deadLetters()).isEqualTo(2);
    }
    try (SampleApplication again = SampleApplication.on(database, List.of(Listening.class))) {
      again.send(new Step("counter:2", 6));
      await().untilAsserted(() -> assertThat(notes(again)).containsExactly(5L, 6L));
    }
  }

  private static List<Long> notes(SampleApplication application) {
    return application.sql().queryForList("SELECT step FROM public.note", Long.class);
  }

  private static ProcessorStatus status(SampleApplication application, String name) {
    return application.get(ProcessorOverview.class).processors().stream()
        .filter(status -> status.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Feeds of connected clients. */
  @Feed(name = "steps")
  static final class StepFeed {
    private final List<String> seen = new CopyOnWriteArrayList<>();

    @EventHandler
    void on(CounterStepped event, @LogPosition long position) {
      seen.add(event.by() + "@" + position);
      if (event.by() == 13) {
        throw new IllegalStateException("an unlucky step");
      }
    }
  }

  /** Writes a note, and fails on 13 after having written it. */
  @Reaction(name = "notes")
  static final class NoteReaction {
    private final JdbcTemplate jdbc;

    NoteReaction(JdbcTemplate jdbc) {
      this.jdbc = jdbc;
      jdbc.execute("CREATE TABLE IF NOT EXISTS public.note (step bigint)");
    }

    @EventHandler
    void on(CounterStepped event) {
      jdbc.update("INSERT INTO public.note VALUES (?)", event.by());
      if (event.by() == 13) {
        throw new IllegalStateException("an unlucky step");
      }
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Listening {
    @Bean
    StepFeed stepFeed() {
      return new StepFeed();
    }

    @Bean
    NoteReaction noteReaction(JdbcTemplate jdbc) {
      return new NoteReaction(jdbc);
    }
  }
}
