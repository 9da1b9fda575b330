package ecpay.acceptance.target;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * An HTTP proxy whose CONNECT to certain hosts ends at one local port: it makes a sandbox stand in
 * for hosts that cannot be reached from here. Every other host is refused.
 */
final class ConnectProxy implements AutoCloseable {
  private static final int LONGEST_HEAD = 8192;

  private final ServerSocket server;
  private final Set<String> hosts;
  private final int target;
  private final Queue<String> connected = new ConcurrentLinkedQueue<>();

  private ConnectProxy(ServerSocket server, Set<String> hosts, int target) {
    this.server = server;
    this.hosts = hosts;
    this.target = target;
  }

  static ConnectProxy to(int target, Set<String> hosts) throws IOException {
    ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    ConnectProxy proxy = new ConnectProxy(server, hosts, target);
    Thread.ofVirtual().start(proxy::acceptUntilClosed);
    return proxy;
  }

  int port() {
    return server.getLocalPort();
  }

  /** The host and port of every connection so far. */
  List<String> connected() {
    return List.copyOf(connected);
  }

  private void acceptUntilClosed() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException closed) {
        if (!server.isClosed()) {
          throw new UncheckedIOException(closed);
        }
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      String address = head(client.getInputStream()).split(" ", 3)[1];
      String host = address.substring(0, address.indexOf(':'));
      OutputStream out = client.getOutputStream();
      if (!address.endsWith(":443") || !hosts.contains(host)) {
        out.write("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n".getBytes(US_ASCII));
        return;
      }
      connected.add(address);
      try (Socket upstream = new Socket()) {
        upstream.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), 5000);
        out.write("HTTP/1.1 200 Connected\r\n\r\n".getBytes(US_ASCII));
        Thread back = Thread.ofVirtual().start(() -> pump(upstream, client));
        pump(client, upstream);
        back.join();
      }
    } catch (IOException broken) {
      connected.add("broken: " + broken.getMessage());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.length() < LONGEST_HEAD && head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("no request");
      }
      head.append((char) next);
    }
    return head.toString();
  }

  private static void pump(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException ended) {
      closeQuietly(to); // the other direction ends with it
    }
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException alreadyGone) {
      throw new UncheckedIOException(alreadyGone);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
