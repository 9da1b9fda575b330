package ecpay.sandbox;

import ecpay.sandbox.callback.CallbackSettings;
import ecpay.sandbox.callback.Routes;
import ecpay.sandbox.merchant.Merchant;
import ecpay.sandbox.merchant.Merchants;
import ecpay.sandbox.merchant.Service;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;

/**
 * How a sandbox starts.
 *
 * @param bind the address to listen on; loopback unless you know why
 * @param port 0 for any free port
 * @param tls the certificate to show, or nothing for plain HTTP
 * @param publicUrl the address that pages and links carry, without a slash at the end; the
 *     listening address when empty
 * @param routes where the shop's public addresses really listen
 * @param merchants who may call
 * @param callbacks how callbacks behave at first; {@code /sandbox/callbacks} changes it
 */
public record SandboxOptions(
    String bind,
    int port,
    Optional<SSLContext> tls,
    String publicUrl,
    Routes routes,
    Merchants merchants,
    CallbackSettings callbacks) {

  public SandboxOptions {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port must be from 0 to 65535");
    }
    if (publicUrl.endsWith("/")) {
      throw new IllegalArgumentException("publicUrl must not end in a slash");
    }
  }

  /** Loopback, any free port, plain HTTP, ECPay's public stage merchants, no routes. */
  public static SandboxOptions defaults() {
    return new SandboxOptions(
        "127.0.0.1",
        0,
        Optional.empty(),
        "",
        Routes.NONE,
        Merchants.stage(),
        CallbackSettings.DEFAULT);
  }

  public SandboxOptions withBind(String address) {
    return new SandboxOptions(address, port, tls, publicUrl, routes, merchants, callbacks);
  }

  public SandboxOptions withPort(int number) {
    return new SandboxOptions(bind, number, tls, publicUrl, routes, merchants, callbacks);
  }

  public SandboxOptions withTls(SSLContext context) {
    return new SandboxOptions(
        bind, port, Optional.of(context), publicUrl, routes, merchants, callbacks);
  }

  public SandboxOptions withPublicUrl(String url) {
    return new SandboxOptions(bind, port, tls, url, routes, merchants, callbacks);
  }

  /** Adds a route: callbacks and browser returns for {@code from} really go to {@code to}. */
  public SandboxOptions withRoute(String from, String to) {
    return new SandboxOptions(
        bind, port, tls, publicUrl, routes.and(from, to), merchants, callbacks);
  }

  public SandboxOptions withMerchant(Merchant merchant) {
    return new SandboxOptions(
        bind, port, tls, publicUrl, routes, merchants.and(merchant), callbacks);
  }

  /** Makes a known merchant a platform, to which the given merchants are bound (R-TRN-09). */
  public SandboxOptions withPlatform(Service service, String id, Set<String> merchantIds) {
    return new SandboxOptions(
        bind, port, tls, publicUrl, routes, merchants.bound(service, id, merchantIds), callbacks);
  }

  /** How often each fact is delivered at once, 1 to 100. */
  public SandboxOptions withDeliveries(int deliveries) {
    return withCallbacks(callbacks.withDeliveries(deliveries));
  }

  /** How often a failed delivery is tried in all, and how many seconds lie between. */
  public SandboxOptions withRepeats(int attempts, int secondsBetween) {
    return withCallbacks(callbacks.withRepeats(attempts, secondsBetween));
  }

  public SandboxOptions withCallbacks(CallbackSettings settings) {
    return new SandboxOptions(bind, port, tls, publicUrl, routes, merchants, settings);
  }
}
