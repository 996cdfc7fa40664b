package io.playledger.eventstore;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/** A proxy between the store and PostgreSQL that breaks connections at critical moments. */
public final class CuttingProxy implements AutoCloseable {
  private final int targetPort;
  private final ServerSocket door;
  private final List<Link> links = new CopyOnWriteArrayList<>();
  private final AtomicReference<Runnable> insteadOfReply = new AtomicReference<>();
  private volatile boolean closedToNewcomers;

  public CuttingProxy(int targetPort) throws IOException {
    this.targetPort = targetPort;
    this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  private record Link(Socket client, Socket server) {
    void cutBoth() {
      quietly(client);
      quietly(server);
    }

    private static void quietly(Socket socket) {
      try {
        socket.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  public int port() {
    return door.getLocalPort();
  }

  /** The next thing the server says is lost, with its connection. */
  public void cutTheNextReply() {
    insteadOfTheNextReply(() -> {});
  }

  /** The same, and this happens between what the server did and that nobody hears of it. */
  public void insteadOfTheNextReply(Runnable blow) {
    insteadOfReply.set(blow);
  }

  /** The clients lose their connections; the server is not told and goes on. */
  public void cutClients() {
    for (Link link : links) {
      Link.quietly(link.client());
    }
  }

  public void refuseNewcomers(boolean refused) {
    closedToNewcomers = refused;
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        if (closedToNewcomers || !connected(client)) {
          client.close();
        }
      } catch (IOException e) {
        // closing the door ends the wait
        return;
      }
    }
  }

  /** Whether there is a server to connect it to. */
  private boolean connected(Socket client) {
    Socket server;
    try {
      server = new Socket(InetAddress.getLoopbackAddress(), targetPort);
    } catch (IOException nobodyThere) {
      return false;
    }
    Link link = new Link(client, server);
    links.add(link);
    Thread.ofVirtual().start(() -> forward(link));
    Thread.ofVirtual().start(() -> back(link));
    return true;
  }

  /** Client to server; the end of the client is not passed on. */
  private void forward(Link link) {
    try {
      InputStream in = link.client().getInputStream();
      OutputStream out = link.server().getOutputStream();
      byte[] buffer = new byte[65_536];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        out.write(buffer, 0, read);
      }
    } catch (IOException e) {
      return;
    }
  }

  private void back(Link link) {
    try {
      InputStream in = link.server().getInputStream();
      OutputStream out = link.client().getOutputStream();
      byte[] buffer = new byte[65_536];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        Runnable blow = insteadOfReply.getAndSet(null);
        if (blow != null) {
          blow.run();
          link.cutBoth();
          return;
        }
        out.write(buffer, 0, read);
      }
      link.cutBoth();
    } catch (IOException e) {
      return;
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    links.forEach(Link::cutBoth);
  }
}
