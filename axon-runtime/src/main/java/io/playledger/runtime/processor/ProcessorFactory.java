package io.playledger.runtime.processor;

import io.playledger.runtime.deadletter.DeadLetterQueue;
import io.playledger.runtime.deadletter.DeadLetterTable;
import io.playledger.runtime.stretch.StretchedLog;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.ErrorContext;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.modelling.saga.AbstractSagaManager;

/** Creates Axon's pooled streaming processors according to their kinds. */
public final class ProcessorFactory {

  private final StreamableMessageSource<TrackedEventMessage<?>> log;
  private final TokenStore tokenStore;
  private final TransactionManager transactions;
  private final DeadLetterTable deadLetters;
  private final Savepoints savepoints;
  private final long claimMillis;

  /**
   * @param log must call back when events arrive; otherwise processors poll every 500 ms
   * @param transactions of the read model's schema, for projections and all that store tokens
   * @param claimMillis how often claims are extended, a fraction of the token store's claim timeout
   */
  public ProcessorFactory(
      StreamableMessageSource<TrackedEventMessage<?>> log,
      TokenStore tokenStore,
      TransactionManager transactions,
      DeadLetterTable deadLetters,
      Savepoints savepoints,
      long claimMillis) {
    this.log = log;
    this.tokenStore = tokenStore;
    this.transactions = transactions;
    this.deadLetters = deadLetters;
    this.savepoints = savepoints;
    this.claimMillis = claimMillis;
  }

  /** A processor of read tables: one segment, so that its rows follow the log's order. */
  public Processor projection(
      String name, List<String> tables, HandlerGroup handlers, ProcessorSettings settings) {
    if (settings.segments() != 1) {
      throw new IllegalArgumentException("projection " + name + " must have one segment");
    }
    return handled(ProcessorKind.PROJECTION, name, tables, handlers, settings);
  }

  /** A processor of a reaction. */
  public Processor reaction(String name, HandlerGroup handlers, ProcessorSettings settings) {
    return handled(ProcessorKind.REACTION, name, List.of(), handlers, settings);
  }

  private Processor handled(
      ProcessorKind kind,
      String name,
      List<String> tables,
      HandlerGroup handlers,
      ProcessorSettings settings) {
    Processor processor =
        new Processor(
            kind,
            name,
            tables,
            handlers,
            (event, _) -> BatchHandling.handleInOwnUnitOfWork(handlers, event));
    boolean projection = kind == ProcessorKind.PROJECTION;
    BatchHandling handling =
        new BatchHandling(
            processor.name(),
            projection,
            handlers,
            new DeadLetterQueue(deadLetters, processor.name(), 0),
            savepoints);
    return durable(
        processor,
        new SavepointInvoker(processor.name(), handlers, handling),
        settings,
        !projection);
  }

  /** A processor of sagas. */
  public Processor saga(String name, AbstractSagaManager<?> sagas, ProcessorSettings settings) {
    String full = ProcessorKind.SAGA.processorName(name);
    SagaInvoker invoker = new SagaInvoker(full, sagas, deadLetters);
    SagasOneByOne oneByOne =
        new SagasOneByOne(full, sagas, tokenStore, transactions, deadLetters, invoker);
    Processor processor =
        new Processor(ProcessorKind.SAGA, name, List.of(), null, oneByOne::tryAgain);
    return running(
        processor,
        settings,
        () -> {},
        storingTokens(builder(processor, invoker, settings), true)
            .messageSource(log)
            // a batch waits for the commands it sends, before its token holds the claim
            .enableCoordinatorClaimExtension()
            .errorHandler(
                context -> {
                  if (TransientFailures.stopsProcessors(context.error())) {
                    failed(processor, context);
                  }
                  oneByOne.handle(context.failedEvents(), context.error());
                }));
  }

  /** A processor of a feed. */
  public Processor feed(String name, HandlerGroup handlers, ProcessorSettings settings) {
    Processor processor =
        new Processor(ProcessorKind.FEED, name, List.of(), handlers, (_, _) -> {});
    EventHandlerInvoker invoker = new FeedInvoker(processor, handlers);
    StretchedLog stretched = stretched(processor, settings, () -> settings.segments() == 1);
    return running(
        processor,
        settings,
        stretched::roomMade,
        builder(processor, invoker, settings)
            .messageSource(stretched)
            .tokenStore(new InMemoryTokenStore())
            .transactionManager(NoTransactionManager.instance())
            .initialToken(source -> source.createHeadToken())
            .errorHandler(context -> failed(processor, context)));
  }

  private Processor durable(
      Processor processor,
      EventHandlerInvoker invoker,
      ProcessorSettings settings,
      boolean fromHead) {
    StretchedLog stretched = stretched(processor, settings, () -> hasOneSegment(processor));
    return running(
        processor,
        settings,
        stretched::roomMade,
        storingTokens(builder(processor, invoker, settings), fromHead)
            .messageSource(stretched)
            .errorHandler(context -> failed(processor, context)));
  }

  /**
   * @param fromHead whether a new processor begins at the head, or at the log's beginning
   */
  private PooledStreamingEventProcessor.Builder storingTokens(
      PooledStreamingEventProcessor.Builder streaming, boolean fromHead) {
    return streaming
        .tokenStore(tokenStore)
        .transactionManager(transactions)
        .initialToken(source -> fromHead ? source.createHeadToken() : source.createTailToken());
  }

  private PooledStreamingEventProcessor.Builder builder(
      Processor processor, EventHandlerInvoker invoker, ProcessorSettings settings) {
    return PooledStreamingEventProcessor.builder()
        .name(processor.name())
        .eventHandlerInvoker(invoker)
        .initialSegmentCount(settings.segments())
        .batchSize(settings.batchSize())
        .tokenClaimInterval(claimMillis)
        .claimExtensionThreshold(claimMillis);
  }

  private StretchedLog stretched(
      Processor processor, ProcessorSettings settings, BooleanSupplier oneSegment) {
    return new StretchedLog(
        log,
        event -> processor.handlers().canHandleType(event.getPayloadType()),
        settings.batchSize(),
        oneSegment,
        processor::positionClaimed);
  }

  /** The stored number of segments: a changed setting does not change an existing processor. */
  private boolean hasOneSegment(Processor processor) {
    return transactions.fetchInTransaction(() -> tokenStore.fetchSegments(processor.name()).length)
        == 1;
  }

  /**
   * @param roomMade called whenever a worker has done something
   */
  private static Processor running(
      Processor processor,
      ProcessorSettings settings,
      Runnable roomMade,
      PooledStreamingEventProcessor.Builder streaming) {
    Coordinator coordinator = new Coordinator(processor.name());
    ProgressExecutor workers =
        new ProgressExecutor(
            processor.name(),
            settings.segments(),
            () -> {
              coordinator.roomMade();
              roomMade.run();
              processor.progressed();
            });
    processor.runBy(
        streaming.coordinatorExecutor(coordinator).workerExecutor(workers).build(),
        settings.segments(),
        List.of(coordinator, workers));
    return processor;
  }

  /** Axon releases the segment and tries again after a growing wait. */
  private static void failed(Processor processor, ErrorContext context) throws Exception {
    processor.failed(context.error());
    throw context.error() instanceof Exception exception
        ? exception
        : new EventHandlingException(context.error());
  }
}
