package io.playledger.runtime.wiring;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.playledger.runtime.command.Provenance;
import io.playledger.runtime.deadline.PatientDeadlineTask;
import io.playledger.runtime.deadline.SettledDeadlineManager;
import io.playledger.runtime.processor.SchemaTransactions;
import io.playledger.runtime.serialization.Serializers;
import java.time.Clock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.config.Configuration;
import org.axonframework.deadline.dbscheduler.DbSchedulerDeadlineManager;
import org.axonframework.messaging.ScopeAware;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** Deadlines that survive restarts. The scheduler is started last and stopped first. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class DeadlineConfiguration {

  /**
   * The scheduler's minimum. With its defaults, the deadlines of a dead node would wait for half an
   * hour.
   */
  private static final int HEARTBEATS_MISSED_MAX = 4;

  /** Uses Spring's transaction, so that a deadline is set if and only if its saga is stored. */
  @Bean(destroyMethod = "")
  Scheduler deadlineScheduler(
      DataSource dataSource,
      RuntimeProperties properties,
      Clock clock,
      ObjectProvider<DbSchedulerDeadlineManager> deadlineManager) {
    Supplier<DbSchedulerDeadlineManager> late = deadlineManager::getObject;
    return Scheduler.create(
            new TransactionAwareDataSourceProxy(dataSource), new PatientDeadlineTask(late))
        .tableName(properties.axonSchema() + ".scheduled_tasks")
        .clock(clock::instant)
        .threads(properties.deadlineThreads())
        .pollingInterval(properties.deadlinePoll())
        .heartbeatInterval(properties.deadlineHeartbeat())
        .missedHeartbeatsLimit(HEARTBEATS_MISSED_MAX)
        .pollUsingLockAndFetch(0.5, 2.0)
        .build();
  }

  @Bean(destroyMethod = "")
  DbSchedulerDeadlineManager deadlineManager(
      Scheduler deadlineScheduler,
      SagaManagers sagas,
      ObjectProvider<Configuration> axonConfiguration,
      ObjectProvider<Registrations> registrations,
      SchemaTransactions transactions,
      @Qualifier(Serializers.STATE) Serializer state) {
    DbSchedulerDeadlineManager.Builder builder =
        DbSchedulerDeadlineManager.builder()
            .scopeAwareProvider(
                scope ->
                    Stream.concat(
                        sagas.all().stream().map(ScopeAware.class::cast),
                        registrations.stream()
                            .flatMap(registered -> registered.aggregates().stream())
                            .map(
                                aggregate ->
                                    axonConfiguration.getObject().repository(aggregate.type()))
                            .map(ScopeAware.class::cast)))
            .serializer(state)
            .transactionManager(transactions)
            .startScheduler(false)
            .stopScheduler(false);
    SettledDeadlineManager manager = new SettledDeadlineManager(builder, deadlineScheduler);
    manager.registerHandlerInterceptor(new CorrelationDataInterceptor<>(new Provenance()));
    return manager;
  }
}
