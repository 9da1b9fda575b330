package ecpay.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One person's way through our pages, in a browser of their own. It leaves pictures, such as {@code
 * target/pages/card-1-pay.png}, and fails at its end if the browser complained.
 */
final class Walk implements AutoCloseable {
  private static final Path PICTURES = Path.of("target", "pages");
  private static final int PHONE_WIDTH = 360;
  private static final int PHONE_HEIGHT = 740;
  private static final int DESK_WIDTH = 1280;
  private static final int DESK_HEIGHT = 720;

  private final String name;
  private final BrowserContext browser;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();
  private int pictures;

  Walk(String name, BrowserContext browser) {
    this.name = name;
    this.browser = browser;
    this.page = browser.newPage();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        complaints.add(message.text());
      }
    });
    page.onPageError(complaints::add);
  }

  Page page() {
    return page;
  }

  /** All that is written on the page, once all of it has come. */
  String reads() {
    page.waitForLoadState(LoadState.DOMCONTENTLOADED);
    return page.locator("body").innerText();
  }

  /**
   * Reads on until these words are there, on a page that refreshes itself: to ask for it anew would
   * break off what it is doing.
   */
  void readsInTheEnd(String words) {
    page.getByText(words).first().waitFor();
  }

  /** Keeps the whole page as a picture. */
  void picture(String what) {
    page.waitForLoadState(LoadState.LOAD);
    pictures++;
    page.screenshot(
        new ScreenshotOptions()
            .setPath(PICTURES.resolve(name + "-" + pictures + "-" + what + ".png"))
            .setFullPage(true));
  }

  /** Looks at the page on a phone, where nothing may stand beside the screen. */
  void onAPhone(String what, Runnable look) {
    page.setViewportSize(PHONE_WIDTH, PHONE_HEIGHT);
    picture(what + "-phone");
    assertThat(page.evaluate("document.documentElement.scrollWidth"))
        .as(what + " fits a phone")
        .isEqualTo(PHONE_WIDTH);
    look.run();
    page.setViewportSize(DESK_WIDTH, DESK_HEIGHT);
  }

  void onAPhone(String what) {
    onAPhone(what, () -> {});
  }

  @Override
  public void close() {
    browser.close();
    assertThat(complaints).as("what the browser complained about").isEmpty();
  }
}
