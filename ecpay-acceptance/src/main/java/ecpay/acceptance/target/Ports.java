package ecpay.acceptance.target;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Local TCP ports. */
public final class Ports {
  private Ports() {}

  /** A port that is free now; nobody promises that it stays so. */
  public static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Whether nobody listens there. */
  public static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
