package ecpay.acceptance.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a person reads is the page that a click has led to, all of it. */
@Tag("browser")
@ExtendWith(BrowserOfTheRun.class)
class WalkTest {
  private static final String HEAD =
      "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n";
  private static final String DOOR = "<!DOCTYPE html><title>Door</title><a href=\"/slow\">in</a>";
  private static final int PAUSE_MILLIS = 500;

  private final Chromium chromium;

  WalkTest(Chromium chromium) {
    this.chromium = chromium;
  }

  @Test
  void aPageThatComesInTwoHalvesIsReadWhole() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Walk reader = chromium.buyer("halves")) {
      Thread.ofVirtual().start(() -> serve(server));
      Page page = reader.page();
      page.navigate("http://127.0.0.1:" + server.getLocalPort() + "/");
      page.locator("a").click();
      assertThat(reader.reads()).contains("the first half", "the second half");
    }
  }

  private static void serve(ServerSocket server) {
    try {
      while (true) {
        Socket browser = server.accept();
        Thread.ofVirtual().start(() -> answer(browser));
      }
    } catch (IOException over) {
      if (!server.isClosed()) {
        throw new UncheckedIOException(over);
      }
    }
  }

  /** One request; the connection ends with the page. */
  private static void answer(Socket browser) {
    try (browser) {
      String wish =
          new BufferedReader(new InputStreamReader(browser.getInputStream(), UTF_8)).readLine();
      OutputStream out = browser.getOutputStream();
      out.write(HEAD.getBytes(UTF_8));
      if (wish == null || !wish.contains("/slow")) {
        out.write(DOOR.getBytes(UTF_8));
        return;
      }
      out.write("<!DOCTYPE html><title>Slow</title><p>the first half".getBytes(UTF_8));
      out.flush();
      Thread.sleep(PAUSE_MILLIS);
      out.write("<p>the second half".getBytes(UTF_8));
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
