package ecpay.app.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ecpay.app.Shop;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A caller hears why it was refused, however much of its body was still under way. */
class LingeringCloseTest {
  private static final byte[] PIECE = " ".repeat(256 * 1024).getBytes(US_ASCII);
  private static final int PIECES = 20;

  private static Shop shop;

  @BeforeAll
  static void open() {
    shop = Shop.open();
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aBodyThatIsTooLargeIsSentToItsEndAndTheAnswerHeard(boolean announced) throws Exception {
    String answer = sentSlowly("Bearer " + shop.key, announced, PIECES);
    assertThat(answer).startsWith("HTTP/1.1 413").contains("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aCallerWithoutAKeyHearsSoAfterItsWholeBody(boolean announced) throws Exception {
    assertThat(sentSlowly("Bearer none", announced, PIECES)).startsWith("HTTP/1.1 401");
  }

  /** No handler sees such a request: the server answers by itself. */
  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/orders", "/%zz"})
  void headersWithoutEndAreSentToTheirEndAndTheAnswerHeard(String path) throws Exception {
    try (Socket socket = connected()) {
      OutputStream out = socket.getOutputStream();
      write(out, "POST " + path + " HTTP/1.1\r\nHost: x\r\nX-Long: ");
      for (int piece = 0; piece < PIECES; piece++) {
        write(out, "x".repeat(5_000));
        Thread.sleep(20);
      }
      assertThat(answer(socket)).startsWith("HTTP/1.1 4").contains("application/problem+json");
    }
  }

  /** A slow line, or a machine with too much to do. */
  @Test
  void aCallerThatStopsForThreeSecondsInTheMiddleOfItsBodyHearsTheAnswerToo() throws Exception {
    try (Socket socket = connected()) {
      OutputStream out = socket.getOutputStream();
      write(out, "POST /api/v1/orders HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n");
      write(out, "Authorization: Bearer none\r\nContent-Length: " + PIECES * PIECE.length);
      write(out, "\r\n\r\n");
      for (int piece = 0; piece < PIECES; piece++) {
        out.write(PIECE);
        Thread.sleep(piece == 0 ? 3_000 : 20);
      }
      assertThat(answer(socket)).startsWith("HTTP/1.1 401");
    }
  }

  /** Such as one whose memory is full, or that is moved to another host. */
  @Test
  void aMachineThatItselfSleepsForLongerThanItWaitsHearsItsCallerOutAllTheSame() throws Exception {
    try (Socket socket = connected()) {
      OutputStream out = socket.getOutputStream();
      write(out, "POST /api/v1/orders HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n");
      write(out, "Authorization: Bearer none\r\nContent-Length: " + PIECES * PIECE.length);
      write(out, "\r\n\r\n");
      out.write(PIECE);
      Thread.sleep(500);
      sleep(6);
      for (int piece = 1; piece < PIECES; piece++) {
        out.write(PIECE);
        Thread.sleep(20);
      }
      assertThat(answer(socket)).startsWith("HTTP/1.1 401");
    }
  }

  /** Stops this whole process, platform and caller, for so many seconds. */
  private static void sleep(int seconds) throws Exception {
    String stop = "kill -STOP $0; sleep $1; kill -CONT $0";
    String us = Long.toString(ProcessHandle.current().pid());
    assertThat(
            new ProcessBuilder("sh", "-c", stop, us, Integer.toString(seconds))
                .inheritIO()
                .start()
                .waitFor())
        .isZero();
  }

  @Test
  void aCallerThatNeverGoesOnIsNotWaitedForMuchLonger() throws Exception {
    try (Socket socket = connected()) {
      OutputStream out = socket.getOutputStream();
      write(out, "POST /api/v1/orders HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nx");
      assertThat(answer(socket)).startsWith("HTTP/1.1 401");
      // Rarely enough that none of these words keeps it waiting.
      await()
          .pollDelay(Duration.ofSeconds(7))
          .pollInterval(Duration.ofSeconds(7))
          .atMost(Duration.ofSeconds(60))
          .until(() -> isReset(socket));
    }
  }

  private static boolean isReset(Socket socket) throws InterruptedException {
    try {
      write(socket.getOutputStream(), "x");
      Thread.sleep(500);
      assertThat(socket.getInputStream().read()).isNegative();
      return false;
    } catch (IOException reset) {
      return true;
    }
  }

  @Test
  void anAnswerDoesNotWaitForABodyThatNeverComes() throws Exception {
    assertThat(sentSlowly("Bearer none", true, 0)).startsWith("HTTP/1.1 401");
  }

  /** Everything is written, with pauses, before the answer is looked at. */
  private static String sentSlowly(String key, boolean announced, int pieces) throws Exception {
    try (Socket socket = connected()) {
      OutputStream out = socket.getOutputStream();
      String length =
          announced
              ? "Content-Length: " + (long) PIECE.length * PIECES
              : "Transfer-Encoding: chunked";
      write(out, "POST /api/v1/orders HTTP/1.1\r\nHost: x\r\n");
      write(out, "Content-Type: application/json\r\nAuthorization: " + key + "\r\n");
      write(out, length + "\r\n\r\n");
      for (int piece = 0; piece < pieces; piece++) {
        if (!announced) {
          write(out, Integer.toHexString(PIECE.length) + "\r\n");
        }
        out.write(PIECE);
        write(out, announced ? "" : "\r\n");
        Thread.sleep(20);
      }
      if (!announced) {
        write(out, "0\r\n\r\n");
      }
      return answer(socket);
    }
  }

  private static Socket connected() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), shop.platform.url().getPort());
    socket.setSoTimeout(60_000);
    return socket;
  }

  private static String answer(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), UTF_8);
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(US_ASCII));
    out.flush();
  }
}
