package io.playledger.access.mail;

import io.playledger.access.secret.SealedData;
import io.playledger.access.secret.Secrets;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.SchedulingConfigurer;

/** Wires mail. If {@code spring.mail.host} is set, Spring Boot provides the sender. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
public class MailConfiguration {

  @Bean
  MailOutbox mailOutbox(
      DataSource database,
      MailWriter writer,
      ObjectProvider<JavaMailSender> sender,
      Secrets secrets,
      MailSettings settings,
      Clock clock) {
    return new MailOutbox(
        new OutboxTable(JdbcClient.create(database)),
        writer,
        Optional.ofNullable(sender.getIfAvailable())
            .map(smtp -> new SmtpTransport(smtp, settings.from())),
        secrets.box(SealedData.MAILS),
        settings,
        clock);
  }

  @Bean
  SchedulingConfigurer mailWork(MailOutbox outbox, MailSettings settings) {
    return tasks -> tasks.addFixedDelayTask(outbox::work, settings.poll());
  }
}
