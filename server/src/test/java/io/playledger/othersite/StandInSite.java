package io.playledger.othersite;

import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.server.ServerUnderTest;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.filter.DelegatingFilterProxy;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * The other site: Spring Authorization Server over HTTP on a port of its own, as Google, Discord
 * and Epic Games at once, with people and lies that a test chooses.
 */
public final class StandInSite implements AutoCloseable {

  static final String PERSON_HEADER = "X-Person";
  static final List<String> CLIENTS = List.of("google", "discord", "epic");

  private static final String SECURITY = "springSecurityFilterChain";

  private final Map<String, Person> people = new ConcurrentHashMap<>();
  private final AnnotationConfigWebApplicationContext application =
      new AnnotationConfigWebApplicationContext();
  private final Tomcat tomcat = new Tomcat();
  private final HttpClient browser = HttpClient.newHttpClient();
  private volatile boolean broken;
  private volatile CountDownLatch silence = new CountDownLatch(0);

  /** What an id token says that is not so. */
  public enum Lie {
    ISSUER,
    AUDIENCE,
    NONCE,
    NO_NONCE,
    EXPIRED,
    SIGNATURE
  }

  /** Somebody with an account there. */
  public record Person(
      String subject, String name, String email, boolean emailVerified, Optional<Lie> lie) {

    public static Person named(String name) {
      String subject = "s" + UUID.randomUUID().toString().replace("-", "");
      return new Person(subject, name, subject + "@example.org", true, Optional.empty());
    }

    public Person withEmail(String address, boolean verified) {
      return new Person(subject, name, address, verified, lie);
    }

    public Person lying(Lie about) {
      return new Person(subject, name, email, emailVerified, Optional.of(about));
    }
  }

  public StandInSite() {
    tomcat.setBaseDir(ServerUnderTest.temporaryFolder().toString());
    tomcat.setPort(0);
    tomcat.getConnector();
    Context root = tomcat.addContext("", null);
    root.addServletContainerInitializer(
        (classes, servlets) -> {
          application.setServletContext(servlets);
          application.addBeanFactoryPostProcessor(beans -> beans.registerSingleton("site", this));
          application.register(StandInSiteConfiguration.class);
          application.refresh();
          EnumSet<DispatcherType> requests = EnumSet.of(DispatcherType.REQUEST);
          servlets.addFilter("moods", moods()).addMappingForUrlPatterns(requests, false, "/*");
          servlets
              .addFilter(SECURITY, new DelegatingFilterProxy(SECURITY, application))
              .addMappingForUrlPatterns(requests, false, "/*");
          servlets.addServlet("site", new DispatcherServlet(application)).addMapping("/");
        },
        Set.of());
    try {
      tomcat.start();
    } catch (LifecycleException e) {
      throw new IllegalStateException(e);
    }
    assertThat(application.isActive()).as("the stand-in started").isTrue();
  }

  private Filter moods() {
    return (request, response, chain) -> {
      if (broken) {
        ((HttpServletResponse) response).sendError(503);
        return;
      }
      try {
        silence.await(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      chain.doFilter(request, response);
    };
  }

  static String secret(String client) {
    return "the-secret-of-" + client;
  }

  Person person(String subject) {
    return people.get(subject);
  }

  private URI base() {
    return URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort());
  }

  /** Settings of a server that has this for all three sites. */
  public List<String> settings() {
    List<String> settings = new ArrayList<>();
    for (String client : CLIENTS) {
      String prefix = "--playledger.identity.oauth." + client;
      settings.add(prefix + ".client-id=" + client);
      settings.add(prefix + ".client-secret=" + secret(client));
      settings.add(prefix + ".authorization-uri=" + base() + "/oauth2/authorize");
      settings.add(prefix + ".token-uri=" + base() + "/oauth2/token");
    }
    for (String client : List.of("google", "epic")) {
      String prefix = "--playledger.identity.oauth." + client;
      settings.add(prefix + ".issuer=" + base());
      settings.add(prefix + ".jwk-set-uri=" + base() + "/oauth2/jwks");
    }
    settings.add("--playledger.identity.oauth.discord.user-info-uri=" + base() + "/api/users/@me");
    settings.add("--playledger.identity.oauth.epic.user-info-uri=" + base() + "/epic/me");
    return settings;
  }

  /** The person lets the client in; the answer is where the browser is sent back to. */
  public URI authorise(URI request, Person person) {
    people.put(person.subject(), person);
    HttpRequest asked =
        HttpRequest.newBuilder(request).header(PERSON_HEADER, person.subject()).build();
    try {
      HttpResponse<String> reply = browser.send(asked, HttpResponse.BodyHandlers.ofString());
      assertThat(reply.statusCode()).as(reply.body()).isEqualTo(302);
      return URI.create(reply.headers().firstValue("Location").orElseThrow());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Answers 503 to everything. */
  public void breakDown() {
    broken = true;
  }

  /** Answers nothing, for a minute at most. */
  public void fallSilent() {
    silence = new CountDownLatch(1);
  }

  public void recover() {
    broken = false;
    silence.countDown();
  }

  @Override
  public void close() {
    recover();
    try {
      tomcat.stop();
      tomcat.destroy();
    } catch (LifecycleException e) {
      throw new IllegalStateException(e);
    }
    application.close();
  }
}
