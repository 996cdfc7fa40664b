package io.playledger.access.identity.oauth;

import io.playledger.othersite.StandInSite;
import io.playledger.server.ServerUnderTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A site that speaks the real protocol, and a server that redirects to it. */
final class OAuthWorld implements AutoCloseable {

  static final String FRONT_END = "https://play.example.org/signed-in";
  static final String OTHER_FRONT_END = "https://app.example.org/in?from=playledger";

  private static volatile OAuthWorld current;

  private final StandInSite site = new StandInSite();
  private final ServerUnderTest server = start(site);

  /** Made before the first test that is extended by this, and closed after the last of the JVM. */
  static final class Once implements BeforeAllCallback {

    private static final ExtensionContext.Namespace NAMESPACE =
        ExtensionContext.Namespace.create(OAuthWorld.class);

    @Override
    public void beforeAll(ExtensionContext context) {
      current =
          context
              .getRoot()
              .getStore(NAMESPACE)
              .computeIfAbsent("world", key -> new OAuthWorld(), OAuthWorld.class);
    }
  }

  static OAuthWorld current() {
    return current;
  }

  StandInSite site() {
    return site;
  }

  ServerUnderTest server() {
    return server;
  }

  private static ServerUnderTest start(StandInSite site) {
    List<String> settings = new ArrayList<>(site.settings());
    settings.addAll(
        List.of(
            "--playledger.identity.oauth.callback-base=https://play.example.org/",
            "--playledger.identity.oauth.front-ends=" + FRONT_END + "," + OTHER_FRONT_END,
            "--playledger.identity.oauth.timeout=8s"));
    return ServerUnderTest.startFresh(settings.toArray(String[]::new));
  }

  @Override
  public void close() {
    server.close();
    site.close();
  }
}
