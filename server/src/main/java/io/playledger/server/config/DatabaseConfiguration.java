package io.playledger.server.config;

import com.zaxxer.hikari.HikariDataSource;
import io.playledger.access.StartRefusedException;
import io.playledger.eventstore.EventStoreSafety;
import io.playledger.eventstore.UnsafeDatabaseException;
import io.playledger.projection.ReadModel;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DataSourceConnectionProvider;
import org.jooq.impl.DefaultConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * Wires the database. The pool exists only after the database was found durable and all schemas are
 * migrated, so no user of the {@code DataSource} starts too early. Beans are closed in reverse
 * order, so the pool is closed after its users, and PostgreSQL after the pool.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
public class DatabaseConfiguration {

  @Bean
  Database database(DatabaseSettings settings) {
    return Database.open(settings);
  }

  @Bean
  HikariDataSource dataSource(Database database, DatabaseSettings settings) {
    HikariDataSource pool = new HikariDataSource(database.poolSettings(settings));
    try {
      EventStoreSafety.check(pool);
      SchemaMigrations.run(database.address().dataSource());
      return pool;
    } catch (UnsafeDatabaseException e) {
      pool.close();
      throw new StartRefusedException(e.getMessage(), e);
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
  }

  @Bean
  OutageLog outageLog() {
    return OutageLog.installed();
  }

  @Bean
  DSLContext readTables(HikariDataSource dataSource) {
    DefaultConfiguration configuration = new DefaultConfiguration();
    configuration.set(SQLDialect.POSTGRES);
    configuration.set(
        new DataSourceConnectionProvider(new TransactionAwareDataSourceProxy(dataSource)));
    configuration.set(ReadModel.settings());
    return DSL.using(configuration);
  }
}
