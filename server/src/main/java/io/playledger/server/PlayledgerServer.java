package io.playledger.server;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The one runnable. */
@SpringBootApplication
public class PlayledgerServer {

  public static void main(String[] arguments) {
    SpringApplication.run(PlayledgerServer.class, arguments);
  }
}
