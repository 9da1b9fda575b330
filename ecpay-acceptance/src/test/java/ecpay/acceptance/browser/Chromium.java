package ecpay.acceptance.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import ecpay.acceptance.target.SandboxTarget;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The machine's own Chromium, driven by Playwright, which downloads nothing. */
final class Chromium implements AutoCloseable {
  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  static Chromium start() {
    Path executable = find();
    Playwright playwright =
        Playwright.create(
            new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Browser browser =
        playwright
            .chromium()
            .launch(
                new LaunchOptions()
                    .setExecutablePath(executable)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
    return new Chromium(playwright, browser);
  }

  /** ECPAY_CHROMIUM, or the usual names on the PATH. */
  private static Path find() {
    String named = System.getenv().getOrDefault("ECPAY_CHROMIUM", "");
    Stream<Path> onThePath =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
            .flatMap(folder ->
                Stream.of("chromium", "chromium-browser", "google-chrome")
                    .map(name -> Path.of(folder, name)));
    return Stream.concat(named.isEmpty() ? Stream.of() : Stream.of(Path.of(named)), onThePath)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() ->
            new IllegalStateException(
                "the browser tests need Chromium: run ./ecpay test, which installs it where it"
                    + " may, set ECPAY_CHROMIUM, or leave them out with -DexcludedGroups=browser"));
  }

  /** A buyer sets out. */
  Walk buyer(String walk) {
    return new Walk(walk, browser.newContext());
  }

  Walk buyerWithoutScripts(String walk) {
    return new Walk(walk, browser.newContext(new NewContextOptions().setJavaScriptEnabled(false)));
  }

  /** Somebody of the shop sets out, who has the key of the console. */
  Walk personOfTheShop(String walk, SandboxTarget target) {
    return new Walk(
        walk,
        browser.newContext(
            new NewContextOptions()
                .setBaseURL(target.house().platformUrl().toString())
                .setHttpCredentials("console", target.apiKey())));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
