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
 * Access to the aggregates of one type, for handlers that change several. A missing or unexpected
 * aggregate leads to a coded rejection, never to an exception of the framework. A handler that gets
 * a blank root must apply an event to it or reject the command.
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
   * @param blank creates a root without state
   * @param missing the rejection if the aggregate does not exist
   * @param present the rejection of a second creation
   */
  public Aggregates(
      Repository<T> repository, Callable<T> blank, RejectionCode missing, RejectionCode present) {
    this.repository = Objects.requireNonNull(repository);
    this.blank = blank;
    this.missing = missing;
    this.present = present;
  }

  /** The rejection if the aggregate does not exist. */
  public RejectionCode missing() {
    return missing;
  }

  /** The rejection of a second creation. */
  public RejectionCode present() {
    return present;
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
   * Creates an aggregate under a newly generated id, which is free except by mistake or extreme
   * chance. The event store is not asked first: it refuses a second first event of an id, the
   * command is decided again, and only then is the id looked up.
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

  private Aggregate<T> existingOrBlank(String id) {
    return existingOrBlank(repository, blank, id);
  }

  /** The aggregate with that id, or a blank one. */
  public static <T> Aggregate<T> existingOrBlank(
      Repository<T> repository, Callable<T> blank, String id) {
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
