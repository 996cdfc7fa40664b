package io.playledger.verification.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.playledger.verification.server.ServerFolder.Admin;
import io.playledger.verification.server.ServerFolder.Running;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerProcessTest {

  @TempDir Path data;

  private ServerFolder folder;
  private ServerProcess server;

  @BeforeEach
  void prepare() {
    folder = new ServerFolder(data);
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            Path.of("target", "test-classes").toAbsolutePath().toString(),
            PretendServer.class.getName());
    PrintStream quiet = new PrintStream(OutputStream.nullOutputStream());
    server = new ServerProcess(command, ServerProcess.freePort(0), folder, quiet);
  }

  @AfterEach
  void end() {
    server.stop();
  }

  @Test
  void serverRestartsAfterItWasKilled() {
    server.start("--spring.profiles.active=demo");
    long first = server.pid();
    server.kill();
    assertThat(server.alive()).isFalse();
    server.start();
    assertThat(server.alive()).isTrue();
    assertThat(server.pid()).isNotEqualTo(first);
    assertThat(folder.logTail(10))
        .anySatisfy(line -> assertThat(line).contains("--spring.profiles.active=demo"));
  }

  @Test
  void lastOutputOfAFailedStartIsReported() {
    assertThatExceptionOfType(RunFailed.class)
        .isThrownBy(() -> server.start("--fail"))
        .withMessageContaining("nothing works today");
  }

  @Test
  void leftServerIsFoundUntilItEnds() {
    server.start();
    Running running = new Running(server.pid(), server.url().toString());
    folder.keep(running);
    assertThat(LeftServer.of(folder)).contains(running);
    LeftServer.stop(running, folder);
    assertThat(server.alive()).isFalse();
    folder.keep(running);
    assertThat(LeftServer.of(folder)).isEmpty();
    assertThat(folder.running()).isEmpty();
  }

  @Test
  void passwordFileOfTheAdminIsReadableByItsOwnerOnly() throws IOException {
    folder.keep(new Admin("a@example.com", "secret = with # signs"));
    assertThat(folder.admin()).contains(new Admin("a@example.com", "secret = with # signs"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.adminFile())))
        .isEqualTo("rw-------");
  }

  @Test
  void otherPortIsUsedIfThePreferredOneIsTaken() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(ServerProcess.freePort(taken.getLocalPort())).isNotEqualTo(taken.getLocalPort());
    }
  }
}
