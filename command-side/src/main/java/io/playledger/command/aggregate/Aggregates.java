package io.playledger.command.aggregate;

import io.playledger.api.CommandRejected;
import io.playledger.api.MetadataKeys;
import io.playledger.api.RejectionCode;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/**
 * The door to the aggregates of one type, for handlers that touch several. A missing or an
 * unexpected aggregate is answered with a coded rejection, never with an exception of the
 * framework. Whoever opens a door to a blank root must apply an event to it or reject.
 *
 * @param <T> the root
 */
public final class Aggregates<T extends Root> {

  private final Repository<T> repository;
  private final Callable<T> blank;
  private final RejectionCode missing;
  private final RejectionCode present;

  /**
   * Wraps a repository.
   *
   * @param blank makes a root without state
   * @param missing why a command on an aggregate that does not exist is refused
   * @param present why a second creation is refused
   */
  public Aggregates(
      Repository<T> repository, Callable<T> blank, RejectionCode missing, RejectionCode present) {
    this.repository = Objects.requireNonNull(repository);
    this.blank = blank;
    this.missing = missing;
    this.present = present;
  }

  /** The aggregate with that id, which must exist. */
  public Aggregate<T> existing(String id) {
    Aggregate<T> aggregate = existingOrBlank(id);
    if (!aggregate.invoke(Root::exists)) {
      throw new CommandRejected(missing, Map.of("id", id));
    }
    return aggregate;
  }

  /** A blank aggregate under an id that must be free. */
  public Aggregate<T> fresh(String id) {
    Aggregate<T> aggregate = existingOrBlank(id);
    if (aggregate.invoke(Root::exists)) {
      throw new CommandRejected(present, Map.of("id", id));
    }
    return aggregate;
  }

  /**
   * Makes an aggregate under an id that was made for it, so it is free but for a mistake or a wild
   * chance. Nobody asks the event store first: it refuses a second first event of an id, the
   * command is decided again, and only then is it looked who has the id.
   *
   * @param creation applies the first event, which carries the id
   */
  public void create(String id, Consumer<T> creation) {
    if (isSecondAttempt()) {
      fresh(id).execute(creation);
      return;
    }
    try {
      repository.newInstance(
          () -> {
            T root = blank.call();
            creation.accept(root);
            return root;
          });
    } catch (RuntimeException failure) {
      throw failure;
    } catch (Exception failure) {
      throw new IllegalStateException("A blank root is made without checked exceptions.", failure);
    }
  }

  private static boolean isSecondAttempt() {
    return CurrentUnitOfWork.get().getMessage().getMetaData().containsKey(MetadataKeys.ATTEMPT);
  }

  /** The aggregate with that id, or a blank one. */
  public Aggregate<T> existingOrBlank(String id) {
    try {
      // load() would log every unknown id that a client sends as a warning with a stack trace
      return repository.loadOrCreate(id, blank);
    } catch (RuntimeException failure) {
      throw failure;
    } catch (Exception failure) {
      throw new IllegalStateException("A blank root is made without checked exceptions.", failure);
    }
  }
}
