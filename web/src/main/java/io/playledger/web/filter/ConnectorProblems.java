package io.playledger.web.filter;

import io.playledger.web.problem.Problem;
import io.playledger.web.problem.TransportCode;
import java.io.IOException;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Reports errors that Tomcat raises before any filter as a {@link Problem}. */
@Configuration(proxyBeanMethods = false)
public class ConnectorProblems {

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> connectorProblemsCustomizer() {
    return factory ->
        factory.addContextCustomizers(
            context -> {
              if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemValve.class.getName());
              }
            });
  }

  /** Tomcat creates this class by its name. */
  public static final class ProblemValve extends ErrorReportValve {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    protected void report(Request request, Response response, Throwable failure) {
      if (response.getStatus() < 400
          || response.getContentWritten() > 0
          || !response.setErrorReported()) {
        return;
      }
      TransportCode code = TransportCode.ofStatus(response.getStatus());
      Problem problem = Problem.of(code, code.message(), Map.of(), request.getRequestURI());
      try {
        SecurityHeaders.write(request, response);
        response.setContentType(Problem.MEDIA_TYPE);
        response.getOutputStream().write(JSON.writeValueAsBytes(problem));
        response.finishResponse();
      } catch (IOException e) {
        container.getLogger().debug("A client did not wait for its problem", e);
      }
    }
  }
}
