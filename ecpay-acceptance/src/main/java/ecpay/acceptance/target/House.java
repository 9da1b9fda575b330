package ecpay.acceptance.target;

import ecpay.app.Platform;
import ecpay.app.settings.Settings;
import ecpay.sandbox.Sandbox;
import ecpay.sandbox.SandboxOptions;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * A sandbox and a platform in this process, joined: the shop's public address, which ECPay calls,
 * is routed to where the platform listens, and both live by one clock, so that days that pass at
 * ECPay pass for the platform too.
 */
public final class House implements AutoCloseable {
  /** What ECPay calls; the sandbox routes it to the platform. */
  public static final String PUBLIC_URL = "https://shop.example";

  private final Sandbox sandbox;
  private final Platform platform;

  private House(Sandbox sandbox, Platform platform) {
    this.sandbox = sandbox;
    this.platform = platform;
  }

  /**
   * Starts both, now.
   *
   * @param sandboxPort where the sandbox listens; 0 for any free port
   * @param settings what differs from {@link #defaults}, such as the database
   * @throws IOException when the sandbox cannot listen
   */
  public static House start(int sandboxPort, int platformPort, Map<String, String> settings)
      throws IOException {
    return start(sandboxPort, platformPort, settings, Instant.now());
  }

  /**
   * Starts both at another time.
   *
   * @param begin what both clocks show at first; they tick on from there
   * @throws IOException when the sandbox cannot listen
   */
  static House start(int sandboxPort, int platformPort, Map<String, String> settings, Instant begin)
      throws IOException {
    String address = "http://localhost:" + platformPort;
    return start(
        SandboxOptions.defaults().withPort(sandboxPort),
        platformPort,
        sandbox -> {
          Map<String, String> all = defaults(sandbox, platformPort, address);
          all.putAll(settings);
          return all;
        },
        begin);
  }

  /**
   * Starts both with other merchants.
   *
   * @param ecpay the merchants that the sandbox knows
   * @param settings of the platform, by the address of the sandbox
   * @throws IOException when the sandbox cannot listen
   */
  static House start(
      SandboxOptions ecpay,
      int platformPort,
      Function<String, Map<String, String>> settings,
      Instant begin)
      throws IOException {
    String address = "http://localhost:" + platformPort;
    Sandbox sandbox = Sandbox.start(ecpay.withRoute(PUBLIC_URL, address));
    try {
      sandbox.clock().set(begin);
      Settings all = Settings.from(settings.apply(sandbox.url()));
      return new House(sandbox, Platform.start(all, sandbox.clock()));
    } catch (RuntimeException failed) {
      sandbox.close();
      throw failed;
    }
  }

  /** The public stage credentials, against the sandbox. */
  static Map<String, String> defaults(String sandbox, int port, String checkoutUrl) {
    Map<String, String> settings = surroundings(sandbox, port, checkoutUrl);
    settings.putAll(StageCredentials.SETTINGS);
    settings.put("payment.card-check-code", "71620453");
    settings.put("merchant.id", "teahouse");
    settings.put("merchant.name", "茶行 Tea House");
    return settings;
  }

  /** Everything but who sells. */
  static Map<String, String> surroundings(String sandbox, int port, String checkoutUrl) {
    Map<String, String> settings = new HashMap<>();
    settings.put("environment", "sandbox");
    settings.put("sandbox-url", sandbox);
    settings.put("http.port", Integer.toString(port));
    settings.put("public-url", PUBLIC_URL);
    settings.put("checkout-url", checkoutUrl);
    settings.put("cards.key", "a2V5IG9mIHRoZSBzdG9yaWVzLCBvZiBubyBzaG9wLi4=");
    settings.put("outgoing.connect-timeout", "2s");
    settings.put("outgoing.read-timeout", "5s");
    settings.put("patience", "8s");
    settings.put("jobs.polling", "200ms");
    return settings;
  }

  public URI sandboxUrl() {
    return URI.create(sandbox.url());
  }

  public URI platformUrl() {
    return platform.url();
  }

  public Platform platform() {
    return platform;
  }

  @Override
  public void close() {
    try {
      platform.close();
    } finally {
      sandbox.close();
    }
  }
}
