package io.playledger.verification.proof.check;

import io.playledger.postgres.PostgresDatabase;
import io.playledger.runtime.rebuild.ProjectionRebuilder;
import io.playledger.runtime.rebuild.ShadowRebuilder;
import io.playledger.server.ServerNode;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.LifecycleProcessor;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The platform, wired as the server wires it, in this process and on a database that is already up.
 *
 * <p>A passive node starts no processor, deadline or port, so it does not affect a running server.
 * An active node is a server on a free port of the loopback interface.
 */
public final class PlatformNode implements AutoCloseable {

  /** Tomcat tells of every start by the JDK's logger; kept, or the setting would be forgotten. */
  private static final Logger TOMCAT = Logger.getLogger("org.apache");

  private final ServerNode node;

  private PlatformNode(ServerNode node) {
    this.node = node;
  }

  /** Wired and idle. */
  static PlatformNode passive(PostgresDatabase database, Path dataFolder) {
    return start(database, dataFolder, List.of(), PlatformNode::withoutLife, List.of());
  }

  /**
   * A server.
   *
   * @param settings as on its command line
   * @param alterations of its wiring, for servers that are meant to be wrong
   */
  public static PlatformNode active(
      PostgresDatabase database,
      Path dataFolder,
      List<String> settings,
      List<ApplicationContextInitializer<GenericApplicationContext>> alterations) {
    return start(database, dataFolder, settings, _ -> {}, alterations);
  }

  private static PlatformNode start(
      PostgresDatabase database,
      Path dataFolder,
      List<String> settings,
      ApplicationContextInitializer<GenericApplicationContext> life,
      List<ApplicationContextInitializer<GenericApplicationContext>> alterations) {
    // the log's settings are this program's, not the server's
    System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
    TOMCAT.setLevel(Level.WARNING);
    List<String> all = new ArrayList<>(ServerNode.on(database));
    all.addAll(settings);
    List<ApplicationContextInitializer<GenericApplicationContext>> initializers =
        new ArrayList<>(List.of(context -> context.addBeanFactoryPostProcessor(silently()), life));
    initializers.addAll(alterations);
    return new PlatformNode(ServerNode.start(dataFolder, all, initializers));
  }

  /** The start report is not printed, because it would disturb the report of the check. */
  private static BeanFactoryPostProcessor silently() {
    return beans -> {
      if (beans.containsBeanDefinition("startReport")) {
        ((BeanDefinitionRegistry) beans).removeBeanDefinition("startReport");
      }
    };
  }

  private static void withoutLife(GenericApplicationContext context) {
    context.registerBean("lifecycleProcessor", LifecycleProcessor.class, NothingStarts::new);
    context.addBeanFactoryPostProcessor(
        beans -> {
          for (String runner : beans.getBeanNamesForType(ApplicationRunner.class, false, false)) {
            ((BeanDefinitionRegistry) beans).removeBeanDefinition(runner);
          }
        });
  }

  private static final class NothingStarts implements LifecycleProcessor {

    @Override
    public void onRefresh() {
      // what would be started stays as it was made
    }

    @Override
    public void onClose() {
      // nothing was started
    }

    @Override
    public void start() {
      // nothing is
    }

    @Override
    public void stop() {
      // nothing was started
    }

    @Override
    public boolean isRunning() {
      return false;
    }
  }

  /** Where an active node takes requests. */
  public URI url() {
    return node.url();
  }

  /** A part of it. */
  public <T> T bean(Class<T> type) {
    return node.bean(type);
  }

  ProjectionRebuilder rebuilder() {
    return bean(ProjectionRebuilder.class);
  }

  EventStore eventStore() {
    return bean(EventStore.class);
  }

  ParameterResolverFactory parameterResolvers() {
    return bean(ParameterResolverFactory.class);
  }

  Serializer stateSerializer() {
    return node.bean("stateSerializer", Serializer.class);
  }

  @Override
  public void close() {
    bean(ShadowRebuilder.class).close();
    node.close();
  }
}
